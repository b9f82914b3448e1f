#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several deals at once: selected, then starred, tagged, merged, copied, printed and rejected.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import csv
import os
import re
import subprocess
import sys

import desktop
import journey as journeys
from desktop import text_of, wait_for
from journey import tap

RENTED = '$38 billion'
OWNED = '$27 billion'
TAG = 'to follow'


def card(journey, amount):
    return journey.program.wait('card', lambda text: ', %s' % amount in text)


def deals_with(journey, trait):
    return [deal['id'] for deal in journey.deals() if trait(deal)]


def wait_for_deals(journey, what, count):
    wait_for(what, lambda: len(journey.deals()) == count)
    # What can be undone is known once the window has read the ledger anew.
    journey.wait_for_count('%d deals' % count)


def wait_for_copy(journey, *amounts):
    """What was copied holds those amounts: pasted into the search, its chip tells it."""
    program = journey.program
    program.press('ctrl+f')
    wait_for('the search entry', lambda: next(
        filter(desktop.has_focus, program.all('entry')), None))

    def look():
        program.press('ctrl+a')
        program.press('ctrl+v')
        chip = program.find('button', lambda text: text.startswith('Remove the filter Search'))
        return chip is not None and all(amount in text_of(chip) for amount in amounts)
    wait_for('the copy of %s' % ' and '.join(amounts), look)
    program.press('Escape')
    journey.wait_for_count('%d deals' % len(journey.deals()))


def id_of(journey, amount):
    """The deal whose card shows that amount, by the figure that the amount begins with."""
    figure = float(amount.split()[0].lstrip('$€')) * 1e9
    return next(deal['id'] for deal in journey.deals()
                if deal['amount'] and deal['amount']['high'] == figure)


def select_two(journey):
    journey.program.click(card(journey, RENTED))
    journey.program.wait('button', 'Edit: Amount')
    journey.program.close_side()
    journey.program.click_holding('ctrl', card(journey, OWNED))
    journey.program.wait(name='2 deals selected')


@tap.case('the samples are shown')
def opens(journey):
    journey.start_with_samples()


@tap.case('Ctrl+C copies the card that was just clicked')
def copies_one(journey):
    journey.program.click(card(journey, RENTED))
    journey.program.wait('button', 'Edit: Amount')
    journey.program.press('ctrl+c')
    wait_for_copy(journey, RENTED)
    journey.program.close_side()


@tap.case('Ctrl+click selects a second card; S stars both, and takes their stars away again')
def stars(journey):
    program = journey.program
    select_two(journey)
    program.press('s')
    wait_for('two stars', lambda: len(deals_with(journey, lambda deal: deal['starred'])) == 2)
    wait_for('the stars to be seen', lambda: len(
        [text for text in journey.cards() if 'starred' in text]) == 2)
    program.press('s')
    wait_for('no star', lambda: not deals_with(journey, lambda deal: deal['starred']))


@tap.case('a tag is given to all that are selected')
def tags(journey):
    program = journey.program
    program.click(program.wait('button', 'Tag…'))
    wait_for('the entry to have the keyboard', lambda: next(
        filter(desktop.has_focus, program.all('entry')), None))
    program.type(TAG)
    program.press('Return')
    wait_for('two tags', lambda: len(deals_with(journey, lambda deal: TAG in deal['tags'])) == 2)


@tap.case('Export writes those alone that are selected')
def exports(journey):
    program = journey.program
    table = os.path.join(journey.place.name, 'two.csv')
    program.click(program.wait('button', 'Export…'))
    program.choose_file(table, save=True)
    wait_for('the table', lambda: os.path.exists(table))
    with open(table, encoding='utf-8', newline='') as file:
        ids = {int(row['id']) for row in csv.DictReader(file)}
    wanted = set(deals_with(journey, lambda deal: TAG in deal['tags']))
    if ids != wanted:
        yield 'exported are %s, selected %s' % (ids, wanted)


@tap.case('Print prints those alone, and says so at the head')
def prints(journey):
    program = journey.program
    pdf = os.path.join(journey.place.name, 'two.pdf')
    program.click(program.wait('button', 'Print…'))
    program.wait_for_window('Print')
    program.wait(name=lambda text: re.fullmatch(r'Page 1 of \d+', text))
    program.press('ctrl+s')
    program.choose_file(pdf, save=True)
    wait_for('the PDF', lambda: os.path.exists(pdf))
    program.wait_for_window('Print')
    program.press('Escape')
    program.wait_for_window(journeys.TITLE)
    text = subprocess.run(['pdftotext', '-layout', pdf, '-'], capture_output=True, text=True,
                          check=True).stdout
    for words in (RENTED, OWNED, '2 selected from: %d deals' % len(journey.deals())):
        if words not in text:
            yield 'without “%s”' % words
    if '€20 billion' in text:
        yield 'a deal is printed that is not selected'


