#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The views of the deals: a click or a drag in each, told by accessibility.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import sys

import desktop
import journey as journeys
from desktop import click_here, has_focus, text_of
from journey import tap


def middle_of(journey, name, across, down):
    """A place on the chart of that name, by shares of its size, on the display."""
    program = journey.program
    chart = program.wait(name=name)
    program.settle(chart)
    x, y = program.middle(chart)
    _, _, width, height = desktop.extents(chart)
    return round(x + (across - 0.5) * width), round(y + (down - 0.5) * height)


@tap.case('the samples are imported')
def imports(journey):
    journey.start_with_samples()


@tap.case('Alt+2 shows the table, and a click on a head orders it')
def orders_table(journey):
    program = journey.program
    program.press('alt+2')
    head = program.wait(name='Who')
    table = head
    while table.get_name() != 'Deals':
        table = table.get_parent()
    program.click(head)
    names = {deal['parties'][0]['name'] for deal in journey.deals()}

    def leads():
        """Whether the first row tells the deal whose parties come first in the alphabet.

        Only the table is asked: the cards that it follows stay known for a while.
        """
        cells = [text_of(cell) for cell in program.all('label', within=table)]
        shown = [text for text in cells if text.split(',')[0].split(' and ')[0] in names]
        return shown and shown[0].startswith(min(names))
    desktop.wait_for('%s to be the first row' % min(names), leads)


@tap.case('Alt+3 shows the timeline, and a drag chooses a period')
def chooses_period(journey):
    program = journey.program
    program.press('alt+3')
    start = middle_of(journey, 'Timeline of the deals', 0.5, 0.12)
    end = middle_of(journey, 'Timeline of the deals', 0.9, 0.12)
    program.drag(start, end)
    program.wait(name='Selected period')
    program.click(program.wait('button', lambda text: 'Show Only' in text))
    journey.wait_for_count(r'\d+ of %d deals' % len(journey.deals()))
    program.click_until_gone('button', lambda text: text.startswith('Clear All'))
    journey.wait_for_count('%d deals' % len(journey.deals()))


@tap.case('Alt+4 shows the flows, and Return on a party leaves its deals')
def filters_by_party(journey):
    program = journey.program
    program.press('alt+4')
    chart = program.wait(name='Who commits how much to whom')
    # Where no party stands: a second click, or Return after a click, lets a party go again.
    desktop.point_at(*middle_of(journey, chart.get_name(), 0.5, 0.03))
    click_here()
    desktop.wait_for('the chart to have the keyboard', lambda: has_focus(chart))
    program.press_until('Right', 'a party to be told', chart.get_description)
    program.press('Return')
    journey.wait_for_count(r'\d+ of %d deals' % len(journey.deals()))


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
