#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an installation puts in its places, and what a Flatpak of it may do.

Arguments: the root of the tree, that of the build.
"""

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


# All that a Flatpak may do beside what everyone may: files come through portals.
ALLOWED = {'--share=ipc', '--socket=fallback-x11', '--socket=wayland', '--device=dri'}


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


def read_manifest(installation):
    """The Flatpak manifest, found by the id that the sources give the program."""
    name = re.search(r"^app_id = '([^']+)'", '\n'.join(installation.tree.lines('meson.build')),
                     re.M).group(1)
    return name, json.loads('\n'.join(installation.tree.lines('build-aux/%s.json' % name)))


@tap.case('the Flatpak is of this program, reaches no network and no file but by portals')
def flatpak_is_confined(installation):
    name, manifest = read_manifest(installation)
    if manifest['id'] != name:
        yield 'it is called %s' % manifest['id']
    if not installation.has(r'bin/%s$' % re.escape(manifest['command'])):
        yield 'nothing is installed as %s' % manifest['command']
    for argument in set(manifest['finish-args']) - ALLOWED:
        yield 'it asks for %s' % argument


@tap.case('what a Flatpak is built from is fixed, and options that it gives are known')
def flatpak_is_buildable(installation):
    modules = read_manifest(installation)[1]['modules']
    options = re.findall(r"^option\('(\w+)'",
                         '\n'.join(installation.tree.lines('meson_options.txt')), re.M)
    for module in modules[:-1]:
        for source in module['sources']:
            if not re.fullmatch('[0-9a-f]{64}', source.get('sha256', '')):
                yield '%s may change' % source['url']
    for given in modules[-1]['config-opts']:
        if re.match(r'-D(\w+)=', given).group(1) not in options:
            yield 'no option is %s' % given


if __name__ == '__main__':
    sys.exit(tap.run(Installation(*sys.argv[1:])))
