#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What may not be spelled out in the tree: organisations and languages in C, machine paths."""

import re
import sys
import unicodedata

import tap
from source_tree import SourceTree, strings

ORGANISATIONS = r'data/organisations/.*\.ini$'
NAMED_BY = ('alias', 'brand')
SHORTEST_NAME = 3

# Spelled so that this file does not find itself.
FOREIGN = re.compile(r'(?<![\w.])/(wo[r]k|fa[r]m|ro[o]t)/|/tm[p]/|deb\.debian\.org|'
                     r'registry\.npmjs|COM[P]ASS|DEVELO[P]ERS\.md')


def organisation_names(lines):
    """The names, aliases and brands in a data file; an indented line goes on with the value."""
    names = set()
    key = None
    for line in lines:
        if line.startswith('#') or not line.strip():
            continue
        if line.startswith('['):
            value = line.strip('[]')
            key = 'name'
            if value.startswith('pattern:'):
                key = value
        elif line.startswith(' '):
            value = line
        else:
            key, _, value = line.partition('=')
            key = key.strip()
        if key == 'name' or key in NAMED_BY:
            names.update(part.strip() for part in value.split(';'))
    return {name for name in names if len(name) >= SHORTEST_NAME and '{' not in name}


# The schema of the settings is the same whatever the program was built as.
OWN_ID = '"io.github.outlay.Outlay"'
SCHEMA = 'src/model/settings/outlay-settings.c'


@tap.case('the id of the program is told by how it was built, and stands nowhere in C')
def id_stays_in_the_build(tree):
    for name in tree.named(r'src/.*\.[ch]$'):
        if name != SCHEMA and OWN_ID in tree.read(name):
            yield name
    for name in tree.named(r'src/.*\.ui$'):
        if OWN_ID.strip('"') + '<' in tree.read(name):
            yield name


@tap.case('no organisation is named in C, not even in a comment')
def organisations_stay_in_data(tree):
    files = tree.named(ORGANISATIONS)
    if not files:
        raise tap.Skip('no organisations')
    names = set().union(*(organisation_names(tree.lines(name)) for name in files))
    names = sorted(names, key=len, reverse=True)
    pattern = re.compile(r'(?<!\w)(%s)(?!\w)' % '|'.join(map(re.escape, names)))
    first_words = {re.search(r'\w+', name).group() for name in names}
    for name in tree.named(r'src/.*\.[ch]$'):
        for number, line in enumerate(tree.read(name).splitlines(), 1):
            # Thousands of names are looked for only where a word begins one.
            if first_words.isdisjoint(re.findall(r'\w+', line)):
                continue
            for match in pattern.finditer(line):
                yield '%s:%d: %s' % (name, number, match.group(0))


@tap.case('no letter beyond ASCII stands in a string of the engine')
def languages_stay_in_data(tree):
    for name in tree.named(r'src/(read|extract|link|ledger|ingest)/.*\.[ch]$'):
        for number, text in strings(tree.read(name)):
            letters = [char for char in text
                       if ord(char) > 127 and unicodedata.category(char).startswith('L')]
            if letters:
                yield '%s:%d: %s' % (name, number, text)


@tap.case('no path of one machine, host of a registry or word of a workplace is in the tree')
def nothing_foreign(tree):
    for name in tree.files:
        try:
            lines = tree.lines(name)
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(lines, 1):
            if FOREIGN.search(line):
                yield '%s:%d: %s' % (name, number, line.strip()[:80])


if __name__ == '__main__':
    sys.exit(tap.run(SourceTree(sys.argv[1])))
