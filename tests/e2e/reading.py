#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader has to say: cards as sentences, and states as they change.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import re
import sys

import journey as journeys
from desktop import Atspi, GLib, text_of, wait_for
from journey import tap

# Who to whom, how much, what else, status and day, sources.
SENTENCE = re.compile(r'\w+ to \w+, supply, \$38 billion, United States, from .*, '
                      r'Agreed 3 Nov 2025, 3 sources(, to review)?$')


@tap.case('the samples are shown')
def opens(journey):
    journey.start_with_samples()
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


@tap.case('what was done is told when it is, though nobody has asked for the message before')
def tells_message(journey):
    program = journey.program
    told = []

    def hear(event):
        told.append(str(event.any_data))
    listener = Atspi.EventListener.new(hear)
    listener.register('object:property-change:accessible-name')

    def is_told():
        while GLib.MainContext.default().iteration(False):
            pass
        return any(text.startswith('Rejected “') for text in told)
    program.press('Delete')
    wait_for('the message to be told', is_told)
    program.press('ctrl+z')
    listener.deregister('object:property-change:accessible-name')


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
