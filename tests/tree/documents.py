#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The README and the man pages are true: what they name is there, and their examples run.

Arguments: the root of the tree, the built outlayctl, the built man pages' folder, and the built
outlay where there is one.
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile

import tap
from source_tree import SourceTree

BLOCK = re.compile(r'^```sh\n(.*?)^```', re.MULTILINE | re.DOTALL)
VERB = re.compile(r'^  ([a-z]+)\s{2,}\S')
OPTION = re.compile(r'(?<![\w-])--[a-z][a-z-]*')
IMAGE_OR_LINK = re.compile(r'\]\(([^)#:]+)(?:#[^)]*)?\)')
HEAVIEST_PICTURE = 300 * 1000


class Documents:
    """The tree with what was built of it."""

    def __init__(self, root, outlayctl, manuals, outlay=None):
        self.tree = SourceTree(root)
        self.outlayctl = outlayctl
        self.outlay = outlay
        self.manuals = manuals
        if 'README.md' not in self.tree.files:
            raise SystemExit('1..0 # SKIP no README.md')
        self.readme = self.tree.read('README.md')

    def commands(self):
        """The lines of the README's shell blocks, continued ones joined."""
        for block in BLOCK.findall(self.readme):
            for line in block.replace('\\\n', ' ').splitlines():
                line = re.sub(r'\s+#\s.*', '', line).strip()
                if line and not line.startswith('#'):
                    yield line

    def help_of(self, program, *verb):
        result = subprocess.run([program, *verb, '--help'], capture_output=True, text=True,
                                env=dict(os.environ, LC_ALL='C.UTF-8'), check=False)
        return result.stdout if result.returncode == 0 else ''

    def verbs(self):
        """The verbs that outlayctl says it has."""
        lines = self.help_of(self.outlayctl).partition('Verbs:')[2].splitlines()
        return [match.group(1) for match in map(VERB.match, lines) if match]

    def manual(self, page):
        with open(os.path.join(self.manuals, page), encoding='utf-8') as file:
            return file.read().replace('\\-', '-').replace('\\ ', ' ')


def own_verbs(documents):
    verbs = documents.verbs()
    if not verbs:
        raise AssertionError('outlayctl --help lists no verb')
    return verbs


@tap.case('every file that the README links to or shows is there')
def links_lead_somewhere(documents):
    for target in IMAGE_OR_LINK.findall(documents.readme):
        if not os.path.exists(documents.tree.path(target)):
            yield target


@tap.case('every script that the README calls is there and can be run')
def scripts_are_there(documents):
    called = set(re.findall(r'(?<![\w/])(?:build-aux|\.ci)/[\w.-]+', documents.readme))
    for name in sorted(called):
        if not os.path.exists(documents.tree.path(name)):
            yield name
    for line in documents.commands():
        program = shlex.split(line)[0]
        if '/' in program and not os.access(documents.tree.path(program), os.X_OK):
            yield line


@tap.case('the options that the README gives a script are in the script\'s help')
def script_options_are_true(documents):
    for line in documents.commands():
        words = shlex.split(line)
        if words[0] in ('build-aux/run', 'build-aux/test'):
            known = documents.help_of(documents.tree.path(words[0]))
            for option in OPTION.findall(line):
                if option not in known:
                    yield line


@tap.case('the README shows every verb of outlayctl')
def readme_shows_every_verb(documents):
    for verb in own_verbs(documents):
        if not re.search(r'outlayctl %s\b' % verb, documents.readme):
            yield verb


@tap.case('every verb and option that the README gives outlayctl is in its help')
def outlayctl_lines_are_true(documents):
    for line in documents.commands():
        for part in line.split('|'):
            words = shlex.split(part)
            if not words or words[0] != 'outlayctl':
                continue
            known = documents.help_of(documents.outlayctl, words[1])
            if not known:
                yield '%s: no such verb' % line
            for option in OPTION.findall(part):
                if option not in known:
                    yield '%s: %s' % (line, option)


