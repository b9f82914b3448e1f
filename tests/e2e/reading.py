#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader has to say: names, roles, cards as sentences, states as they change.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import re
import subprocess
import sys

import journey as journeys
from desktop import Atspi, is_shown, text_of, wait_for, walk
from journey import tap

# What the toolkit calls a thing that nobody named.
TYPE_NAME = re.compile(r'(Gtk|Outlay|Gdk)[A-Z]')
# Who to whom, how much, what else, status and day, sources.
SENTENCE = re.compile(r'\w+ to \w+, supply, \$38 billion, United States, from .*, '
                      r'Agreed 3 Nov 2025, 3 sources$')


def misnamed(journey):
    """What has a type for its name, or has none though the keyboard comes to it."""
    faults = set()
    for window in journey.program.windows():
        for node in walk(window):
            if not is_shown(node):
                continue
            name = text_of(node)
            focusable = node.get_state_set().contains(Atspi.StateType.FOCUSABLE)
            if TYPE_NAME.match(node.get_name() or ''):
                faults.add('%s is called “%s”' % (node.get_role_name(), name))
            if focusable and not name and node.get_role_name() not in ('text', 'entry'):
                faults.add('a %s has no name, in “%s”' % (node.get_role_name(),
                                                          text_of(node.get_parent())))
    return sorted(faults)


@tap.case('the samples are shown')
def opens(journey):
    done = subprocess.run([journey.outlayctl, 'import', '--ledger', journey.ledger,
                           *journey.samples], env=journey.environment, check=False,
                          capture_output=True, timeout=120)
    if done.returncode:
        yield done.stderr.decode()
    journey.start()
    journey.wait_for_count('%d deals' % len(journey.deals()))
    journey.program.wait('card', lambda text: '38 billion' in text)


@tap.case('a card is read as one sentence')
def reads_card(journey):
    card = journey.program.wait('card', lambda text: '38 billion' in text)
    if not SENTENCE.match(text_of(card)):
        yield text_of(card)


@tap.case('a star is told when it comes and when it goes')
def tells_star(journey):
    program = journey.program
    program.click(program.wait('card', lambda text: '38 billion' in text))
    program.press('s')
    program.wait('card', lambda text: '38 billion' in text and 'starred' in text)
    program.press('s')
    program.wait('card', lambda text: '38 billion' in text and 'starred' not in text)


@tap.case('every view has names, and no name is that of a type')
def names_views(journey):
    program = journey.program
    for key, name in (('alt+2', 'Who'), ('alt+3', 'Timeline of the deals'),
                      ('alt+4', 'Who commits how much to whom'), ('alt+1', None)):
        program.press(key)
        if name is not None:
            program.wait(name=name)
        yield from misnamed(journey)


@tap.case('a facet has names, and tells what is chosen')
def names_facet(journey):
    program = journey.program
    program.click(program.wait('button', 'Kind'))
    program.click(program.wait('list item', lambda text: text.startswith('Supply')))
    program.wait('list item', lambda text: text.startswith('Supply, included'))
    yield from misnamed(journey)
    program.press('Escape')
    program.click_until_gone('button', 'Clear All')


@tap.case('the preferences have names, and hold at once')
def names_preferences(journey):
    program = journey.program
    program.press('ctrl+comma')
    program.wait_for_window('Preferences')
    for name in ('Colours', 'Dates', 'Add up in'):
        program.wait(name=name)
    yield from misnamed(journey)
    program.press('Escape')
    wait_for('the preferences to go', lambda: program.find(name='Dates') is None)
    program.wait_for_window(journeys.TITLE)


@tap.case('F1 opens the help, which needs no network')
def opens_help(journey):
    program = journey.program
    program.press('F1')
    program.wait_for_window('Help')
    program.wait(name='What Outlay does')
    yield from misnamed(journey)
    program.press('Escape')
    wait_for('the help to go', lambda: program.find(name='What Outlay does') is None)
    program.wait_for_window(journeys.TITLE)


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
