#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of the code: lengths, layout, licence lines, nothing left to do."""

import re
import shutil
import subprocess
import sys

import tap
from source_tree import SourceTree, functions

LONGEST_FUNCTION = 110
USUAL_FUNCTION = 40
LONGEST_FILE = 650
MOST_PAIRS = 20
FORMATTER = '14'

LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'
LICENSED = (r'(src|tests|build-aux)/.*\.(c|h|py|sh|sql|css|ui)$|'
            r'(build-aux|\.ci)/(run|test|screenshots|update-translations)$')
# Made by a program; a feature's name may be any letters.
MADE = ('data/weights.ini',)
LEFT_TO_DO = re.compile(r'\b(TO' r'DO|FIX' r'ME|X' r'XX|HA' r'CK)\b')


def function_lengths(tree):
    """Yields (length, where) of each function under src."""
    for name in tree.named(r'src/.*\.c$'):
        for function, line, length in functions(tree.read(name)):
            yield length, '%s:%d: %s' % (name, line, function)


@tap.case('no function is longer than %d lines' % LONGEST_FUNCTION)
def no_function_is_too_long(tree):
    for length, where in function_lengths(tree):
        if length > LONGEST_FUNCTION:
            yield '%s has %d lines' % (where, length)


@tap.case('nine functions in ten stay under %d lines' % USUAL_FUNCTION)
def most_functions_are_short(tree):
    lengths = sorted(function_lengths(tree), reverse=True)
    long = [entry for entry in lengths if entry[0] >= USUAL_FUNCTION]
    if len(long) * 10 > len(lengths):
        yield '%d of %d are longer' % (len(long), len(lengths))
        for length, where in long[:20]:
            yield '%s has %d lines' % (where, length)


@tap.case('no source file is longer than %d lines' % LONGEST_FILE)
def no_file_is_too_long(tree):
    for name in tree.c_files():
        length = len(tree.lines(name))
        if length > LONGEST_FILE:
            yield '%s has %d lines' % (name, length)


@tap.case('no folder of src holds more than %d pairs of files' % MOST_PAIRS)
def no_folder_is_crowded(tree):
    folders = {}
    for name in tree.named(r'src/.*\.h$'):
        folders.setdefault(name.rpartition('/')[0], []).append(name)
    for folder, headers in folders.items():
        if len(headers) > MOST_PAIRS:
            yield '%s holds %d pairs' % (folder, len(headers))


@tap.case('every source file begins with its licence line')
def licence_lines_are_there(tree):
    for name in tree.named(LICENSED):
        if LICENCE not in '\n'.join(tree.lines(name)[:3]):
            yield name


@tap.case('every C file names its log domain, that of its layer')
def log_domains_are_set(tree):
    for name in tree.named(r'src/.*\.c$'):
        domain = '#define G_LOG_DOMAIN "outlay-%s"' % name.split('/')[1]
        if domain not in tree.read(name):
            yield '%s: %s' % (name, domain)


@tap.case('every header is read once')
def headers_are_guarded(tree):
    for name in tree.named(r'src/.*\.h$'):
        if '#pragma once' not in tree.read(name):
            yield name


@tap.case('C is laid out as .clang-format says')
def layout_is_kept(tree):
    for program in ('clang-format-' + FORMATTER, 'clang-format'):
        if shutil.which(program):
            break
    else:
        raise tap.Skip('clang-format is not installed')
    version = subprocess.run([program, '--version'], capture_output=True, text=True).stdout
    if not re.search(r'version %s\.' % FORMATTER, version):
        raise tap.Skip('other versions lay out differently: %s' % version.strip())
    names = tree.c_files()
    if not names:
        return
    result = subprocess.run([program, '--dry-run', '--ferror-limit=1'] + names, cwd=tree.root,
                            capture_output=True, text=True)
    for line in result.stderr.splitlines():
        if 'clang-format-violations' in line:
            yield line


@tap.case('nothing is left to do in the tree')
def nothing_is_left_to_do(tree):
    kinds = r'.*\.(c|h|py|sh|ini|sql|css|ui|build|in|md)$'
    for name in tree.named(r'(src|tests|data|build-aux|po)/' + kinds):
        for number, line in enumerate(tree.lines(name) if name not in MADE else (), 1):
            if LEFT_TO_DO.search(line):
                yield '%s:%d: %s' % (name, number, line.strip())


@tap.case('no line is wider than 100 columns, ends in a space or holds a tab')
def lines_are_tidy(tree):
    for name in tree.named(r'(src|tests|build-aux)/.*\.(c|h|py|sh|build|sql|css|ui)$'):
        for number, line in enumerate(tree.lines(name), 1):
            if name.endswith(('.c', '.h', '.py')) and len(line) > 100:
                yield '%s:%d: %d columns' % (name, number, len(line))
            if line != line.rstrip():
                yield '%s:%d: ends in a space' % (name, number)
            if '\t' in line:
                yield '%s:%d: holds a tab' % (name, number)


if __name__ == '__main__':
    sys.exit(tap.run(SourceTree(sys.argv[1])))
