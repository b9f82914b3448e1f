#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The menus of the interface files: each item has a key of its own, in every language."""

import gettext
import io
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import tap
from source_tree import SourceTree


def levels(menu):
    """Yields what opens at once, as lists of (context, label): the menu, then each submenu."""
    items, submenus = [], []

    def collect(element):
        for child in element:
            if child.tag == 'section':
                collect(child)
                continue
            items.extend((label.get('context'), label.text) for label in child.findall('attribute')
                         if label.get('name') == 'label' and label.get('translatable'))
            if child.tag == 'submenu':
                submenus.append(child)

    collect(menu)
    yield items
    for submenu in submenus:
        yield from levels(submenu)


def translations(tree):
    """By language, how it says things; the source language says them as they are."""
    said = {'en': gettext.NullTranslations()}
    for language in tree.read('po/LINGUAS').split():
        compiled = subprocess.run(['msgfmt', '-o', '-', tree.path('po/%s.po' % language)],
                                  capture_output=True, check=True).stdout
        said[language] = gettext.GNUTranslations(io.BytesIO(compiled))
    return said


def say(words, context, label):
    return words.pgettext(context, label) if context else words.gettext(label)


@tap.case('every item of a menu has a key, which no other one beside it has')
def keys_are_told_apart(tree):
    said = translations(tree)
    for name in tree.named(r'src/.*\.ui$'):
        for menu in ElementTree.parse(tree.path(name)).iter('menu'):
            for items in levels(menu):
                for language, words in said.items():
                    taken = {}
                    for item in items:
                        label = say(words, *item)
                        key = re.search('_(.)', label)
                        if key is None:
                            yield '%s, %s: %s has none' % (name, language, label)
                        elif taken.setdefault(key.group(1).lower(), label) is not label:
                            yield '%s, %s: %s and %s' % (
                                name, language, taken[key.group(1).lower()], label)


if __name__ == '__main__':
    sys.exit(tap.run(SourceTree(sys.argv[1])))
