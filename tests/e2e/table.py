#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of the deals: ordered by its heads, selected from, copied, starred, edited, fitted.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import sys

import desktop
import journey as journeys
from desktop import text_of, wait_for
from journey import tap

HEADS = 'Heads of the columns'
WORTH = '≈ $ bn'
NO_VALUE = '–'
RENTED = '$38 billion'
NEBIUS = '17.4 billion'
CORRECTED = '19.5 billion'


def rows(journey):
    """The rows from above to below."""
    found = filter(desktop.is_shown, desktop.children(journey.program.wait('list', 'Deals')))
    return sorted(found, key=lambda row: desktop.extents(row)[1])


def row_of(journey, amount):
    return journey.program.wait('table row', lambda text: amount in text)


def cells(row):
    return [text_of(cell) for cell in desktop.children(row)]


def head(journey, name):
    return journey.program.wait('filler', name, within=journey.program.wait(name=HEADS))


def heads(journey):
    """What the heads say that are shown, from the first to the last."""
    shown = filter(desktop.is_shown, desktop.children(journey.program.wait(name=HEADS)))
    return [text_of(one) for one in shown]


def column(journey, name):
    """What the cells of a column say, from above to below."""
    place = heads(journey).index(name)
    return [cells(row)[place] for row in rows(journey)]


def wait_for_order(journey, name, what, key, reverse=False):
    """A column says what goes by a key, where equal ones may follow as they like."""
    def look():
        keys = [key(text) for text in column(journey, name)]
        return keys == sorted(keys, reverse=reverse)
    wait_for('“%s” to go %s' % (name, what), look)


def first_name(text):
    return text.split(',')[0].split(' and ')[0].casefold()


def figure(text):
    return float(text.replace(',', '')) if text != NO_VALUE else -1


def select(journey, row):
    """Clicks a row; again where the rows have just been ordered anew."""
    desktop.do_until(lambda: journey.program.click(row), 'the row to be selected',
                     lambda: desktop.is_selected(row))


def wait_for_selection(journey, count):
    journey.program.wait(name='%d deals selected' % count)


def reduce_selection(journey):
    journey.program.press('Escape')
    wait_for('the bar of what is selected to go', lambda: not journey.program.find(
        name=lambda text: text.endswith(' deals selected')))


@tap.case('a click shows the table: a row for each deal, told as a card is')
def opens(journey):
    journey.start_with_samples()
    journey.program.wait('card', lambda text: RENTED in text)
    told = sorted(journey.cards())
    journey.program.click(journey.program.wait('button', 'Table'))
    journey.program.wait(name=HEADS)
    wait_for('a row for each deal', lambda: len(rows(journey)) == len(journey.deals()))
    for sentence in told:
        if sentence not in map(text_of, rows(journey)):
            yield 'no row says: ' + sentence
    journey.program.settle(row_of(journey, RENTED))


@tap.case('a click on a head orders the rows by it, a second one turns the order')
def orders(journey):
    program = journey.program
    program.click(head(journey, 'Who'))
    wait_for_order(journey, 'Who', 'by the alphabet', first_name)
    program.click(head(journey, 'Who'))
    wait_for_order(journey, 'Who', 'the other way', first_name, reverse=True)


@tap.case('a figure is ordered by its worth, the greatest first, those without one last')
def orders_figures(journey):
    journey.program.click(head(journey, WORTH))
    wait_for_order(journey, WORTH, 'from the greatest down', figure, reverse=True)


@tap.case('Ctrl+click selects rows one by one, and takes one back')
def selects(journey):
    program = journey.program
    first, second, third = rows(journey)[:3]
    select(journey, first)
    program.click_holding('ctrl', third)
    wait_for_selection(journey, 2)
    program.click_holding('ctrl', second)
    wait_for_selection(journey, 3)
    program.click_holding('ctrl', third)
    wait_for_selection(journey, 2)
    reduce_selection(journey)


