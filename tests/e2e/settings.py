#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The preferences: each takes effect at once, holds at the next start, and
holds for outlayctl as far as it is about the ledger.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import os
import subprocess
import sys

import desktop
import journey as journeys
from desktop import wait_for
from journey import tap

DAY_IN_WORDS = '3 Nov 2025'
DAY_IN_NUMBERS = '2025-11-03'
# Between a window of light colours and one of dark ones.
GREY = 128
NEW = 'Halden Grid will invest $90 million in a data centre in Turku, the company said on Monday.'


def choose(journey, setting, downs):
    """Chooses the value so many further down in the list of a setting."""
    program = journey.program
    window = wait_for('the preferences', lambda: next(
        (one for one in program.windows() if one.get_name() == 'Preferences'), None))
    program.choose_below(setting, downs, within=window)


def wait_for_day(journey, day):
    journey.program.wait('card', lambda text: '38 billion' in text and day in text)


def brightness(journey):
    """The mean of what the window shows, from 0 to 255."""
    shot = subprocess.run(['import', '-window', str(journey.program.window_id), '-resize', '1x1!',
                           '-depth', '8', 'gray:-'], capture_output=True, check=False).stdout
    return shot[0] if shot else None


def to_review(journey):
    return [deal for deal in journey.deals() if deal.get('review')]


# What the program remembers of the folder that it watches: a stamp and a name.
REMEMBERED = '1/2\told.txt\n'


def memory_path(journey, folder):
    return os.path.join(journey.environment['XDG_STATE_HOME'], folder, 'watched-files')


@tap.case('the samples are shown')
def opens(journey):
    journey.environment['GSETTINGS_BACKEND'] = 'keyfile'
    earlier = memory_path(journey, 'outlay')
    os.makedirs(os.path.dirname(earlier))
    journey.write(earlier, REMEMBERED)
    journey.start_with_samples()
    wait_for_day(journey, DAY_IN_WORDS)


@tap.case('what an earlier version remembered of the watched folder is there, and left for others')
def finds_memory(journey):
    found = {folder: os.path.exists(memory_path(journey, folder))
             for folder in ('outlay', 'io.github.outlay.Outlay')}
    if found != {'outlay': True, 'io.github.outlay.Outlay': True}:
        yield str(found)
        return
    with open(memory_path(journey, 'io.github.outlay.Outlay'), encoding='utf-8') as file:
        if file.read() != REMEMBERED:
            yield 'it is another'


@tap.case('dates are told in numbers as soon as that is chosen')
def tells_dates_in_numbers(journey):
    journey.program.press('ctrl+comma')
    journey.program.wait_for_window('Preferences')
    choose(journey, 'Dates', 1)
    wait_for_day(journey, DAY_IN_NUMBERS)


@tap.case('sums are told in the currency that is chosen')
def adds_up_in_euro(journey):
    choose(journey, 'Add up in', 2)
    journey.program.wait('label', lambda text: ' deals · ' in text and '€' in text
                         and '$' not in text)


@tap.case('the window turns dark as soon as that is chosen')
def turns_dark(journey):
    if brightness(journey) is None:
        raise tap.Skip('ImageMagick is not installed')
    if brightness(journey) < GREY:
        yield 'it is dark before'
    choose(journey, 'Colours', 2)
    wait_for('the window to be dark', lambda: brightness(journey) < GREY)


@tap.case('what was read with less certainty than is chosen waits for review')
def asks_more(journey):
    program = journey.program
    before = len(to_review(journey))
    program.press('alt+r')
    program.press('ctrl+a')
    program.type('100')
    program.press('Tab')
    wait_for('more deals to review in the ledger', lambda: len(to_review(journey)) > before)
    program.wait('list item', 'To review, %d deals' % len(to_review(journey)))


@tap.case('outlayctl asks about the same')
def asks_in_outlayctl_too(journey):
    journey.take_in(journey.write('new.txt', NEW))
    found = [deal for deal in journey.deals()
             if any(one['name'] == 'Halden Grid' for one in deal['parties'])]
    if len(found) != 1 or not found[0].get('review'):
        yield str(found)


@tap.case('Escape closes the preferences, and all holds at the next start')
def remembers(journey):
    program = journey.program
    program.press('Escape')
    program.wait_for_window(journeys.TITLE)
    program.press('ctrl+q')
    wait_for('the program to end', lambda: program.process.poll() is not None)
    journey.start()
    wait_for_day(journey, DAY_IN_NUMBERS)
    journey.program.wait('label', lambda text: ' deals · ' in text and '€' in text
                         and '$' not in text)
    journey.program.wait('list item', 'To review, %d deals' % len(to_review(journey)))
    if (brightness(journey) or 0) >= GREY:
        yield 'the window is light again'


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
