#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a launcher offers beside the icon, and what a shell hands the program by a pipe.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import configparser
import os
import re
import subprocess
import sys

import desktop
import journey as journeys
from desktop import wait_for, xdotool
from journey import tap
from services import Application

DESKTOP_FILE = os.path.join('data', 'desktop', 'io.github.outlay.Outlay.desktop.in')
OWN_ID = 'io.github.outlay.Outlay'
FIRST = ('Tundra Compute will spend €5 billion on a data centre in Oulu, the company said on '
         'Friday.')
NEW = 'Halden Grid will invest $90 million in a data centre in Turku, the company said on Monday.'


def hand_over_by_pipe(journey, content):
    """The exit status of a second start that gets its article by a pipe."""
    done = subprocess.run([journey.outlay, '--ledger', journey.ledger, '-'], input=content,
                          env=journey.environment, timeout=desktop.PATIENCE, check=False)
    return done.returncode


@tap.case('“-” imports what a pipe holds')
def reads_pipe(journey):
    path = journey.write('first', FIRST)
    journey.start('-', stdin=path)
    journey.wait_for_report(1)
    journey.wait_for_count('1 deal')
    journey.program.close_side()


@tap.case('so it does at a second start, which ends when all of it is read')
def reads_pipe_of_second_start(journey):
    status = hand_over_by_pipe(journey, NEW.encode())
    if status != 0:
        yield 'status %d' % status
    journey.wait_for_report(1)
    journey.wait_for_count('2 deals')
    journey.program.close_side()


@tap.case('an empty pipe is told as an empty file is')
def refuses_empty_pipe(journey):
    hand_over_by_pipe(journey, b'')
    report = journey.wait_for_report(0, failed=1)
    if 'Standard input' not in journey.program.says(within=report):
        yield journey.program.says(within=report)
    journey.program.close_side()


@tap.case('what a launcher offers beside the icon is what the program can do')
def offers_what_it_can(journey):
    file = configparser.ConfigParser(interpolation=None)
    file.optionxform = str
    file.read(os.path.join(journey.root, DESKTOP_FILE), encoding='utf-8')
    offered = [name for name in file['Desktop Entry']['Actions'].split(';') if name]
    journey.application = Application(OWN_ID + '.Ledger')
    known = journey.application.actions()
    if not offered:
        yield 'nothing'
    for name in offered:
        if name not in known or not file['Desktop Action ' + name]['Name']:
            yield name


@tap.case('“Import Articles…” asks for files')
def asks_for_files(journey):
    program = journey.program
    journey.application.activate('import-files')
    dialog = wait_for('the file dialog', program.dialog)
    xdotool('windowfocus', '--sync', dialog)
    program.press('Escape')
    wait_for('the file dialog to go', lambda: not program.dialog())
    program.wait_for_window(journeys.TITLE)


@tap.case('“Review Deals” shows the questions, whatever was shown')
def shows_questions(journey):
    journey.program.quit()
    journey.fill()
    journey.start()
    program = journey.program
    program.press('ctrl+f')
    program.type('halden')
    journey.wait_for_count(r'1 of \d+ deals')
    journey.application.activate('review')
    program.wait('button', lambda text: re.match(r'To review, [1-9]\d* of \d+ deals', text))
    program.wait('button', lambda text: text.startswith('Skip'))


@tap.case('the session bus starts the program for it where it does not run')
def starts_for_action(journey):
    with open(journey.log, 'a', encoding='utf-8') as log:
        program = desktop.Program([journey.outlay, '--gapplication-service'], journey.environment,
                                  log)
    try:
        wait_for('the program on the bus', lambda: Application.names(OWN_ID, whole=True))
        Application(OWN_ID, whole=True).activate('review')
        program.wait(name='Import your first articles')
    finally:
        program.quit()


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
