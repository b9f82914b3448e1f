#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of the ledger: one is saved from the preferences, and the day's own takes the place of a
ledger that is damaged.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import glob
import os
import sys

import journey as journeys
from journey import tap


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
    program.wait(name='The copy of the ledger is saved')
    program.press('Escape')
    program.wait_for_window(journeys.TITLE)
    own, journey.ledger = journey.ledger, copy_path(journey)
    copied = shown(journey)
    journey.ledger = own
    if copied != before:
        yield 'the copy holds %s' % copied


@tap.case('a ledger that is damaged is told of, and one click goes back to the copy of the day')
def restores(journey):
    program = journey.program
    program.quit()
    before = shown(journey)
    with open(journey.ledger, 'r+b') as file:
        file.write(b'no ledger any more' * 200)
    for path in glob.glob(journey.ledger + '-*'):
        os.remove(path)
    journey.start()
    program = journey.program
    program.wait(name='The ledger cannot be opened')
    program.click(program.wait('button', lambda text: text.startswith('Go Back to the Copy of ')))
    program.wait(name=lambda text: text.startswith('The damaged ledger is kept as “'))
    journey.wait_for_count('%d deals' % len(before))
    if shown(journey) != before:
        yield 'the copy holds %s' % shown(journey)


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
