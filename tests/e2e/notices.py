#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop tells of imports while the user is elsewhere, and where a click on that leads.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import os
import sys

import journey as journeys
from desktop import point_at, wait_for, xdotool
from gi.repository import Gio
from journey import tap
from pointing import AWAY
from services import Notifications

FIRST = ('Tundra Compute will spend €5 billion on a data centre in Oulu, the company said on '
         'Friday.')
GOOD = 'Halden Grid will invest $90 million in a data centre in Turku, the company said on Monday.'
BAD = '{"a":'


def go_elsewhere(journey):
    """Takes the keyboard from the window."""
    program = journey.program
    program.wait_for_window(journeys.TITLE)
    wait_for('the window to have the keyboard', program.is_active)
    # What has the keyboard is then the display itself, and what the pointer is on.
    point_at(*AWAY)
    xdotool('windowfocus', xdotool('search', '--maxdepth', 0, '').split()[0])
    wait_for('the window to lose the keyboard', lambda: not program.is_active())


def save(journey, name, text):
    """Saves a file into the watched folder, as whole as a browser does."""
    part = journey.write(name + '.part', text)
    os.rename(part, os.path.join(journey.watched, name))


def wait_for_notice(journey, number):
    return wait_for('notification %d' % number, lambda: journey.desktop.told.get(number))


def click_notice(journey, number):
    """A click leads to the report."""
    journey.desktop.click(number)
    journey.wait_for_report(0, failed=1)


@tap.case('what lies in the watched folder is imported at the start')
def watches(journey):
    journey.desktop = Notifications()
    journey.watched = os.path.join(journey.place.name, 'watched')
    journey.environment['GSETTINGS_BACKEND'] = 'keyfile'
    settings = os.path.join(journey.environment['XDG_CONFIG_HOME'], 'glib-2.0', 'settings')
    os.makedirs(journey.watched)
    os.makedirs(settings)
    journey.write(os.path.join(settings, 'keyfile'),
                  "[io/github/outlay/Outlay]\nwatched-folder='%s'\n"
                  % Gio.File.new_for_path(journey.watched).get_uri())
    save(journey, 'first.txt', FIRST)
    journey.start()
    journey.wait_for_count('1 deal')


@tap.case('of an import that is short and without fault nobody who is elsewhere is told')
def keeps_quiet(journey):
    go_elsewhere(journey)
    save(journey, 'good.txt', GOOD)
    journey.wait_for_count('2 deals')
    save(journey, 'bad.json', BAD)
    if '1 not imported' not in wait_for_notice(journey, 1):
        yield journey.desktop.told[1]
    if len(journey.desktop.told) != 1:
        yield str(journey.desktop.told)


@tap.case('the notification of one with a fault is withdrawn when the user comes back')
def withdraws(journey):
    journey.program.wait_for_window(journeys.TITLE)
    wait_for('the notification to be withdrawn', lambda: 1 in journey.desktop.withdrawn)


@tap.case('a click on it opens the report of that import')
def opens_report(journey):
    go_elsewhere(journey)
    save(journey, 'worse.json', BAD + '[')
    wait_for_notice(journey, 2)
    if journey.program.find('panel', 'Import report') is not None:
        yield 'it is open before'
    click_notice(journey, 2)
    journey.program.close_side()


@tap.case('so it does in the narrowest window')
def opens_report_in_narrow_window(journey):
    journey.resize(360, 700)
    go_elsewhere(journey)
    save(journey, 'worst.json', BAD + '[[')
    wait_for_notice(journey, 3)
    click_notice(journey, 3)


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