@tap.case('Shift+click selects all rows between, and Ctrl+C copies their cells, parted by tabs')
def copies(journey):
    program = journey.program
    wanted = rows(journey)[1:5]
    select(journey, wanted[0])
    program.click_holding('shift', wanted[-1])
    wait_for_selection(journey, 4)
    program.press('ctrl+c')
    lines = wait_for('a head and four rows to be copied', lambda: (
        lambda lines: lines if len(lines) == 5 else None)(journey.copied().splitlines()))
    told = [line.split('\t') for line in lines]
    if told[0] != heads(journey):
        yield 'the heads are %s' % told[0]
    for row, line in zip(wanted, told[1:]):
        if [cell or NO_VALUE for cell in line] != cells(row):
            yield '%s is not %s' % (line, cells(row))
    reduce_selection(journey)


@tap.case('S stars a row, a click on its star takes that away, and its sentence says so each time')
def stars(journey):
    program = journey.program
    select(journey, row_of(journey, RENTED))
    program.press('s')
    row = program.wait('table row', lambda text: RENTED in text and text.endswith('starred'))
    if cells(row)[0] != 'Starred':
        yield 'the first cell says ' + cells(row)[0]
    program.click(next(desktop.children(row)))
    row = program.wait('table row', lambda text: RENTED in text and 'starred' not in text)
    if cells(row)[0] != NO_VALUE:
        yield 'the first cell still says ' + cells(row)[0]
    if [deal for deal in journey.deals() if deal['starred']]:
        yield 'the ledger keeps the star'


@tap.case('Return opens the details of a row, which says what is corrected there')
def tells_edit(journey):
    program = journey.program
    select(journey, row_of(journey, NEBIUS))
    program.press('Return')
    program.click(program.wait('button', 'Edit: Amount'))
    entry = program.wait('entry', lambda text: text in ('17.4', 'Figure'))
    program.click(entry)
    program.press('ctrl+a')
    program.type(CORRECTED.split()[0])
    program.press('Return')
    program.wait('table row', lambda text: CORRECTED in text)
    program.close_side()
    program.press('ctrl+z')
    program.wait('table row', lambda text: NEBIUS in text)


def toggle_column(journey, name):
    program = journey.program
    program.click(program.wait('button', 'Columns'))
    program.click(program.wait('menu item', name))
    wait_for('the menu to go', lambda: not program.find('menu item', name))


def copied_heads(journey):
    journey.program.press('ctrl+c')
    return journey.copied().splitlines()[0].split('\t')


@tap.case('a column is hidden and shown from the menu, and is not copied while it is hidden')
def chooses_columns(journey):
    toggle_column(journey, 'Period')
    wait_for('the head to go', lambda: 'Period' not in heads(journey))
    select(journey, row_of(journey, RENTED))
    wait_for('the copy to be without it', lambda: copied_heads(journey) == heads(journey))
    toggle_column(journey, 'Period')
    wait_for('the head to be back', lambda: 'Period' in heads(journey))


@tap.case('a head that is dragged takes its column along, its edge makes that wider')
def drags_heads(journey):
    program = journey.program
    kind, whom = program.middle(head(journey, 'Kind')), program.middle(head(journey, 'Whom'))
    program.drag(kind, (whom[0] - 60, whom[1]))
    wait_for('Kind to stand before Whom', lambda: heads(journey)[1:4] == ['Who', 'Kind', 'Whom'])
    if cells(row_of(journey, RENTED))[2] != 'Supply':
        yield 'the cells stand otherwise: %s' % cells(row_of(journey, RENTED))
    _, _, before, _ = desktop.extents(head(journey, 'Whom'))
    x, y = program.middle(head(journey, 'Whom'))
    # Some versions of GTK count the room about the title to its head, and some don't.
    beyond = head(journey, heads(journey)[4])
    edge = (x + before // 2 + program.middle(beyond)[0] - desktop.extents(beyond)[2] // 2) // 2
    program.drag((edge, y), (edge + 40, y))
    wait_for('Whom to be wider',
             lambda: desktop.extents(head(journey, 'Whom'))[2] >= before + 30)
    toggle_column(journey, 'Reset the Columns')
    wait_for('all to be as before', lambda: heads(journey)[1:4] == ['Who', 'Whom', 'Kind']
             and desktop.extents(head(journey, 'Whom'))[2] == before)


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
