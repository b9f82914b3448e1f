#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An import from its beginning to its report: progress, cancelling, undo, every failure with its
reason and its file, what was there already, the deals that are new.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import contextlib
import json
import os
import re
import sqlite3
import subprocess
import sys

import journey as journeys
from desktop import text_of, wait_for
from gi.repository import Gio
from journey import tap
from many import DEAL, MANY, write_many
from services import FileManager

FIRST = ('Tundra Compute will spend €5 billion on a data centre in Oulu, the company said on '
         'Friday.')
# What cannot be imported, each for another reason.
BAD = {'blank.txt': b' \n', 'cut.json': b'{"a":', 'empty.txt': b'',
       'noise.bin': bytes(range(256)), 'photo.png': b'\x89PNG\r\n\x1a\n'}


class FolderOpener:
    """Stands for the desktop's program that opens folders: keeps their paths."""

    def __init__(self, journey):
        self.kept = os.path.join(journey.place.name, 'opened')
        program = journey.write('opener', '#!/bin/sh\necho "$1" >> "%s"\n' % self.kept)
        os.chmod(program, 0o755)
        data, config = (journey.environment[one] for one in ('XDG_DATA_HOME', 'XDG_CONFIG_HOME'))
        os.makedirs(os.path.join(data, 'applications'))
        os.makedirs(config)
        journey.write(os.path.join(data, 'applications', 'opener.desktop'),
                      '[Desktop Entry]\nType=Application\nName=Opener\nExec=%s %%f\n' % program)
        journey.write(os.path.join(config, 'mimeapps.list'),
                      '[Default Applications]\ninode/directory=opener.desktop\n')

    def opened(self):
        if not os.path.exists(self.kept):
            return []
        with open(self.kept, encoding='utf-8') as file:
            return file.read().splitlines()


def count_articles(journey):
    """How many are in the ledger, those without a deal too."""
    ledger = sqlite3.connect('file:%s?mode=ro' % journey.ledger, uri=True)
    with contextlib.closing(ledger):
        return ledger.execute('SELECT count(*) FROM article').fetchone()[0]


def wait_for_articles(journey, count):
    """So many are in the ledger, and the window has read it anew: it knows what to undo."""
    wait_for('%d articles in the ledger' % count, lambda: count_articles(journey) == count)
    deals = len(journey.deals())
    journey.wait_for_count('%d deal%s' % (deals, '' if deals == 1 else 's'))


@tap.case('a file that the program is started with is imported')
def starts_with_file(journey):
    journey.file_manager = FileManager()
    journey.opener = FolderOpener(journey)
    journey.start(journey.write('first.txt', FIRST))
    journey.wait_for_report(1)
    journey.wait_for_count('1 deal')
    journey.program.close_side()


def read_place(journey):
    """At which of the many files the import is told to be; 0 before the first."""
    told = journey.program.find('label', lambda text: re.match(r'\d+ of 1,000 · \d+\.txt', text))
    return int(text_of(told).split()[0]) if told is not None else 0


@tap.case('an import tells which file of how many it reads, and the deals can be used meanwhile')
def tells_progress(journey):
    program = journey.program
    journey.hand_over(write_many(journey))
    program.wait('label', 'Reading articles')
    first = wait_for('the file that is read', lambda: read_place(journey))
    program.click(program.wait('card', lambda text: text.startswith('Tundra Compute')))
    program.wait('button', 'Edit: Amount')
    wait_for('a later file to be read', lambda: read_place(journey) > first)
    if not 0 < program.find('progress bar', 'Progress of the import').get_current_value() < 1:
        yield 'the bar is not between its ends'


@tap.case('Cancel ends it: what was read stays, and the report says after how many files')
def cancels(journey):
    program = journey.program
    program.click(program.wait('button', 'Cancel'))
    stopped = program.wait('label', lambda text: text.startswith('Stopped after '))
    wait_for('the progress to go', lambda: not program.find('progress bar'))
    kept = count_articles(journey) - 1
    if not 0 < kept < MANY:
        yield '%d articles of %d were read' % (kept, MANY)
    if not text_of(stopped).startswith('Stopped after %d of 1,000 files.' % kept):
        yield text_of(stopped)
    journey.wait_for_report(kept)


@tap.case('Undo Import takes all of it back, and can be undone and done again itself')
def undoes(journey):
    program = journey.program
    kept = count_articles(journey)
    program.click(program.wait('button', 'Undo Import'))
    wait_for_articles(journey, 1)
    program.press('ctrl+z')
    wait_for_articles(journey, kept)
    program.press('ctrl+shift+z')
    wait_for_articles(journey, 1)
    program.close_side()


def reasons(journey):
    """Why outlayctl cannot import the bad files: by their names."""
    ledger = os.path.join(journey.place.name, 'other.ledger')
    told = subprocess.run([journey.outlayctl, 'import', '--json', '--ledger', ledger,
                           *journey.bad], env=journey.environment, check=False, timeout=60,
                          capture_output=True, text=True).stdout
    outcomes = map(json.loads, told.splitlines())
    return {os.path.basename(one['file']): one['message'] for one in outcomes}


