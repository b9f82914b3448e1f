#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window with the keys tells of every key that the program takes, and of no others.

Arguments: the root of the tree.
"""

import re
import sys

import tap
from source_tree import SourceTree, without_comments

TABLE = 'src/ui/help/outlay-shortcuts.c'
LISTED = re.compile(r'\{NC_ \("shortcuts", "[^"]*"\),\s*\{([^}]*)\}\}')
# A key with the modifiers behind it, as bindings and tables of bindings have them.
BOUND = re.compile(r'GDK_KEY_(\w+)((?:\s*[,|]\s*GDK_\w+_MASK)*)')
MODIFIER = re.compile(r'GDK_(\w+)_MASK')
ACCELERATORS = re.compile(r'\{"(?:win|app|window)\.[^"]*",\s*\{([^}]*)\}\}')
TRIGGER = re.compile(r'gtk_shortcut_trigger_parse_string \("([^"]*)"\)')
STRING = re.compile(r'"([^"]*)"')
PART = re.compile(r'<(\w+)>')
# What every list, chart and dialog of a desktop takes; "=" is the key of "+".
USUAL = {'return', 'escape', 'left', 'right', 'up', 'down', 'control return', 'control equal'}
# What lists and the button of the main menu bring along.
OF_TOOLKIT = {'control a', 'f10'}


def spelled(key, modifiers):
    """One spelling for a key, whoever names it."""
    key = key.lower().replace('kp_enter', 'return')
    return ' '.join(sorted(one.lower() for one in modifiers) + [key])


def of_accelerator(text):
    return spelled(PART.sub('', text), PART.findall(text))


def listed_keys(tree):
    lists = LISTED.findall(tree.read(TABLE))
    return {of_accelerator(text) for keys in lists for text in STRING.findall(keys)}


def bound_keys(tree):
    """Where each key is taken: by its spelling."""
    keys = {}
    for name in tree.named(r'src/ui/.*\.c$'):
        if name == TABLE:
            continue
        text = without_comments(tree.read(name))
        found = {spelled(key, MODIFIER.findall(modifiers))
                 for key, modifiers in BOUND.findall(text)}
        accelerators = [one for keys in ACCELERATORS.findall(text) for one in STRING.findall(keys)]
        accelerators += [one for all_of in TRIGGER.findall(text) for one in all_of.split('|')]
        found.update(map(of_accelerator, accelerators))
        for key in found:
            keys.setdefault(key, name)
    return keys


@tap.case('every key that the program takes is in the window with the keys')
def keys_are_listed(tree):
    listed = listed_keys(tree)
    bound = bound_keys(tree)
    if not listed or not bound:
        yield 'there is none'
    for key in sorted(set(bound) - listed - USUAL):
        yield '%s: %s' % (bound[key], key)


@tap.case('the window with the keys lists none that the program does not take')
def listed_keys_are_taken(tree):
    for key in sorted(listed_keys(tree) - set(bound_keys(tree)) - USUAL - OF_TOOLKIT):
        yield key


if __name__ == '__main__':
    sys.exit(tap.run(SourceTree(*sys.argv[1:])))
