#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was said to be no deal: listed in a window of its own, found there, and brought back.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import sys
import time

import desktop
import journey as journeys
from desktop import wait_for
from journey import tap

TITLE = 'Rejected Deals'
RENTED = '$38 billion'
NARROW = 360


def focus(journey, title):
    """Gives the window of that title the keyboard, and has its places counted from it."""
    journey.program.wait_for_window('^%s$' % title)


def window(journey):
    return next((one for one in journey.program.windows() if one.get_name() == TITLE), None)


def rows(journey):
    """What the list says of each deal."""
    top = window(journey)
    return [desktop.text_of(row) for row in journey.program.all('list item', within=top)]


def wait_for_rows(journey, count):
    wait_for('%d rejected deals to be listed' % count, lambda: len(rows(journey)) == count)


def wait_for_deals(journey, count):
    wait_for('%d deals in the ledger' % count, lambda: len(journey.deals()) == count)
    journey.wait_for_count('%d deals' % count)


def open_rejected(journey):
    program = journey.program

    def choose():
        program.press('F10')
        program.click(program.wait('menu item', 'Rejected Deals…'))
    desktop.do_until(choose, 'the window of the rejected deals', lambda: window(journey))
    focus(journey, TITLE)


@tap.case('without a rejected deal the window says so, and what comes there')
def tells_of_none(journey):
    journey.start_with_samples()
    journey.whole = len(journey.deals())
    open_rejected(journey)
    journey.program.wait('label', 'No rejected deals', within=window(journey))


@tap.case('a deal that is rejected meanwhile comes into the list, with who, how much and when')
def lists(journey):
    program = journey.program
    focus(journey, journeys.TITLE)
    program.click(program.wait('card', lambda text: ', %s' % RENTED in text))
    program.wait('button', 'Edit: Amount')
    program.press('Delete')
    wait_for_deals(journey, journey.whole - 1)
    wait_for_rows(journey, 1)
    said = program.says(within=window(journey))
    day = time.strftime('%-d %b %Y')
    for words in (RENTED, '→', '3 sources', 'rejected ' + day):
        if words not in said:
            yield 'without “%s”: %s' % (words, said)


@tap.case('Return brings it back, Ctrl+Z takes that back, and Ctrl+Shift+Z does it again')
def brings_back(journey):
    program = journey.program
    focus(journey, TITLE)
    program.click(program.wait('list item', within=window(journey)))
    program.press('Return')
    wait_for_deals(journey, journey.whole)
    program.wait('label', 'No rejected deals', within=window(journey))
    program.press('ctrl+z')
    wait_for_deals(journey, journey.whole - 1)
    wait_for_rows(journey, 1)
    program.press('ctrl+shift+z')
    wait_for_deals(journey, journey.whole)
    program.wait('label', 'No rejected deals', within=window(journey))


@tap.case('a search leaves what has its words, by party, amount or source')
def searches(journey):
    program = journey.program
    ids = [str(deal['id']) for deal in journey.deals()][:4]
    program.press('Escape')
    wait_for('the window to go', lambda: window(journey) is None)
    focus(journey, journeys.TITLE)
    journey.act('mark', '--reject', *ids)
    open_rejected(journey)
    wait_for_rows(journey, len(ids))
    entry = program.wait('entry', 'Search the rejected deals', within=window(journey))
    [wanted, *_] = rows(journey)
    program.click(entry)
    program.type(wanted.split()[0])
    wait_for('the other rows to go', lambda: 0 < len(rows(journey)) < len(ids)
             and wanted in rows(journey))
    program.press('ctrl+a')
    program.type('qqq')
    program.wait('label', 'No rejected deal has these words.', within=window(journey))
    program.press('Escape')
    wait_for_rows(journey, len(ids))


@tap.case('several are brought back at once, as one act')
def brings_several_back(journey):
    program = journey.program
    first = wait_for('a row', lambda: program.find('list item', within=window(journey)))
    count = len(rows(journey))
    program.click(first)
    program.press('ctrl+a')
    program.wait('label', '%d selected' % count, within=window(journey))
    program.click(program.wait('button', 'Bring Back', within=window(journey)))
    wait_for_deals(journey, journey.whole)
    program.wait(name='Took %d cards back as deals' % count, within=window(journey))
    program.click(program.wait('button', 'Undo', within=window(journey)))
    wait_for_deals(journey, journey.whole - count)
    wait_for_rows(journey, count)


@tap.case('all of it has its place in a window of %d pixels' % NARROW)
def fits(journey):
    program = journey.program
    program.click(program.wait('list item', within=window(journey)))
    desktop.xdotool('windowsize', '--sync', program.window_id, NARROW, 480)

    def look():
        _, _, width, _ = next(program.surfaces())
        return width <= NARROW
    wait_for('the window to be narrow', look)
    for role, name in (('button', 'Bring Back'), ('entry', 'Search the rejected deals')):
        node = program.wait(role, name, within=window(journey))
        program.settle(node)
        x, _, width, _ = desktop.extents(node)
        if x < 0 or x + width > NARROW:
            yield '%s reaches from %d to %d' % (name, x, x + width)
    before = len(rows(journey))
    program.click(program.wait('button', 'Bring Back', within=window(journey)))
    wait_for_rows(journey, before - 1)


def is_in_view(journey, words):
    card = journey.program.find('card', words)
    if card is None:
        return False
    _, y, _, height = desktop.extents(card)
    _, _, _, whole = next(journey.program.surfaces())
    return y >= 0 and y + height / 2 < whole


@tap.case('the cards are where a deal is that Ctrl+Z has brought back')
def shows_returned(journey):
    program = journey.program
    program.press('Escape')
    wait_for('the window to go', lambda: window(journey) is None)
    focus(journey, journeys.TITLE)
    count = len(journey.deals())
    program.click(program.wait('card', what='the first card'))
    program.press('End')
    [last] = {desktop.text_of(card) for card in program.all('card') if desktop.is_selected(card)}
    program.press('Delete')
    wait_for_deals(journey, count - 1)
    program.press('Home')
    wait_for('the cards to be where they begin', lambda: not is_in_view(journey, last))
    program.press('ctrl+z')
    wait_for_deals(journey, count)
    wait_for('“%s” to be in view' % last, lambda: is_in_view(journey, last))


@tap.case('once something else was done the message offers no more to undo what it tells')
def withdraws_offer(journey):
    program = journey.program
    count = len(journey.deals())
    program.press('Home')
    program.press('Delete')
    wait_for_deals(journey, count - 1)
    # With the pointer on it the message would stay.
    told = desktop.text_of(program.wait_for_message('Rejected '))
    program.press('Home')
    program.press('s')
    wait_for('the star', lambda: any(deal['starred'] for deal in journey.deals()))
    wait_for('the message to go', lambda: program.find(name=told) is None)
    program.press('ctrl+z')
    wait_for('the star to go', lambda: not any(deal['starred'] for deal in journey.deals()))
    program.press('ctrl+z')
    wait_for_deals(journey, count)


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
