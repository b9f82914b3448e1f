#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Correcting, noting, tagging, splitting and undoing, in the details and by keyboard.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import sys

import desktop
import journey as journeys
from desktop import wait_for
from journey import tap

NEBIUS = '17.4 billion'
RENTED = '38 billion'
TAG = 'to follow'
# With a slash, which opens the search wherever no text is written.
NOTE = 'ask the lender and/or the landlord'


def deal_of(journey, party):
    """The deal that one party has, as the ledger holds it."""
    return next((deal for deal in journey.deals()
                 if any(one['name'] == party for one in deal['parties'])), None)


def wait_for_deal(journey, party, what, holds):
    wait_for(what, lambda: holds(deal_of(journey, party)))


@tap.case('the samples are in, and the details of a deal open')
def opens(journey):
    journey.start_with_samples()
    journey.program.click(journey.program.wait('card', lambda text: NEBIUS in text))
    journey.program.wait('button', 'Edit: Amount')


@tap.case('an amount is corrected in its place, with the old value beside it')
def corrects_amount(journey):
    program = journey.program
    program.click(program.wait('button', 'Edit: Amount'))
    entry = program.wait('entry', lambda text: text in ('17.4', 'Figure'))
    program.click(entry)
    program.press('ctrl+a')
    program.type('19.5')
    program.press('Return')
    program.wait('label', '$19.5 billion')
    program.wait('label', 'Your correction')
    program.wait('label', '$17.4 billion')
    wait_for_deal(journey, 'Nebius', 'the ledger to hold the correction',
                  lambda deal: deal['amount']['high'] == 19500000000)


@tap.case('Ctrl+Z takes the correction back, and Ctrl+Shift+Z does it again')
def undoes(journey):
    program = journey.program
    program.press('ctrl+z')
    wait_for_deal(journey, 'Nebius', 'the amount of the article',
                  lambda deal: deal['amount']['high'] == 17400000000)
    program.press('ctrl+shift+z')
    wait_for_deal(journey, 'Nebius', 'the corrected amount',
                  lambda deal: deal['amount']['high'] == 19500000000)


@tap.case('a click takes a correction back')
def takes_back(journey):
    journey.program.click(journey.program.wait('button', 'Take the correction back'))
    wait_for('the correction to go', lambda: not journey.program.find('label', 'Your correction'))
    wait_for_deal(journey, 'Nebius', 'the amount of the article',
                  lambda deal: deal['amount']['high'] == 17400000000)


def choose(journey, item):
    """Chooses from the menu of the deal whose details are open."""
    program = journey.program
    program.click(program.wait('button', 'More for this deal'))
    program.click(program.wait('menu item', item))


@tap.case('a note is written on a deal, with a slash in it, and shown with it')
def notes(journey):
    program = journey.program
    choose(journey, 'Note…')
    program.click(program.wait('entry', lambda text: text in ('', 'Note')))
    program.type(NOTE)
    program.press('Return')
    wait_for_deal(journey, 'Nebius', 'the note', lambda deal: deal.get('note') == NOTE)
    program.wait(name=NOTE)


@tap.case('a tag is given to a deal, and a click takes it away')
def tags(journey):
    program = journey.program
    choose(journey, 'Add a Tag…')
    program.click(program.wait('entry', lambda text: text in ('', 'Tag')))
    program.type(TAG)
    program.press('Return')
    wait_for_deal(journey, 'Nebius', 'the tag', lambda deal: deal['tags'] == [TAG])
    # The details open anew, where the tag stands below what is seen.
    program.close_side()
    program.click(program.wait('card', lambda text: NEBIUS in text))
    more = program.wait('button', 'More for this deal')
    tag = program.wait('button', TAG)
    program.scroll_to(tag, beneath(program, more))
    program.click(tag)
    wait_for_deal(journey, 'Nebius', 'the tag to go', lambda deal: not deal['tags'])


def open_deal(journey, amount):
    """Shows the details of another deal."""
    journey.program.close_side()
    journey.program.click(journey.program.wait('card', lambda text: amount in text))


def beneath(program, head):
    """A place in what scrolls beneath a head."""
    x, y = program.middle(head)
    return x, y + 4 * desktop.extents(head)[3]


def rented(journey):
    return [len(deal['claims']) for deal in journey.deals()
            if (deal.get('amount') or {}).get('high') == 38000000000]


@tap.case('an article is split off a deal, and Ctrl+Z brings it back')
def splits(journey):
    program = journey.program
    count = len(journey.deals())
    open_deal(journey, RENTED)
    program.wait(name='3 articles, 3 sources')
    choose(journey, 'Split…')
    program.click(program.wait('check box', lambda text: '$38 billion' in text))
    program.click(program.wait('button', 'Split'))
    wait_for('two deals of the one', lambda: sorted(rented(journey)) == [1, 2])
    journey.wait_for_count('%d deals' % (count + 1))
    program.press('ctrl+z')
    wait_for('the one deal again', lambda: rented(journey) == [3])
    journey.wait_for_count('%d deals' % count)


@tap.case('what is said to be no deal takes its details with it, and Ctrl+Z brings the deal back')
def rejects(journey):
    program = journey.program
    count = len(journey.deals())
    open_deal(journey, NEBIUS)
    program.wait('button', 'Edit: Amount')
    choose(journey, 'This Is No Deal')
    journey.wait_for_count('%d deals' % (count - 1))
    wait_for('the details to close', lambda: not program.find('button', 'Close the details'))
    program.press('ctrl+z')
    journey.wait_for_count('%d deals' % count)
    program.wait('card', lambda text: NEBIUS in text)


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
