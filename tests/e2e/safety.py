#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of the ledger: one is saved from the preferences, the ledger goes back to one and from
there again, and the day's own takes the place of a ledger that is damaged.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import glob
import os
import sys

import journey as journeys
from desktop import wait_for
from journey import tap

NEW = 'Halden Grid will invest $90 million in a data centre in Turku, the company said on Monday.'


def copy_path(journey):
    return os.path.join(journey.place.name, 'copy.ledger')


def shown(journey):
    return [(deal['id'], deal['amount']) for deal in journey.deals()]


@tap.case('the samples are shown')
def opens(journey):
    journey.start_with_samples()


@tap.case('the preferences save a copy of the ledger, which holds the same deals')
def saves_copy(journey):
    program = journey.program
    before = shown(journey)
    program.press('ctrl+comma')
    program.wait_for_window('Preferences')
    program.click(program.wait('button', 'Save a Copy Now…'))
    program.choose_file(copy_path(journey), save=True)
    program.wait_for_window(journeys.TITLE)
    program.wait_for_message('The copy of the ledger is saved')
    program.wait_for_window('Preferences')
    program.press('Escape')
    program.wait_for_window(journeys.TITLE)
    own, journey.ledger = journey.ledger, copy_path(journey)
    copied = shown(journey)
    journey.ledger = own
    if copied != before:
        yield 'the copy holds %s' % copied


def ask_to_go_back(journey, told):
    """Opens the copies from the preferences, and chooses the one of which that is told."""
    program = journey.program
    program.wait_for_window('Preferences')
    program.click(program.wait('button', 'Go Back to a Copy…'))
    program.wait_for_window('Go Back to a Copy')
    program.click(program.wait('list item', told))
    program.click(program.wait('button', 'Go Back…'))


def go_back(journey, told):
    """Goes back to the copy of which that is told, and says yes when it is asked."""
    ask_to_go_back(journey, told)
    replace(journey)


def replace(journey):
    program = journey.program
    program.click(program.wait('button', 'Replace the Ledger'))
    wait_for('the window of the copies to go', lambda: not any(
        window.get_name() == 'Go Back to a Copy' for window in program.windows()))


@tap.case('the ledger goes back to a copy chosen in the preferences, not without a question')
def goes_back(journey):
    program = journey.program
    before = journey.before = shown(journey)
    journey.hand_over(journey.write('new.txt', NEW))
    journey.wait_for_report(1)
    journey.wait_for_count('%d deals' % (len(before) + 1))
    journey.after = shown(journey)
    program.press('ctrl+comma')
    ask_to_go_back(journey, lambda text: ': %d deals · ' % len(before) in text)
    program.wait('label', 'Now: %d deals. In the copy: %d deals.' % (len(before) + 1, len(before)))
    program.press('Escape')
    if shown(journey) != journey.after:
        yield 'the ledger has changed before the question was answered'
    go_back(journey, lambda text: ': %d deals · ' % len(before) in text)
    program.wait_for_window(journeys.TITLE)
    program.wait_for_message('The ledger is what it was in the copy “')
    journey.wait_for_count('%d deals' % len(before))
    if shown(journey) != before:
        yield 'the ledger holds %s' % shown(journey)
    # It would tell of an article that is there no more.
    wait_for('the report to go', lambda: not program.find('panel', 'Import report'))


@tap.case('what the ledger was till then is kept as a copy, which it can go back to')
def goes_forth(journey):
    program = journey.program
    go_back(journey, lambda text: text.endswith(' · kept before going back'))
    journey.wait_for_count('%d deals' % len(journey.after))
    if shown(journey) != journey.after:
        yield 'the ledger holds %s' % shown(journey)
    program.wait_for_window('Preferences')
    program.press('Escape')
    program.wait_for_window(journeys.TITLE)


def ask_to_go_back_to(journey, path):
    program = journey.program
    program.click(program.wait('button', 'Another File…'))
    program.choose_file(path)
    program.wait_for_window('Go Back to a Copy')
    program.wait('heading', 'Go back to the copy “%s”?' % os.path.basename(path))


@tap.case('the ledger goes back to a file chosen by hand, and to none that is no ledger')
def goes_back_to_file(journey):
    program = journey.program
    program.press('ctrl+comma')
    program.wait_for_window('Preferences')
    program.click(program.wait('button', 'Go Back to a Copy…'))
    program.wait_for_window('Go Back to a Copy')
    ask_to_go_back_to(journey, journey.write('no.ledger', NEW))
    program.click(program.wait('button', 'Replace the Ledger'))
    program.wait('alert', '“no.ledger” is not a ledger. Choose another file.')
    if shown(journey) != journey.after:
        yield 'the ledger holds %s' % shown(journey)
    program.click(program.wait('button', 'Back'))
    ask_to_go_back_to(journey, copy_path(journey))
    replace(journey)
    journey.wait_for_count('%d deals' % len(journey.before))
    if shown(journey) != journey.before:
        yield 'the ledger holds %s' % shown(journey)
    program.wait_for_window('Preferences')
    program.press('Escape')
    program.wait_for_window(journeys.TITLE)


@tap.case('a ledger that is damaged is told of, and one click goes back to the copy of the day')
def restores(journey):
    program = journey.program
    program.quit()
    with open(journey.ledger, 'r+b') as file:
        file.write(b'no ledger any more' * 200)
    for path in glob.glob(journey.ledger + '-*'):
        os.remove(path)
    journey.start()
    program = journey.program
    program.wait(name='The ledger cannot be opened')
    program.click(program.wait('button', lambda text: text.startswith('Go Back to the Copy of ')))
    program.wait_for_message('The damaged ledger is kept as “')
    journey.wait_for_count('%d deals' % len(journey.before))
    if shown(journey) != journey.before:
        yield 'the copy holds %s' % shown(journey)


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
