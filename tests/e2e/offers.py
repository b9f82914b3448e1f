#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""All the ways in but the file dialog: samples, drops, pastes, a watched folder.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import os
import sys
import time

import desktop
import journey as journeys
from desktop import click_here, wait_for, xdotool
from journey import tap

# Outside of the window, which begins at the display's corner.
BESIDE = (1290, 20)
PAGE = '''<h1>Meridian Cloud builds in Narvik</h1>
<p>Meridian Cloud will spend <b>$6 billion</b> on a
data centre campus near Narvik, the company said on Tuesday.</p>'''
TEXT = ('Borealis Power is to build a data centre in Oulu for 750 million euros, '
        'the company said on Friday.')
SAVED = ('Halden Grid will invest $90 million in a data centre in Turku, '
         'the company said on Monday.')


class Giver:
    """Another program's window beside the one under test."""

    def __init__(self, journey, way, kind, *given):
        self.program = desktop.Program([sys.executable, journeys.GIVER, way, kind, *given],
                                       dict(journey.environment, GTK_A11Y='none'))
        self.program.wait_for_window('Giver')
        xdotool('windowmove', '--sync', self.program.window_id, *BESIDE)

    def middle(self):
        x, y, width, height = next(self.program.surfaces())
        return x + width // 2, y + height // 2

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.program.quit()


def drag(journey, giver, steps=8):
    """Drags from the giver to the middle of the window, and drops there."""
    x, y = giver.middle()
    end_x, end_y, width, height = next(journey.program.surfaces())
    end_x, end_y = end_x + width // 2, end_y + height // 2
    desktop.point_at(x, y)
    xdotool('mousedown', 1)
    for step in range(1, steps + 1):
        desktop.point_at(x + (end_x - x) * step // steps, y + (end_y - y) * step // steps)
        time.sleep(0.1)
    xdotool('mouseup', 1)


def copy(journey, giver):
    """Copies what the giver has, and gives the window the keyboard."""
    def click():
        desktop.point_at(*giver.middle())
        click_here()
    desktop.do_until(click, 'the giver to have copied',
                     lambda: xdotool('search', '--onlyvisible', '--name', '^Copied$').strip())
    xdotool('windowfocus', '--sync', journey.program.window_id)


def has_deal(journey, party):
    return [deal for deal in journey.deals()
            if any(one['name'] == party for one in deal['parties'])]


@tap.case('the first page offers sample articles, and a click imports them')
def tries_samples(journey):
    journey.start()
    journey.program.click(journey.program.wait(
        'button', lambda text: text.endswith('Try Sample Articles')))
    journey.wait_for_report(len(journey.samples))
    journey.program.close_side()
    if len(journey.deals()) < len(journey.samples) - 4:
        yield 'the ledger holds %d deals' % len(journey.deals())


@tap.case('a file and a folder that are dropped are imported, the failure with its reason')
def drops_files(journey):
    folder = os.path.join(journey.place.name, 'dropped')
    os.mkdir(folder)
    single = os.path.join(journey.place.name, 'single.txt')
    for path, text in ((single, TEXT), (os.path.join(folder, 'page.html'), PAGE),
                       (os.path.join(folder, 'empty.txt'), '')):
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
    with Giver(journey, 'drag', 'files', single, folder) as giver:
        drag(journey, giver)
        journey.wait_for_report(2, failed=1)
    said = journey.program.says(within=journey.program.find('panel', 'Import report'))
    if 'empty.txt' not in said or 'The file is empty' not in said:
        yield said
    journey.program.close_side()
    if not has_deal(journey, 'Borealis Power'):
        yield 'no deal of the file that was dropped'


@tap.case('a text that is dropped becomes an article')
def drops_text(journey):
    with Giver(journey, 'drag', 'text', TEXT.replace('Oulu', 'Vaasa')) as giver:
        drag(journey, giver)
        journey.wait_for_report(1)
    journey.program.close_side()


@tap.case('Ctrl+V makes an article of a page that was copied')
def pastes_page(journey):
    with Giver(journey, 'copy', 'page', PAGE.replace('Narvik', 'Bergen')) as giver:
        copy(journey, giver)
        journey.program.press('ctrl+v')
        journey.wait_for_report(1)
    journey.program.close_side()


@tap.case('an address that is pasted is refused with what to do instead')
def pastes_address(journey):
    with Giver(journey, 'copy', 'text', 'https://example.org/news/article.html') as giver:
        copy(journey, giver)
        journey.program.press('ctrl+v')
        journey.wait_for_report(0, failed=1)
    journey.program.wait('label', lambda text: 'Save the page in your browser' in text)
    journey.program.close_side()


@tap.case('Ctrl+V in an entry pastes into the entry')
def pastes_into_entry(journey):
    program = journey.program
    before = len(journey.deals())
    with Giver(journey, 'copy', 'text', 'narvik') as giver:
        copy(journey, giver)
        program.press('ctrl+f')
        program.wait('entry', what='the search entry')
        program.press('ctrl+v')
        journey.wait_for_count(r'1 of \d+ deals')
    program.press('Escape')
    if len(journey.deals()) != before:
        yield 'what was pasted was imported'


@tap.case('what is saved into the watched folder is imported by itself')
def watches_folder(journey):
    program = journey.program
    folder = os.path.join(journey.place.name, 'watched')
    os.mkdir(folder)
    program.click(program.wait('button', 'Import articles'))
    program.click(program.wait('menu item', lambda text: text.startswith('Watch a Folder')))
    program.choose_file(folder)
    with open(os.path.join(folder, 'saved.txt.part'), 'w', encoding='utf-8') as file:
        file.write(SAVED[:30])

    def is_imported():
        """Saves it once more, for nothing tells from when on the folder is watched."""
        name = 'saved-%d.txt' % len(os.listdir(folder))
        with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
            file.write(SAVED)
        time.sleep(3)
        return has_deal(journey, 'Halden Grid')
    wait_for('the deal of the file that was saved', is_imported)

    # What is linked after the article is in may change the number once more.
    def counts_all():
        wanted = '%d deals' % len(journey.deals())
        return program.find('label', lambda text: text.split(' ·')[0] == wanted)
    wait_for('the header to count the deals of the ledger', counts_all)
    if program.find('panel', 'Import report') is not None:
        yield 'a pane opened that nobody asked for'


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
