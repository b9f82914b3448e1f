#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scripts: run bits, shell syntax, dependencies; what continuous integration calls."""

import os
import re
import shutil
import subprocess
import sys

import tap
from source_tree import SourceTree

# What is there wherever packages are built, and what meson brings along.
IMPLIED = {'gcc', 'libc6-dev', 'ninja-build'}
REQUIRED = ('build-aux/run', 'build-aux/test', '.ci/run')


def scripts(tree):
    """Yields (name, first line) of each file that begins with #!."""
    for name in tree.named(r'(build-aux|tests|\.ci|data|po)/'):
        with open(tree.path(name), 'rb') as file:
            first = file.readline(120)
        if first.startswith(b'#!'):
            yield name, first.decode().strip()


@tap.case('the scripts that the README names are there and have their run bit')
def required_scripts_run(tree):
    for name in REQUIRED:
        if name not in tree.files:
            yield name + ' is missing'
        elif not os.access(tree.path(name), os.X_OK):
            yield name + ' has no run bit'


@tap.case('every script has its run bit')
def scripts_have_run_bits(tree):
    for name, first in scripts(tree):
        if not os.access(tree.path(name), os.X_OK):
            yield name


@tap.case('continuous integration runs the test command')
def integration_runs_the_tests(tree):
    if 'build-aux/test' not in tree.read('.ci/run'):
        yield '.ci/run does not call build-aux/test'


@tap.case('shell scripts parse')
def shell_scripts_parse(tree):
    for name, first in list(scripts(tree)) + [(n, '#!/bin/sh') for n in tree.named(r'.*\.sh$')]:
        shell = re.search(r'\b(ba)?sh\b', first)
        if shell and shutil.which(shell.group(0)):
            result = subprocess.run([shell.group(0), '-n', tree.path(name)], capture_output=True,
                                    text=True)
            if result.returncode:
                yield '%s: %s' % (name, result.stderr.strip())


@tap.case('every library that meson.build asks for has its line in build-aux/dependencies')
def libraries_have_packages(tree):
    packages = {line.split('|')[1].strip().lstrip('?')
                for line in tree.lines('build-aux/dependencies')
                if line.count('|') >= 5}
    modules = re.findall(r"dependency\('([^']+)'", tree.read('meson.build'))
    known = {
        'glib-2.0': 'libglib2.0-dev', 'gio-2.0': 'libglib2.0-dev',
        'gio-unix-2.0': 'libglib2.0-dev', 'gtk4': 'libgtk-4-dev', 'sqlite3': 'libsqlite3-dev',
        'libxml-2.0': 'libxml2-dev', 'json-glib-1.0': 'libjson-glib-dev',
        'uchardet': 'libuchardet-dev', 'pangocairo': 'libpango1.0-dev',
        'cairo-pdf': 'libcairo2-dev', 'cairo-svg': 'libcairo2-dev', 'libseccomp': 'libseccomp-dev',
        'libarchive': 'libarchive-dev', 'gmime-3.0': 'libgmime-3.0-dev',
        'poppler-glib': 'libpoppler-glib-dev',
    }
    for module in modules:
        if known.get(module, 'lib%s-dev' % module) not in packages:
            yield '%s: no package installs it' % module


@tap.case('the package of Debian is of this version, and asks for all that a build needs')
def package_keeps_step(tree):
    version = re.search(r"^  version: '([^']+)'", tree.read('meson.build'), re.M).group(1)
    if not tree.read('build-aux/debian/changelog').startswith('outlay (%s-' % version):
        yield 'its newest version is not ' + version
    control = tree.read('build-aux/debian/control')
    asked = control.partition('Build-Depends:')[2].partition('\nStandards-Version:')[0]
    names = set(re.findall(r'[a-z][\w.+-]+', asked))
    for line in tree.lines('build-aux/dependencies'):
        step, _, rest = line.partition('|')
        name = rest.split('|')[0].strip().lstrip('?')
        if step.strip() == 'build' and name not in names and name not in IMPLIED:
            yield 'it does not ask for ' + name


if __name__ == '__main__':
    sys.exit(tap.run(SourceTree(sys.argv[1])))
