#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What translators get: every file with words for people is listed.

With --list in place of the root of the tree it prints the list as it should be.
"""

import re
import sys

import tap
from source_tree import SourceTree, without_comments

MARKED_IN_C = re.compile(r'\b(_|N_|Q_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*"')
MARKED_IN_UI = re.compile(r'translatable="(yes|true)"')


def listed(tree):
    """The files that po/POTFILES.in names, in its order."""
    lines = (line.strip() for line in tree.lines('po/POTFILES.in'))
    return [line for line in lines if line and not line.startswith('#')]


def has_words(tree, name):
    """Whether a file holds words that a person sees."""
    if name.endswith(('.c', '.h')):
        return bool(MARKED_IN_C.search(without_comments(tree.read(name))))
    if name.endswith('.ui'):
        return bool(MARKED_IN_UI.search(tree.read(name)))
    if name.endswith('.gschema.xml') or name.endswith('.gschema.xml.in'):
        return '<summary>' in tree.read(name)
    return name.endswith(('.desktop.in', '.metainfo.xml.in'))


def files_with_words(tree):
    """What po/POTFILES.in should name, sorted."""
    return [name for name in tree.named(r'(src|data)/') if has_words(tree, name)]


@tap.case('every file with words for people is in po/POTFILES.in')
def no_file_is_forgotten(tree):
    known = set(listed(tree))
    return [name for name in files_with_words(tree) if name not in known]


@tap.case('every file in po/POTFILES.in is there and has words for people')
def no_file_is_listed_in_vain(tree):
    for name in listed(tree):
        if name not in tree.files:
            yield name + ' is not there'
        elif not has_words(tree, name):
            yield name + ' has no words'


@tap.case('po/POTFILES.in is sorted')
def the_list_is_sorted(tree):
    names = listed(tree)
    for before, after in zip(names, names[1:]):
        if before >= after:
            yield '%s stands before %s' % (before, after)


@tap.case('every language of po/LINGUAS has its file, and every file its line')
def languages_have_files(tree):
    languages = set()
    for line in tree.lines('po/LINGUAS'):
        languages.update(line.split('#')[0].split())
    files = {name[3:-3] for name in tree.named(r'po/[^/]*\.po$')}
    for language in sorted(languages ^ files):
        yield language


if __name__ == '__main__':
    if sys.argv[1] == '--list':
        print('\n'.join(files_with_words(SourceTree('.'))))
        sys.exit()
    sys.exit(tap.run(SourceTree(sys.argv[1])))
