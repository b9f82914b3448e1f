#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The flows by mouse: what is pointed at is told, a click filters or opens, circles are listed.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import sys

import desktop
import journey as journeys
from desktop import click_here, wait_for
from journey import tap
from pointing import leave, point_until, remove_chip, wait_for_all, wait_for_share

# A circle, with two deals on one side of it.
CIRCLE = ('Corvid AI will pay Meridian Cloud $2 billion for computing power from 2027, the company '
          'said on 3 February 2026.',
          'Meridian Cloud will invest $1 billion in Corvid AI, the company said on 4 February '
          '2026.',
          'Corvid AI will lend Meridian Cloud $700 million, the company said on 9 June 2026.')
FLOWS = 'Who commits how much to whom'


def of_party(journey, name):
    return [deal for deal in journey.deals()
            if any(one['name'] == name for one in deal['parties'])]


@tap.case('the flows tell of the party that is pointed at; a click leaves its deals, the next all')
def clicks_party(journey):
    journey.fill()
    journey.take_in(*(journey.write('circle-%d.txt' % i, text) for i, text in enumerate(CIRCLE)))
    journey.start()
    wait_for_all(journey)
    program = journey.program
    program.press('alt+4')
    node = journey.program.wait(name=FLOWS)
    words = point_until(journey, node, 'a party', lambda words: ': commits ' in words)
    name = words.split(': commits ')[0]
    click_here()
    wait_for_share(journey, len(of_party(journey, name)))
    program.wait('button', 'Remove the filter Party: ' + name)
    leave(node)
    point_until(journey, node, name, lambda words: words.startswith(name + ': commits '))
    click_here()
    wait_for_all(journey)


@tap.case('a flow tells who commits how much to whom, and a click opens its one deal')
def clicks_flow(journey):
    program = journey.program
    node = journey.program.wait(name=FLOWS)
    words = point_until(journey, node, 'the flow of one deal',
                        lambda words: ' to ' in words and words.endswith(', 1 deal'), down=96)
    click_here()
    first, second = words.split(', ')[0].split(' to ')
    program.wait('heading', lambda text: text.startswith(first) and second in text)
    program.close_side()
    wait_for('the details to close', lambda: not program.find('button', 'Close the details'))


@tap.case('the circles are listed; a click tells the deals of one, and a click opens each')
def opens_circle(journey):
    program = journey.program
    program.wait('label', '1 circle of money')
    program.click(program.wait('button', lambda text: text.endswith(' all the way round')))
    program.click(program.wait('button', lambda text: text.startswith('Meridian Cloud to Corvid AI')
                               and '$1 billion' in text))
    program.wait('heading', 'Meridian Cloud → Corvid AI')
    program.close_side()
    wait_for('the details to close', lambda: not program.find('button', 'Close the details'))


@tap.case('keys follow the money to a flow of several deals; Enter shows just these, and all again')
def walks_flows(journey):
    program = journey.program
    program.press('alt+1')
    program.press('alt+4')
    chart = program.wait(name=FLOWS)
    wait_for('the chart to have the keyboard', lambda: desktop.has_focus(chart))
    point_until(journey, chart, 'Corvid AI', lambda words: words.startswith('Corvid AI: commits'))
    program.press('Right')
    wait_for('the flow to be told', lambda: (chart.get_description() or '').startswith(
        'Corvid AI to Meridian Cloud, ') and chart.get_description().endswith(', 2 deals'))
    program.press('Return')
    wait_for_share(journey, 2)
    program.wait('button', 'Remove the filter Flow: Corvid AI → Meridian Cloud')
    program.press('Return')
    wait_for_all(journey)
    program.press('alt+Left')
    wait_for_share(journey, 2)
    remove_chip(journey, 'Flow')


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
