#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The review queue worked with the keyboard alone.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import sqlite3
import sys

import desktop
import journey as journeys
from desktop import wait_for
from journey import tap


def doubted(journey):
    return [deal for deal in journey.deals() if deal.get('conflicts') or deal.get('review')]


@tap.case('what waits for a person is one click away')
def opens(journey):
    journey.fill()
    if not doubted(journey):
        yield 'nothing waits: ' + str(journey.deals())
    journey.start()
    journey.program.click(journey.program.wait('label', 'To review'))
    journey.program.wait('label', lambda text: text.endswith(': which article is right?'))


@tap.case('R says that it is no deal')
def rejects(journey):
    program = journey.program
    before = len(journey.deals())
    program.press('r')
    wait_for('one deal less', lambda: len(journey.deals()) == before - 1)
    program.wait('label', 'Nothing to review')
    program.press('ctrl+z')
    wait_for('the deal to be back', lambda: len(journey.deals()) == before)


def of_party(journey, name):
    return [deal for deal in journey.deals()
            if any(party['name'] == name for party in deal['parties'])]


@tap.case('what may be one deal is asked side by side, with what speaks for it')
def asks_about_pair(journey):
    journey.program.quit()
    journey.take_in(
        journey.write('one.txt', 'Halden Grid will invest $4 billion in a data centre in Turku, '
                      'the company said on Monday.'),
        journey.write('other.txt', 'Halden Grid plans to spend $4.3 billion on a data centre in '
                      'Finland with 200 megawatts.'))
    if len(of_party(journey, 'Halden Grid')) != 2:
        yield str(of_party(journey, 'Halden Grid'))
    journey.start()
    program = journey.program
    program.click(desktop.do_until(
        lambda: program.click(program.wait('label', 'To review')), 'the pair in the queue',
        lambda: program.find('list item', lambda text: text.startswith('Halden Grid'))))
    program.wait('label', lambda text: text.startswith('same investor'))
    for amount in ('$4 billion', '$4.3 billion'):
        program.wait('label', amount)


def wait_for_deals(journey, count):
    """The ledger holds so many, and the window has read them anew: it knows what to undo."""
    wait_for('%d deals' % count, lambda: len(journey.deals()) == count)
    journey.wait_for_count(r'(\d+ of )?%d deals' % count)


@tap.case('Enter makes the two one, and Ctrl+Z parts them again')
def merges(journey):
    count = len(journey.deals())
    journey.program.press('Return')
    wait_for_deals(journey, count - 1)
    if len(of_party(journey, 'Halden Grid')) != 1:
        yield str(of_party(journey, 'Halden Grid'))
    journey.program.press('ctrl+z')
    wait_for_deals(journey, count)


@tap.case('N keeps the two apart, and they are not asked about again')
def keeps_apart(journey):
    program = journey.program
    program.click(program.wait('list item', lambda text: text.startswith('Halden Grid')))
    program.wait('label', lambda text: text.startswith('same investor'))
    program.press('n')
    wait_for('the question to go', lambda: not program.find(
        'list item', lambda text: text.startswith('Halden Grid')))
    if len(of_party(journey, 'Halden Grid')) != 2:
        yield 'they are one now'


@tap.case('Merge All Certain Ones makes one deal of each pair, and Ctrl+Z parts it')
def merges_certain(journey):
    program = journey.program
    program.quit()
    journey.take_in(
        journey.write('first.txt', 'Tundra Compute will invest $4 billion in a data centre in '
                      'Turku, the company said on Monday.'),
        journey.write('second.txt', 'Tundra Compute plans to spend $4.3 billion on a data '
                      'centre in Finland with 200 megawatts.'))
    with sqlite3.connect(journey.ledger) as ledger:
        ledger.execute('UPDATE suggestion SET points = 20')
    ledger.close()
    journey.start()
    program = journey.program
    count = len(journey.deals())
    program.click(program.wait('label', 'To review'))
    program.click(program.wait('button', 'Merge All Certain Ones'))
    wait_for_deals(journey, count - 1)
    if len(of_party(journey, 'Tundra Compute')) != 1:
        yield str(of_party(journey, 'Tundra Compute'))
    program.press('ctrl+z')
    wait_for_deals(journey, count)


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