@tap.case('Merge makes one deal of those selected, and Ctrl+Z parts them')
def merges(journey):
    program = journey.program
    count = len(journey.deals())
    program.click(program.wait('button', 'Merge'))
    wait_for_deals(journey, 'one deal less', count - 1)
    program.press('ctrl+z')
    wait_for_deals(journey, 'both deals', count)


@tap.case('Escape leaves one deal selected')
def reduces(journey):
    select_two(journey)
    journey.program.press('Escape')
    wait_for('the bar to go', lambda: not journey.program.find(
        name=lambda text: text.endswith(' deals selected')))


@tap.case('Ctrl+A selects all deals, and Escape leaves one')
def selects_all(journey):
    program = journey.program
    program.press('ctrl+a')
    program.wait(name='%d deals selected' % len(journey.deals()))
    program.press('Escape')
    wait_for('the bar to go', lambda: not program.find(
        name=lambda text: text.endswith(' deals selected')))


@tap.case('Ctrl+C copies all that are selected')
def copies_two(journey):
    select_two(journey)
    journey.program.press('ctrl+c')
    wait_for_copy(journey, RENTED, OWNED)


def menu_of(journey):
    """What the menu that is open offers."""
    return {text_of(item) for item in journey.program.all('menu item')}


@tap.case('a click with the second button selects a card and opens its menu')
def opens_menu(journey):
    program = journey.program
    program.click(card(journey, RENTED))
    program.wait('button', 'Edit: Amount')
    program.close_side()
    program.click(card(journey, OWNED), button=3)
    program.wait('menu item', 'This Is No Deal')
    offered = menu_of(journey)
    for item in ('Show Details', 'Star', 'Merge With…', 'Note…', 'Copy', 'Print…', 'Export…'):
        if item not in offered:
            yield 'without “%s”' % item
    if 'Merge' in offered:
        yield 'one deal alone can be merged'
    program.click(program.wait('menu item', 'Star'))
    wait_for('its star', lambda: deals_with(journey, lambda deal: deal['starred']) == [
        id_of(journey, OWNED)])
    wait_for('the menu to go', lambda: not program.find('menu item', 'Star'))


@tap.case('the menu key opens the menu where the keyboard is; of several deals it can merge')
def opens_menu_by_key(journey):
    program = journey.program
    select_two(journey)
    program.press('Menu')
    program.wait('menu item', 'Merge')
    if 'Merge With…' in menu_of(journey):
        yield 'of several deals one can be edited'
    program.press('Escape')
    wait_for('the menu to go', lambda: not program.find('menu item', 'Merge'))


@tap.case('the menu leads to the details, where it edits')
def edits_by_menu(journey):
    program = journey.program
    program.press('Escape')
    wait_for('one deal to be selected', lambda: not program.find(name='2 deals selected'))
    program.click(desktop.do_until(
        lambda: program.click(card(journey, OWNED), button=3), 'the menu',
        lambda: program.find('menu item', 'Note…')))
    program.wait('button', 'Close the details')
    wait_for('the note to have the keyboard', lambda: (
        program.focused() is not None and program.focused().get_role_name() in ('entry', 'text')))
    program.press('Escape')
    close_by_key(journey)


def close_by_key(journey):
    journey.program.press_until('Escape', 'the details to go', lambda: not journey.program.find(
        'button', 'Close the details'))


@tap.case('Alt+Return shows the details, and Delete says that a deal is none')
def takes_keys(journey):
    program = journey.program
    count = len(journey.deals())
    program.click(card(journey, OWNED))
    program.wait('button', 'Close the details')
    close_by_key(journey)
    program.press('alt+Return')
    program.wait('button', 'Close the details')
    close_by_key(journey)
    program.press('Delete')
    wait_for_deals(journey, 'one deal less', count - 1)
    program.press('ctrl+z')
    wait_for_deals(journey, 'all deals', count)


@tap.case('Shift+click selects all between, and No Deals takes them away until Ctrl+Z')
def rejects(journey):
    program = journey.program
    count = len(journey.deals())
    cards = list(program.all('card'))
    program.click(cards[0])
    program.wait('button', 'Edit: Amount')
    program.close_side()
    program.click_holding('shift', cards[2])
    program.wait(name='3 deals selected')
    program.click(program.wait('button', 'No Deals'))
    wait_for_deals(journey, 'three deals less', count - 3)
    program.press('ctrl+z')
    wait_for_deals(journey, 'all deals', count)


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
