#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of filter, by mouse and keys: facets, ranges, chips, saved filters, back and forward.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import functools
import re
import sys

import desktop
import journey as journeys
from desktop import click_here, text_of, wait_for, xdotool
from journey import tap

KEPT = 'Not by supply'
RENAMED = 'All but supply'
# From the edge of a histogram to the middle of a handle that stands there.
HANDLE = 7


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


def save(journey, name, include=None):
    """Keeps the filter that is on, or one kind alone, by a name."""
    program = journey.program
    if include:
        program.click(open_popover(journey, 'Kind', 'list item', include))
        wait_for_share(journey)
        close_popover(journey, 'list item', include)
    # The popover that has just closed may take the first click with it.
    program.click(desktop.do_until(
        lambda: program.click(program.wait('button', 'Save…')), 'the entry for a name',
        lambda: program.find('entry', lambda text: text in ('', 'Name of the filter'))))
    program.type(name)
    program.press('Return')
    return program.wait('list item', lambda text: text.startswith(name + ', '))


@tap.case('a filter is kept by name in the sidebar, with the number of its deals')
def keeps_filter(journey):
    without = whole(journey) - len(journey.deals('--kind', 'supply'))
    row = text_of(save(journey, KEPT))
    if row != '%s, %d deals' % (KEPT, without):
        yield row


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


def open_kept(journey, name):
    """Opens what renames or deletes a kept filter; returns the entry of its name."""
    program = journey.program
    return desktop.do_until(
        lambda: program.click(program.wait('button', 'Rename or delete ' + name)),
        'the entry of the name', lambda: find_name(journey, name))


def find_name(journey, name):
    return journey.program.find('entry', lambda text: text in (name, 'New name'))


def kept(journey):
    """The names of the filters that are kept, and how many deals each is told to leave."""
    rows = journey.program.all('list item', within=journey.program.find('list', 'Saved filters'))
    return [text_of(row) for row in rows]


@tap.case('a filter that is kept is called otherwise')
def renames_kept(journey):
    program = journey.program
    [before] = kept(journey)
    program.click(open_kept(journey, KEPT))
    program.press('ctrl+a')
    program.type(RENAMED)
    program.press('Return')
    wait_for('the new name', lambda: kept(journey) == [before.replace(KEPT, RENAMED)])
    wait_for('the entry to go', lambda: not find_name(journey, RENAMED))


@tap.case('a filter that is deleted comes back by Undo to where it was, also one deleted by key')
def deletes_kept(journey):
    program = journey.program
    save(journey, 'Supply', include=is_supply)
    both = kept(journey)
    if len(both) != 2:
        yield str(both)
    open_kept(journey, RENAMED)
    program.click(program.wait('button', 'Delete'))
    wait_for('the filter to go', lambda: kept(journey) == both[1:])
    undo_by_toast(journey, RENAMED)
    wait_for('both filters', lambda: kept(journey) == both)
    program.click(program.wait('list item', both[1]))
    wait_for_share(journey)
    program.press('Delete')
    wait_for('the other to go', lambda: kept(journey) == both[:1])
    undo_by_toast(journey, 'Supply')
    wait_for('both filters', lambda: kept(journey) == both)
    clear_all(journey)


def undo_by_toast(journey, name):
    program = journey.program
    text = program.wait(name='The filter “%s” is deleted' % name)
    program.click(program.wait('button', 'Undo', within=text.get_parent()))


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


def open_range(journey, title):
    """Opens a histogram; returns it at rest."""
    program = journey.program
    chart = desktop.do_until(lambda: program.click(program.keep('button', title)),
                             'the histogram of ' + title, lambda: program.find('slider', title))
    program.settle(chart)
    return chart


