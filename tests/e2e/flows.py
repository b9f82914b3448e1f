#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The flows by mouse: what is pointed at is told, a click filters or opens, circles are listed.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import sys

import journey as journeys
from desktop import click_here, wait_for
from journey import tap
from pointing import leave, point_until, wait_for_all, wait_for_share

# Closes a circle with a lease of the articles that fill the ledger.
CIRCLE = ('Corvid AI will pay Meridian Cloud $2 billion for computing power from 2027, the company '
          'said on 3 February 2026.',
          'Meridian Cloud will invest $1 billion in Corvid AI, the company said on 4 February '
          '2026.')
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
                        lambda words: '→' in words and words.endswith(', 1 deal'), down=96)
    click_here()
    first, second = words.split(': ')[0].split(' → ')
    program.wait('heading', lambda text: text.startswith(first) and second in text)
    program.close_side()
    wait_for('the details to close', lambda: not program.find('button', 'Close the details'))


@tap.case('the circles are listed; a click tells the deals of one, and a click opens each')
def opens_circle(journey):
    program = journey.program
    program.wait('label', '1 circle of money')
    program.click(program.wait('button', lambda text: text.endswith(' all the way round')))
    program.click(program.wait('button', lambda text: text.startswith('Meridian Cloud → Corvid AI')
                               and '$1 billion' in text))
    program.wait('heading', 'Meridian Cloud → Corvid AI')


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
