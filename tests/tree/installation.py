#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an installation puts in its places. Arguments: the root of the tree, that of the build."""

import json
import os
import re
import sys

import tap
from source_tree import SourceTree

# A path beneath the prefix, and who looks for it there.
WANTED = [
    (r'bin/outlay$', 'people'),
    (r'bin/outlayctl$', 'people'),
    (r'share/applications/ID\.desktop$', 'desktops'),
    (r'share/metainfo/ID\.metainfo\.xml$', 'software centres'),
    (r'share/dbus-1/services/ID\.service$', 'the session bus'),
    (r'share/glib-2\.0/schemas/.*\.gschema\.xml$', 'GSettings'),
    (r'share/icons/hicolor/scalable/apps/ID\.svg$', 'desktops'),
    (r'share/icons/hicolor/symbolic/apps/ID-symbolic\.svg$', 'desktops'),
    (r'share/man/man1/outlay\.1$', 'man'),
    (r'share/man/man1/outlayctl\.1$', 'man'),
]


class Installation:
    """What meson says it will install."""

    def __init__(self, root, build):
        self.tree = SourceTree(root)
        with open(os.path.join(build, 'meson-info', 'intro-installed.json'),
                  encoding='utf-8') as file:
            self.targets = list(json.load(file).values())
        with open(os.path.join(build, 'outlay-config.h'), encoding='utf-8') as file:
            self.id = re.search(r'OUTLAY_APP_ID "([^"]+)"', file.read()).group(1)

    def has(self, pattern):
        pattern = re.compile('.*/' + pattern.replace('ID', re.escape(self.id)))
        return any(pattern.match(target) for target in self.targets)


@tap.case('an installation has all that people and desktops look for')
def all_is_installed(installation):
    for pattern, reader in WANTED:
        if not installation.has(pattern):
            yield '%s, for %s' % (pattern.replace('\\', '').rstrip('$'), reader)


@tap.case('an installation has every translation')
def translations_are_installed(installation):
    for line in installation.tree.lines('po/LINGUAS'):
        for language in line.split('#')[0].split():
            if not installation.has(r'locale/%s/LC_MESSAGES/outlay\.mo$' % language):
                yield language


if __name__ == '__main__':
    sys.exit(tap.run(Installation(*sys.argv[1:])))