def place_on(journey, chart, across, handle=False):
    """A place by its share of the width, in the bars or on the line of the handles."""
    x, y = journey.program.middle(chart)
    _, _, width, height = desktop.extents(chart)
    return (x - width // 2 + min(max(round(across * width), HANDLE), width - HANDLE),
            y + height // 2 - (26 if handle else height // 2))


def chosen(journey, title):
    """The range that the chip tells, as outlayctl understands it; None where there is no chip."""
    beginning = 'Remove the filter %s: ' % title
    chip = journey.program.find('button', lambda text: text.startswith(beginning))
    if chip is None:
        return None
    words = text_of(chip)[len(beginning):].replace('\u202f', ' ')
    if words.startswith('from '):
        return words[len('from '):] + '..'
    return '..' + words[len('to '):] if words.startswith('to ') else words.replace(' – ', '..')


def figure_of(deal, title):
    """Whether a deal tells what the histogram counts."""
    return deal[title.lower()]


def wait_for_range(journey, title, form, *others):
    """The chip tells a range of that form, and its deals are those that are left: how many."""
    def look():
        told = chosen(journey, title)
        if told is None or not re.fullmatch(form, told):
            return None
        left = len(journey.deals('--' + title.lower(), told, *others))
        says = text_of(journey.totals())
        return (left,) if says.startswith('%d of %d deals' % (left, whole(journey))) else None
    return wait_for('a range of %s, and its deals' % title, look)[0]


def drags_bars(journey, title):
    """A drag over the bars takes them in, a click on one takes that one alone."""
    program = journey.program
    chart = open_range(journey, title)
    program.drag(place_on(journey, chart, 0.3), place_on(journey, chart, 0.7))
    several = wait_for_range(journey, title, r'[^.]+\.\.[^.]+')
    if not 0 < several < whole(journey):
        yield '%d deals are left' % several
    desktop.point_at(*place_on(journey, chart, 0.05))
    click_here()
    first = wait_for_range(journey, title, r'\.\.[^.]+')
    if not 0 < first < whole(journey):
        yield 'the first bar leaves %d deals' % first
    close_popover(journey, 'slider', title)
    clear_all(journey)


def drags_handles(journey, title):
    """Each handle moves its own bound, also where that was moved before."""
    program = journey.program
    chart = open_range(journey, title)
    program.drag(place_on(journey, chart, 0, True), place_on(journey, chart, 0.25, True))
    greater = wait_for_range(journey, title, r'[^.]+\.\.')
    low = chosen(journey, title)
    program.drag(place_on(journey, chart, 1, True), place_on(journey, chart, 0.7, True))
    both = wait_for_range(journey, title, re.escape(low) + '[^.]+')
    if not 0 < both <= greater < whole(journey):
        yield '%d deals, then %d are left' % (greater, both)
    unstated = [deal for deal in journey.deals() if not figure_of(deal, title)]
    if unstated:
        program.click(program.wait('check box', lambda text: text.startswith('Also ')))
        journey.wait_for_count('%d of %d deals' % (both + len(unstated), whole(journey)))
    elif program.find('check box', lambda text: text.startswith('Also ')):
        yield 'deals without a figure are offered where there are none'
    close_popover(journey, 'slider', title)
    clear_all(journey)


def add_ranges():
    for title, figures in (('Amount', 'amounts'), ('Capacity', 'capacities')):
        tap.case('a drag over the %s leaves the deals of that range, told by a chip' % figures)(
            functools.partial(drags_bars, title=title))
        tap.case('each handle of the %s moves a bound; deals that tell none can stay' % figures)(
            functools.partial(drags_handles, title=title))


add_ranges()


@tap.case('amounts in another currency are another histogram, and its range is told in it')
def drags_euro(journey):
    program = journey.program
    chart = open_range(journey, 'Amount')
    program.choose_below('Currency', 1, within=chart.get_parent())
    program.settle(chart)
    program.drag(place_on(journey, chart, 0.5), place_on(journey, chart, 1))
    left = wait_for_range(journey, 'Amount', r'€[^.]+\.\.', '--currency', 'EUR')
    if not 0 < left < whole(journey):
        yield '%d deals are left' % left
    close_popover(journey, 'slider', 'Amount')
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


@tap.case('the filters that are kept are there at the next start')
def keeps_for_next_start(journey):
    before = kept(journey)
    journey.program.quit()
    journey.start()
    wait_for('the filters that are kept', lambda: kept(journey) == before)


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
