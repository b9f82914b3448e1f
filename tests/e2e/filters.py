#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of filter, by mouse and keys: facets, ranges, chips, saved filters, back and forward.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import sys

import desktop
import journey as journeys
from desktop import text_of, wait_for, xdotool
from journey import tap

KEPT = 'Not by supply'


def whole(journey):
    return len(journey.deals())


def wait_for_share(journey):
    """The header tells of fewer deals than there are; returns how many."""
    label = journey.wait_for_count(r'\d+ of %d deals' % whole(journey))
    return int(text_of(label).split()[0])


def open_popover(journey, title, role, name):
    """Opens what filters by title, and waits for what is in it."""
    journey.program.click(journey.program.wait('button', title))
    return journey.program.wait(role, name)


def close_popover(journey, role, name):
    journey.program.press('Escape')
    wait_for('the popover to go', lambda: not journey.program.find(role, name))


def clear_all(journey):
    journey.program.click_until_gone('button', 'Clear All')
    journey.wait_for_count('%d deals' % whole(journey))


def is_supply(text):
    return text.startswith('Supply')


@tap.case('the samples are shown')
def opens(journey):
    journey.start_with_samples()


@tap.case('Ctrl+click on a value excludes it, and the row says so')
def excludes(journey):
    program = journey.program
    without = whole(journey) - len(journey.deals('--kind', 'supply'))
    row = open_popover(journey, 'Kind', 'list item', is_supply)
    program.settle(row)
    xdotool('keydown', 'ctrl')
    program.click(row)
    xdotool('keyup', 'ctrl')
    journey.wait_for_count('%d of %d deals' % (without, whole(journey)))
    program.wait('list item', lambda text: text.startswith('Supply, excluded'))
    close_popover(journey, 'list item', is_supply)


@tap.case('a filter is kept by name in the sidebar, with the number of its deals')
def keeps_filter(journey):
    program = journey.program
    without = whole(journey) - len(journey.deals('--kind', 'supply'))
    # The popover that has just closed may take the first click with it.
    program.click(desktop.do_until(
        lambda: program.click(program.wait('button', 'Save…')), 'the entry for a name',
        lambda: program.find('entry', lambda text: text in ('', 'Name of the filter'))))
    program.type(KEPT)
    program.press('Return')
    program.wait('list item', '%s, %d deals' % (KEPT, without))


@tap.case('a click on a chip removes its filter')
def removes_chip(journey):
    program = journey.program
    program.click(program.wait('button', lambda text: text.startswith('Remove the filter Kind')))
    journey.wait_for_count('%d deals' % whole(journey))


@tap.case('Alt+Left goes back to the filter before, Alt+Right forward again')
def goes_back(journey):
    program = journey.program
    program.press('alt+Left')
    wait_for_share(journey)
    program.press('alt+Right')
    journey.wait_for_count('%d deals' % whole(journey))


@tap.case('a click on a filter that is kept filters by it')
def takes_kept(journey):
    program = journey.program
    program.click(program.wait('list item', lambda text: text.startswith(KEPT)))
    wait_for_share(journey)
    clear_all(journey)


@tap.case('a middle click excludes as well, and a click on the same value frees it')
def excludes_by_middle(journey):
    program = journey.program
    row = open_popover(journey, 'Kind', 'list item', is_supply)
    program.click(row, button=2)
    program.wait('list item', lambda text: text.startswith('Supply, excluded'))
    close_popover(journey, 'list item', is_supply)
    clear_all(journey)


def is_europe(text):
    return text.startswith('Europe')


@tap.case('a click on a region leaves the deals of its countries, and a chip tells of it')
def chooses_region(journey):
    program = journey.program
    there = len(journey.deals('--country', 'europe'))
    row = open_popover(journey, 'Country', 'list item', is_europe)
    program.settle(row)
    program.click(row)
    journey.wait_for_count('%d of %d deals' % (there, whole(journey)))
    program.wait('list item', lambda text: text.startswith('Europe, included'))
    close_popover(journey, 'list item', is_europe)
    program.wait('button', 'Remove the filter Country: Europe')
    clear_all(journey)


def drag_range(journey, title):
    """Drags the lower handle of a histogram to the middle; returns what is left."""
    program = journey.program
    chart = open_popover(journey, title, 'slider', title)
    program.settle(chart)
    x, y = program.middle(chart)
    _, _, width, height = desktop.extents(chart)
    left = x - width // 2 + 4
    handles = y + height // 2 - 26
    program.drag((left, handles), (x, handles))
    left = wait_for_share(journey)
    close_popover(journey, 'slider', title)
    return left


@tap.case('dragging over the amounts leaves the greater ones, told by a chip')
def drags_amount(journey):
    if not 0 < drag_range(journey, 'Amount') < whole(journey):
        yield 'all deals are left'
    journey.program.wait('button', lambda text: text.startswith('Remove the filter Amount'))
    clear_all(journey)


@tap.case('dragging over the capacities leaves the greater ones')
def drags_capacity(journey):
    if not 0 < drag_range(journey, 'Capacity') < whole(journey):
        yield 'all deals are left'
    journey.program.wait('button', lambda text: text.startswith('Remove the filter Capacity'))
    clear_all(journey)


@tap.case('a source is found by some letters of its name')
def finds_source(journey):
    program = journey.program
    program.click(program.wait('button', 'Find a source'))
    program.type('hafen')
    wait_for('the other sources to go', lambda: not program.find(
        'list item', lambda text: text.startswith('The Quayside Post')))
    program.wait('list item', lambda text: text.startswith('Hafenkurier'))
    program.press('Escape')
    program.wait('list item', lambda text: text.startswith('The Quayside Post'))


@tap.case('where no deal matches, a page says so, and its button shows all again')
def matches_nothing(journey):
    program = journey.program
    program.press('ctrl+f')
    program.wait('entry', what='the search entry')
    program.type('zzyzx')
    program.wait('label', 'No deals match')
    journey.wait_for_count('0 of %d deals' % whole(journey))
    program.click(program.wait('button', 'Clear All Filters'))
    journey.wait_for_count('%d deals' % whole(journey))
    program.wait('card')


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
