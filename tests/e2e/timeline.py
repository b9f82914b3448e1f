#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline by mouse: what is pointed at is told, a click filters, a drag takes a period.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import re
import sys

import desktop
import journey as journeys
from desktop import click_here
from journey import tap
from pointing import point_until, remove_chip, wait_for_all, wait_for_share, whole

TIMELINE = 'Timeline of the deals'


@tap.case('the timeline tells of the column that is pointed at, and that an empty one has no deals')
def tells_columns(journey):
    journey.fill()
    journey.start_with_samples()
    journey.program.press('alt+3')
    node = journey.program.wait(name=TIMELINE)
    point_until(journey, node, 'an empty column', lambda words: words.endswith('\nNo deals'))
    words = point_until(journey, node, 'a column', lambda words: 'click to show' in words)
    if not re.match(r'.+\n\d+ deals? · click to show', words):
        yield words


@tap.case('a click on a column leaves its deals, and a click on the chip shows all again')
def clicks_column(journey):
    node = journey.program.wait(name=TIMELINE)
    words = point_until(journey, node, 'a column of several deals',
                        lambda words: 'click to show them' in words)
    click_here()
    wait_for_share(journey, int(re.search(r'\n(\d+) deals', words).group(1)))
    remove_chip(journey, 'Date')


@tap.case('a drag selects a period, whose deals are shown, and the chip removes it')
def drags_period(journey):
    program = journey.program
    node = journey.program.wait(name=TIMELINE)
    program.settle(node)
    x, y = program.middle(node)
    _, _, width, height = desktop.extents(node)
    top = y - height // 2 + height // 8
    program.drag((x, top), (x + width * 2 // 5, top))
    program.wait(name='Selected period')
    program.click(program.wait('button', 'Show Only These'))
    journey.wait_for_count(r'\d+ of %d deals' % whole(journey))
    remove_chip(journey, 'Date')


@tap.case('a click on what a colour stands for leaves the deals of that kind, the next shows all')
def clicks_legend(journey):
    program = journey.program
    wanted = len(journey.deals('--kind', 'supply'))
    program.click(program.wait('button', lambda text: text.startswith('Supply, ')))
    wait_for_share(journey, wanted)
    program.click(program.wait('button', lambda text: text.startswith('Supply, ')))
    wait_for_all(journey)


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
