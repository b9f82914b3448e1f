#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles read again: offered where another version of the program has read them, what it changed
shown and undone, asked for by the menu and by keys, for all of them or for one source, and stopped.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import os
import subprocess
import sys

import desktop
import journey as journeys
from desktop import wait_for
from journey import tap
from many import DEAL, write_many

OTHER = '[Halden Holding]\nalias = Halden Grid\ncountry = FI\ntype = company\n'
KEPT = 'What you corrected is kept.'
CHIP = 'Remove the filter Deals: changed by reading again'


def names(journey):
    return {party['name'] for deal in journey.deals() for party in deal['parties']}


def take_in_by_other(journey):
    """Imports an article by an engine with another list of organisations, and the samples so."""
    data = os.path.join(journey.place.name, 'other', 'organisations')
    os.makedirs(data)
    journey.write(os.path.join(data, 'own.ini'), OTHER)
    subprocess.run([journey.outlayctl, 'import', '--ledger', journey.ledger,
                    journey.write('new.txt', DEAL), *journey.samples],
                   env=dict(journey.environment, OUTLAY_DATA_DIR=os.path.dirname(data)),
                   check=True, capture_output=True, timeout=120)


@tap.case('where another version has read the articles the window offers to read them again')
def offers(journey):
    take_in_by_other(journey)
    if 'Halden Holding' not in names(journey):
        yield 'the other list was not read: %s' % names(journey)
    journey.start()
    program = journey.program
    program.wait_for_message('Another version of Outlay read ')
    # The message stays, for the pointer is on it.
    program.press('ctrl+f')
    program.wait('entry', what='the search entry')
    program.type('turku')
    program.wait('card', lambda text: text.startswith('Halden Holding'))


@tap.case('Read Again reads them and says what has changed')
def reads_outdated(journey):
    program = journey.program
    program.click(program.wait('button', 'Read Again'))
    count = len(journey.samples) + 1
    program.wait_for_message('%d articles read again. Deals: 1 changed. ' % count)
    if KEPT not in program.says():
        yield 'it is not said that corrections are kept'
    if not {'Halden Grid'} <= names(journey) - {'Halden Holding'}:
        yield 'the deal says %s' % names(journey)
    program.wait('card', lambda text: text.startswith('Halden Grid'))


@tap.case('Show leaves the deals that changed, until a click on its chip; there is a way back')
def shows_changed(journey):
    program = journey.program
    some, every = '1 of %d deals' % len(journey.deals()), '%d deals' % len(journey.deals())
    program.click(program.wait('button', 'Show', what='the button of the message'))
    journey.wait_for_count(some)
    program.wait('card', lambda text: text.startswith('Halden Grid'))
    program.click(program.wait('button', CHIP))
    journey.wait_for_count(every)
    program.press('alt+Left')
    journey.wait_for_count(some)
    program.wait('button', CHIP)
    program.press('alt+Left')
    # The words that were searched for before.
    wait_for('the chip to go', lambda: not program.find('button', CHIP))
    program.press('alt+Right')
    program.wait('button', CHIP)
    program.press('alt+Right')
    journey.wait_for_count(every)


@tap.case('one undo takes the reading back')
def undoes(journey):
    program = journey.program
    program.press('ctrl+z')
    program.wait_for_message('Undone: Read the articles anew, which changed 1 deal')
    if 'Halden Grid' in names(journey):
        yield 'the deal still says %s' % names(journey)
    program.press('ctrl+shift+z')
    wait_for('the deal to be read again', lambda: 'Halden Grid' in names(journey))


@tap.case('Read All Again finds nothing to change where this version has read all')
def reads_all(journey):
    program = journey.program

    def choose():
        program.press('F10')
        program.click(program.wait('menu item', 'Read All Again'))
    desktop.do_until(choose, 'what came of it', lambda: program.find(
        name='%d articles read again. No deal has changed.' % (len(journey.samples) + 1)))


@tap.case('a source is read again from its menu, and by Ctrl+R while it is chosen')
def reads_source(journey):
    program = journey.program
    row = program.wait('list item', lambda text: text.startswith('Hafenkurier'))
    program.click(row, button=3)
    program.click(program.wait('menu item', 'Read Again'))
    program.wait_for_message('1 article read again. No deal has changed.')
    journey.wait_for_count('%d of %d deals' % (len(journey.deals('--source', 'Hafenkurier')),
                                               len(journey.deals())))
    program.click(program.wait('button', 'Close this message'))
    wait_for('the message to go', lambda: not program.find(
        name=lambda text: text.startswith('1 article read again')))
    program.press('ctrl+r')
    program.wait_for_message('1 article read again. No deal has changed.')
    program.click(program.wait('label', 'All deals'))
    journey.wait_for_count('%d deals' % len(journey.deals()))


@tap.case('it tells how far it is, can be cancelled, and then has changed nothing')
def cancels(journey):
    program = journey.program
    program.quit()
    journey.take_in(write_many(journey))
    before = journey.deals()
    journey.start()
    journey.wait_for_count('{:,} deals'.format(len(before)))
    program = journey.program
    program.press('ctrl+r')
    program.wait('label', 'Reading articles again')
    program.click(program.wait('button', 'Cancel'))
    program.wait_for_message('Stopped. The ledger stays as it was.')
    wait_for('the progress to go', lambda: not program.find('progress bar'))
    if journey.deals() != before:
        yield 'deals have changed'


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
