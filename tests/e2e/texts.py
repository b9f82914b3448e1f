#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of an article is corrected: read again by what the user makes of it, undone, given back,
and kept where the window closes before it is saved.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import subprocess
import sys

import journey as journeys
from desktop import PATIENCE, marked_words, text_of, wait_for
from journey import tap

ARTICLE = ('Tundra Compute builds in Oulu\n\n'
           'Tundra Compute will spend €5 billion on a data centre in Oulu, the company said on '
           'Friday.\n')
MENDED = 'Tundra Compute will spend €9 billion on a data centre in Oulu, the company said.'
EDITOR = 'Correct the text'


def amount(journey):
    [deal] = journey.deals()
    return deal['amount']['high']


def in_ledger(journey):
    """The text that is used, as outlayctl prints it."""
    return subprocess.run([journey.outlayctl, 'text', '--ledger', journey.ledger, '1'], check=True,
                          capture_output=True, text=True, timeout=60,
                          env=journey.environment).stdout.strip()


def open_article(journey):
    program = journey.program
    program.click(program.wait('card', lambda text: text.startswith('Tundra Compute')))
    program.click(program.wait('button', lambda text: text.startswith('Amount')
                               and 'billion' in text and '\n' not in text))
    return program.wait('entry', lambda text: 'Tundra Compute will spend' in text)


def wait_for_editor(journey):
    """The text that can be changed."""
    return journey.program.wait('entry', within=journey.program.wait('panel', EDITOR))


def edit(journey):
    """Opens the editor by its key, with all of the text selected."""
    journey.program.press('F2')
    wait_for_editor(journey)
    journey.program.press('ctrl+a')


@tap.case('F2 in an article lets its text be corrected; saved, it is read again')
def corrects(journey):
    journey.start(journey.write('tundra.txt', ARTICLE))
    journey.wait_for_report(1)
    journey.program.close_side()
    program = journey.program
    program.click(open_article(journey))
    edit(journey)
    program.type(MENDED)
    program.press('ctrl+s')
    program.wait_for_message('1 article read again. ')
    program.wait('label', 'Text corrected by you')
    if amount(journey) != 9000000000:
        yield 'the deal says %s' % amount(journey)
    if in_ledger(journey) != MENDED:
        yield in_ledger(journey)


@tap.case('the words that prove the amount are marked in the corrected text')
def marks_words(journey):
    program = journey.program

    def marked():
        article = program.find('entry', lambda text: '€9 billion' in text)
        if article is None:
            return None
        return marked_words(article, text_of(article).index('€9 billion'))
    wait_for('the words to be marked', lambda: marked() == '€9 billion')


@tap.case('one undo brings the text and the deal back, also where they are shown')
def undoes(journey):
    program = journey.program
    program.click(program.wait('button', 'Undo', what='the button of the message'))
    wait_for('the amount as it was', lambda: amount(journey) == 5000000000)
    program.wait('entry', lambda text: '€5 billion' in text)
    wait_for('the mark of the corrected text to go', lambda: not program.find(
        'label', 'Text corrected by you'))
    program.press('ctrl+shift+z')
    wait_for('the amount by the correction', lambda: amount(journey) == 9000000000)
    program.wait('label', 'Text corrected by you')


@tap.case('Go Back gives the article the text that was imported')
def goes_back(journey):
    program = journey.program
    program.click(program.wait('button', 'Go Back'))
    wait_for('the amount as imported', lambda: amount(journey) == 5000000000)
    program.wait('entry', lambda text: '€5 billion' in text)
    wait_for('the mark of the corrected text to go', lambda: not program.find(
        'label', 'Text corrected by you'))


@tap.case('what is not saved when the window closes is there again at the article')
def keeps_draft(journey):
    program = journey.program
    program.click(program.wait('entry', lambda text: '€5 billion' in text))
    edit(journey)
    program.type('Not done yet')
    program.wait('label', 'Not saved yet')
    program.press('ctrl+w')
    program.process.wait(PATIENCE)
    journey.start()
    program = journey.program
    program.click(program.wait('card', lambda text: text.startswith('Tundra Compute')))
    program.click(program.wait('button', lambda text: text.startswith('Amount')
                               and 'billion' in text and '\n' not in text))
    editor = wait_for_editor(journey)
    if text_of(editor) != 'Not done yet':
        yield text_of(editor)
    if amount(journey) != 5000000000:
        yield 'the deal says %s' % amount(journey)


@tap.case('Cancel throws it away, and the article is as it was')
def cancels(journey):
    program = journey.program
    program.click(program.wait('button', 'Cancel'))
    program.wait('entry', lambda text: '€5 billion' in text)
    program.press('F2')
    editor = wait_for_editor(journey)
    if '€5 billion' not in text_of(editor):
        yield text_of(editor)
    program.click(program.wait('button', 'Cancel'))


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