@tap.case('the report lists every file that was not imported, each with its reason')
def lists_failures(journey):
    program = journey.program
    journey.bad = [os.path.join(journey.place.name, name) for name in BAD]
    for path in journey.bad:
        with open(path, 'wb') as file:
            file.write(BAD[os.path.basename(path)])
    journey.hand_over(*journey.bad, journey.write('new.txt', DEAL))
    report = journey.wait_for_report(1, failed=len(BAD))
    wanted = reasons(journey)
    if sorted(wanted) != sorted(BAD) or len(set(wanted.values())) != len(BAD):
        yield str(wanted)
    for name, reason in wanted.items():
        program.wait('list item', '%s: %s' % (name, reason), within=report)
    program.click(program.wait('button', 'Copy Report', within=report))
    copied = wait_for('the report to be copied', journey.copied)
    for path in journey.bad:
        if '- %s\n  %s\n' % (path, wanted[os.path.basename(path)]) not in copied:
            yield 'the copy is without ' + path


def show(journey, name):
    """Clicks the button that shows a file that was not imported."""
    program = journey.program
    report = program.wait('panel', 'Import report')
    program.click(program.wait('button', 'Show the file ' + name, within=report))


@tap.case('Show File has the file manager show it in its folder, as often as it is clicked')
def shows_file(journey):
    manager = journey.file_manager
    for name in ('cut.json', 'empty.txt', 'empty.txt', 'blank.txt'):
        before = len(manager.asked)
        show(journey, name)
        wait_for('the file manager to be asked', lambda: len(manager.asked) > before)
        path = os.path.join(journey.place.name, name)
        if manager.asked[before:] != [Gio.File.new_for_path(path).get_uri()]:
            yield 'it was asked for %s' % manager.asked[before:]


@tap.case('where the file manager cannot show a file the folder is opened')
def opens_folder(journey):
    journey.file_manager.refuses = True
    show(journey, 'empty.txt')
    wait_for('the folder to be opened', lambda: journey.opener.opened() == [journey.place.name])


@tap.case('of a file that is gone Show File says so')
def tells_of_gone_file(journey):
    path = os.path.join(journey.place.name, 'empty.txt')
    os.remove(path)
    show(journey, 'empty.txt')
    journey.program.wait_for_message('The file “%s” is no longer there.' % path)


@tap.case('Show New Deals leaves the deals of that import alone')
def shows_new(journey):
    program = journey.program
    program.click(program.wait('button', 'Show New Deals'))
    journey.wait_for_count('1 of 2 deals')
    wait_for('the card of the new deal alone', lambda: [
        text.startswith('Halden Grid') for text in journey.cards()] == [True])
    program.click(program.wait('label', 'All deals'))
    journey.wait_for_count('2 deals')


@tap.case('what was there already opens as the article that it is')
def opens_article(journey):
    program = journey.program
    journey.hand_over(os.path.join(journey.place.name, 'first.txt'))
    journey.wait_for_report(0, there=1)
    program.click(program.wait('button', 'Open the article of first.txt'))
    program.wait('entry', lambda text: 'Tundra Compute will spend' in text)


def articles_of(journey):
    """How many articles the one deal of the first file rests on."""
    [deal] = [deal for deal in journey.deals() if deal['parties'][0]['name'] == 'Tundra Compute']
    return len(deal['claims'])


@tap.case('Import Anyway brings what was there in once more, and one undo takes it away')
def imports_anyway(journey):
    program = journey.program
    journey.hand_over(os.path.join(journey.place.name, 'first.txt'))
    report = journey.wait_for_report(0, there=1)
    program.click(program.wait('button', 'Import first.txt anyway', within=report))
    program.wait_for_message('Imported “')
    wait_for('the button to go', lambda: not program.find('button', 'Import first.txt anyway'))
    program.wait('list item', lambda text: text.startswith('first.txt: ')
                 and text.endswith('It was imported once more.'), within=report)
    if articles_of(journey) != 2:
        yield 'the deal rests on %d articles' % articles_of(journey)
    program.click(program.wait('button', 'Undo', what='the button of the message'))
    wait_for('the article to go', lambda: articles_of(journey) == 1)


@tap.case('what was taken back stays away from the next import, which says so and offers it')
def keeps_deleted_away(journey):
    program = journey.program
    path = journey.write('late.txt', DEAL.replace('Halden Grid', 'Lomond Grid'))
    journey.hand_over(path)
    journey.wait_for_report(1)
    before = count_articles(journey)
    program.click(program.wait('button', 'Undo Import'))
    wait_for_articles(journey, before - 1)
    journey.hand_over(path)
    report = journey.wait_for_report(0, deleted=1)
    program.wait('list item', lambda text: text.startswith('late.txt: You deleted it on '),
                 within=report)
    if count_articles(journey) != before - 1:
        yield 'it came back by itself'
    program.click(program.wait('button', 'Import late.txt anyway', within=report))
    wait_for_articles(journey, before)


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
