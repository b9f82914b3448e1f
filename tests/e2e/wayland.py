#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window under Wayland, in a compositor without a screen: no X is there to fall back on.

Nothing points or types there, so all is done by actions. Arguments: the root of the tree, the built
outlay, the built outlayctl, a folder for what a failure leaves to look at.
"""

import os
import shutil
import subprocess
import sys

import desktop
import journey as journeys
from desktop import wait_for
from gi.repository import Atspi
from journey import tap
from services import Application

SOCKET = 'wayland-outlay'
# What each view is known by.
VIEWS = {'table': 'Heads of the columns', 'timeline': 'Timeline of the deals',
         'flows': 'Who commits how much to whom'}


def start_compositor(journey):
    """A compositor with a socket of its own, for the program alone."""
    place = os.path.join(journey.place.name, 'run')
    os.mkdir(place, 0o700)
    journey.environment.update(XDG_RUNTIME_DIR=place, WAYLAND_DISPLAY=SOCKET, GDK_BACKEND='wayland')
    del journey.environment['DISPLAY']
    environment = {name: value for name, value in journey.environment.items()
                   if name != 'WAYLAND_DISPLAY'}
    journey.compositor = subprocess.Popen(
        ['weston', '--no-config', '--backend=headless-backend.so',
         '--socket=' + SOCKET, '--width=1280', '--height=800', '--idle-time=0',
         '--log=' + os.path.join(journey.place.name, 'weston.log')],
        env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    wait_for('the compositor', lambda: os.path.exists(os.path.join(place, SOCKET)))


@tap.case('the window opens, and the cards of the samples can be read')
def opens(journey):
    journey.take_in(*journey.samples)
    start_compositor(journey)
    with open(journey.log, 'a', encoding='utf-8') as log:
        journey.program = desktop.Program([journey.outlay, '--ledger', journey.ledger],
                                          journey.environment, log)
    journey.wait_for_count('%d deals' % len(journey.deals()))
    wait_for('the cards', journey.cards)
    if not any('38 billion' in text for text in journey.cards()):
        yield str(journey.cards())


@tap.case('each view is shown when it is asked for on the bus')
def shows_views(journey):
    journey.application = Application('io.github.outlay.Outlay.Ledger')
    for view, name in VIEWS.items():
        journey.application.activate_in_window('view', view)
        journey.program.wait(name=name)
    journey.application.activate_in_window('view', 'cards')
    wait_for('the cards', journey.cards)


@tap.case('a button that is pressed by accessibility opens the window that prints')
def opens_second_window(journey):
    button = journey.program.wait('button', 'Print the deals shown')
    Atspi.Action.do_action(button, 0)
    journey.program.wait(name=lambda text: text.startswith('Page 1 of '))


@tap.case('it ends when it is told to quit')
def quits(journey):
    journey.application.activate('quit')
    status = wait_for('the program to end', lambda: journey.program.process.poll() is not None
                      and 'status %d' % journey.program.process.returncode)
    if status != 'status 0':
        yield status


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


def main():
    if shutil.which('weston') is None:
        print('1..0 # SKIP weston is not installed')
        return 0
    journey = journeys.Journey(*sys.argv[1:])
    journey.compositor = None
    try:
        return tap.run(journey, steps=True, at_failure=journey.left_behind)
    finally:
        journey.end()
        if journey.compositor is not None:
            journey.compositor.terminate()
            journey.compositor.wait(desktop.PATIENCE)


if __name__ == '__main__':
    sys.exit(main())