@tap.case('the README\'s outlayctl examples run as they stand')
def examples_run(documents):
    lines = [line for line in documents.commands() if line.startswith('outlayctl')]
    if not lines:
        yield 'there is none'
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(documents.tree.path('data'), os.path.join(folder, 'data'))
        os.mkdir(os.path.join(folder, 'bin'))
        os.symlink(os.path.abspath(documents.outlayctl), os.path.join(folder, 'bin', 'outlayctl'))
        environment = dict(os.environ, LC_ALL='C.UTF-8', HOME=folder,
                           XDG_DATA_HOME=os.path.join(folder, 'share'),
                           PATH=os.path.join(folder, 'bin') + ':' + os.environ['PATH'])
        for line in lines:
            result = subprocess.run(['sh', '-c', line], cwd=folder, env=environment, timeout=120,
                                    stdin=subprocess.DEVNULL, capture_output=True, text=True,
                                    check=False)
            if result.returncode:
                yield '%s: %d %s' % (line, result.returncode, result.stderr.strip()[:300])


@tap.case('the man page of outlayctl tells of every verb and option, and of no others')
def manual_of_outlayctl_is_true(documents):
    page = documents.manual('outlayctl.1')
    section = page.partition('.SH VERBS')[2].partition('.SH')[0]
    told = set(re.findall(r'^\.(?:BI?|BR) "?([a-z]+)\b', section, re.M))
    for verb in sorted(set(own_verbs(documents)) ^ told):
        yield verb
    for verb in documents.verbs():
        for option in set(OPTION.findall(documents.help_of(documents.outlayctl, verb))):
            if option not in page:
                yield '%s %s' % (verb, option)


@tap.case('the man page of outlay tells of every option, and of no others')
def manual_of_outlay_is_true(documents):
    if documents.outlay is None:
        raise tap.Skip('outlay is not built')
    known = set(OPTION.findall(documents.help_of(documents.outlay)))
    if not known:
        yield 'outlay --help prints no option'
    told = set(OPTION.findall(documents.manual('outlay.1')))
    of_toolkit = ('--help-', '--gapplication', '--gtk')
    for option in sorted({name for name in known if not name.startswith(of_toolkit)} ^ told):
        yield option
    for text in (documents.help_of(documents.outlay), documents.manual('outlay.1')):
        if 'standard input' not in text:
            yield 'without standard input: ' + text


@tap.case('the man pages have no fault that groff would tell')
def manuals_are_laid_out(documents):
    for page in ('outlay.1', 'outlayctl.1'):
        try:
            result = subprocess.run(
                ['groff', '-man', '-ww', '-Tutf8', '-z', os.path.join(documents.manuals, page)],
                capture_output=True, text=True, check=False)
        except FileNotFoundError:
            raise tap.Skip('groff is not installed') from None
        for line in result.stderr.splitlines():
            yield line


@tap.case('no picture is heavier than 300 kB')
def pictures_are_light(documents):
    for name in documents.tree.named(r'data/screenshots/.*\.png$'):
        size = os.path.getsize(documents.tree.path(name))
        if size > HEAVIEST_PICTURE:
            yield '%s: %d bytes' % (name, size)


@tap.case('the metainfo shows the pictures that are there')
def metainfo_shows_the_pictures(documents):
    [metainfo] = documents.tree.named(r'data/desktop/.*\.metainfo\.xml\.in$')
    shown = re.findall(r'<image[^>]*>[^<]*/(data/screenshots/[^<]*)</image>',
                       documents.tree.read(metainfo))
    if not shown:
        yield 'it shows none'
    for name in shown:
        if name not in documents.tree.files:
            yield name + ' is not there'


@tap.case('About names the developers whom the metainfo names')
def about_names_the_developers(documents):
    [metainfo] = documents.tree.named(r'data/desktop/.*\.metainfo\.xml\.in$')
    [name] = re.findall(r'<developer_name[^>]*>([^<]*)<', documents.tree.read(metainfo))
    if '"%s"' % name not in documents.tree.read('src/ui/outlay-application.c'):
        yield name


@tap.case('the README names every dependency that meson.build asks for')
def readme_names_dependencies(documents):
    for module in re.findall(r"dependency\('([^']+)'", documents.tree.read('meson.build')):
        if not re.search(r'`%s`' % re.escape(module), documents.readme):
            yield module


if __name__ == '__main__':
    sys.exit(tap.run(Documents(*sys.argv[1:])))
