#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom: the table of the layers, which the README shows too."""

import re
import sys

import tap
from source_tree import SourceTree, without_comments

# A folder includes its own headers, those of base, and those of the folders its row names.
MAY_USE = {
    'base': [],
    'read': [],
    'extract': [],
    'link': [],
    'ledger': [],
    'ingest': ['read', 'extract', 'link', 'ledger'],
    'model': ['ingest', 'ledger'],
    'report': ['ledger'],
    'ui': ['model', 'report'],
    'ctl': ['read', 'extract', 'link', 'ledger', 'ingest', 'model', 'report'],
}

# A library is reached from these folders only.
LIBRARY_ROOMS = {
    r'(gtk|gdk|gsk)/': ['ui'],
    r'sqlite3\.h': ['ledger'],
    r'libxml/': ['read'],
    r'uchardet': ['read'],
    r'gmime/': ['read'],
    r'poppler\.h': ['read'],
    r'archive': ['read'],
    r'(cairo|pango)': ['report', 'ui'],
    r'json-glib/': ['base', 'read', 'ledger', 'report', 'ctl'],
}

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.MULTILINE)


def includes(tree, name):
    """Yields (line, whether quoted, header) of each include of a file."""
    text = without_comments(tree.read(name))
    for match in INCLUDE.finditer(text):
        yield text.count('\n', 0, match.start()) + 1, match.group(1) == '"', match.group(2)


def sources(tree):
    """Yields (folder, file) of each C file under src."""
    for name in tree.named(r'src/.*\.[ch]$'):
        yield name.split('/')[1], name


@tap.case('every folder of src has its row in the table of layers')
def folders_are_known(tree):
    for folder in sorted({folder for folder, name in sources(tree)}):
        if folder not in MAY_USE:
            yield 'src/%s stands in no row' % folder


@tap.case('a folder includes headers of the folders of its row, of base, and of no others')
def includes_keep_to_the_table(tree):
    for folder, name in sources(tree):
        allowed = {folder, 'base'} | set(MAY_USE.get(folder, []))
        for line, quoted, header in includes(tree, name):
            room = header.split('/')[0]
            if quoted and '/' in header and room in MAY_USE and room not in allowed:
                yield '%s:%d: %s may not include %s' % (name, line, folder, header)


@tap.case('a header of another layer is included by its folder and name')
def no_way_round_the_table(tree):
    for folder, name in sources(tree):
        for line, quoted, header in includes(tree, name):
            if '..' in header.split('/'):
                yield '%s:%d: %s goes round the table' % (name, line, header)
            elif not quoted and header.split('/')[0] in MAY_USE:
                yield '%s:%d: %s is ours and wants quotes' % (name, line, header)


@tap.case('GTK is included by ui only, and every other library by the folders that own it')
def libraries_keep_to_their_rooms(tree):
    for folder, name in sources(tree):
        for line, quoted, header in includes(tree, name):
            for pattern, rooms in LIBRARY_ROOMS.items():
                if not quoted and re.match(pattern, header) and folder not in rooms:
                    yield '%s:%d: <%s> belongs to %s' % (name, line, header, ', '.join(rooms))


@tap.case('the README shows the same table')
def readme_shows_the_table(tree):
    if 'README.md' not in tree.files:
        raise tap.Skip('no README.md')
    rows = dict(re.findall(r'^\| `src/(\w+)/?` \|[^|]*\|([^|]*)\|', tree.read('README.md'), re.M))
    for folder, allowed in MAY_USE.items():
        if folder not in rows:
            yield 'README.md has no row for src/%s' % folder
            continue
        named = {word for word in re.findall(r'\w+', rows[folder]) if word in MAY_USE}
        if named - {'base'} != set(allowed):
            yield 'README.md: %s uses %s, not %s' % (
                folder, ', '.join(allowed) or 'nothing', ', '.join(sorted(named)) or 'nothing')


if __name__ == '__main__':
    sys.exit(tap.run(SourceTree(sys.argv[1])))
