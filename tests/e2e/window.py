#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's way through the built window, with mouse and keys, from an empty ledger to a PDF.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at. What the window shows is taken from accessibility and compared with what
outlayctl says of the same ledger.
"""

import csv
import os
import re
import subprocess
import sys
import unicodedata

import desktop
import journey as journeys
from desktop import text_of, wait_for
from journey import tap

RENTED = '38 billion'
GERMAN_WORDS = '38 Milliarden Dollar'


@tap.case('an empty ledger opens on the page that invites to import')
def opens_on_first_run(journey):
    journey.start()
    journey.program.wait(name='Import your first articles')


@tap.case('Ctrl+O imports the file that is chosen in the dialog')
def imports_by_dialog(journey):
    program = journey.program
    [vietnamese] = [name for name in journey.samples if name.endswith('vi-openai-aws.txt')]
    program.press('ctrl+o')
    program.choose_file(vietnamese)
    journey.wait_for_count('1 deal')
    program.wait('card', lambda text: RENTED in text)
    if len(journey.deals()) != 1:
        yield 'the ledger holds %d deals' % len(journey.deals())


@tap.case('a second start hands its files to the window that is open')
def imports_by_second_start(journey):
    journey.hand_over(*journey.samples)
    journey.wait_for_report(len(journey.samples) - 1, there=1)
    wanted = len(journey.deals())
    if wanted < len(journey.samples):
        yield 'the ledger holds %d deals' % wanted
    journey.wait_for_count('%d deals' % wanted)
    journey.program.close_side()


@tap.case('the sidebar lists the sources with their deals')
def lists_sources(journey):
    journey.program.wait(name=lambda text: text.startswith('Hafenkurier'))
    journey.program.wait(name=lambda text: text.startswith('The Quayside Post'))


@tap.case('a click on a kind leaves the deals of that kind')
def filters_by_mouse(journey):
    program = journey.program
    whole = len(journey.deals())
    wanted = len(journey.deals('--kind', 'supply'))
    program.click(program.wait('button', 'Kind'))
    program.click(program.wait('list item', lambda text: text.startswith('Supply')))
    journey.wait_for_count('%d of %d deals' % (wanted, whole))
    program.press('Escape')
    wait_for('the list of kinds to go', lambda: not program.find(
        'list item', lambda text: text.startswith('Supply')))
    wait_for('the cards of that kind', lambda: len(journey.cards()) == wanted)
    wrong = [text for text in journey.cards() if 'supply' not in text]
    if wrong:
        yield str(wrong)


@tap.case('three articles in three languages on one deal are one card')
def shows_one_card(journey):
    found = [text for text in journey.cards() if RENTED in text]
    if len(found) != 1 or '3 sources' not in found[0]:
        yield str(found)


@tap.case('the filters are cleared by a click, and all deals are back')
def clears_filters(journey):
    program = journey.program
    # Where the popover gives the pointer back late, the first click goes with it.
    program.click_until_gone('button', lambda text: text.startswith('Clear'))
    journey.wait_for_count('%d deals' % len(journey.deals()))


@tap.case('Ctrl+F finds the deals that hold the words, Escape shows all again')
def searches(journey):
    program = journey.program
    whole = len(journey.deals())
    wanted = len(journey.deals('--search', 'nebius'))
    program.press('ctrl+f')
    program.wait('entry', what='the search entry')
    program.type('nebius')
    journey.wait_for_count('%d of %d deals' % (wanted, whole))
    program.press('Escape')
    journey.wait_for_count('%d deals' % whole)


@tap.case('F9 hides the sidebar and shows it again')
def toggles_sidebar(journey):
    program = journey.program

    def source():
        return program.find('list item', lambda text: text.startswith('Hafenkurier'))
    program.press('F9')
    wait_for('the sidebar to go', lambda: not source())
    program.press('F9')
    wait_for('the sidebar to come', source)


@tap.case('a click on a card opens every field with the words of the articles')
def opens_details(journey):
    program = journey.program
    program.click(program.wait('card', lambda text: RENTED in text))
    program.wait(name='3 articles, 3 sources')
    program.wait('button', lambda text: text.startswith('Amount') and GERMAN_WORDS in text)
    for field in ('Investor', 'Recipient', 'Status', 'Kind'):
        if program.find(name=field) is None:
            yield 'no ' + field


@tap.case('a click on the words shows the article with them marked')
def opens_article(journey):
    program = journey.program
    program.click(program.find('button', lambda text: text.startswith('Amount')
                               and GERMAN_WORDS in text))
    article = program.wait('entry', lambda text: 'Hunderttausende Grafikprozessoren' in text)
    text = text_of(article)
    marked = desktop.marked_words(article, text.index(GERMAN_WORDS + ' geschlossen'))
    if marked != GERMAN_WORDS:
        yield 'marked is “%s”' % marked
    if 'Windpark' in text or 'Deutschlandticket' in text:
        yield 'the teasers of the page are in the article'


@tap.case('Ctrl+P shows the very pages, anew for each layout that is chosen')
def previews(journey):
    program = journey.program
    program.press('ctrl+p')
    program.wait_for_window('Print')
    program.wait(name=lambda text: re.fullmatch(r'Page 1 of [12]', text))
    # By the keyboard: “Dossier” is the fourth of the layouts.
    program.press('alt+l')
    for key in ('space', 'Down', 'Down', 'Down', 'Return'):
        program.press(key)
        desktop.rest(program)
    program.wait(name=lambda text: re.fullmatch(r'Page 1 of ([3-9]|\d\d+)', text))


@tap.case('what the print window shows is saved as a PDF, in its order, with the evidence')
def saves_pdf(journey):
    program = journey.program
    program.press('ctrl+s')
    program.choose_file(journey.pdf, save=True)
    wait_for('the PDF', lambda: os.path.exists(journey.pdf))

    def text():
        return subprocess.run(['pdftotext', '-layout', journey.pdf, '-'], capture_output=True,
                              text=True, check=False).stdout
    wait_for('the PDF to be whole', lambda: RENTED in text())
    # Typesetting joins letters: ﬁ for fi.
    words = unicodedata.normalize('NFKC', re.sub(r'\s+', ' ', text()))
    for deal in journey.deals():
        for party in deal['parties'][:2]:
            if party['name'] not in words:
                yield 'without ' + party['name']
    if GERMAN_WORDS not in words:
        yield 'without the words of the articles'
    twin = os.path.join(journey.place.name, 'twin.pdf')
    subprocess.run([journey.outlayctl, 'print', '--ledger', journey.ledger, '--layout', 'dossier',
                    '-o', twin], env=journey.environment, check=True, timeout=60)
    with open(journey.pdf, 'rb') as first, open(twin, 'rb') as second:
        if first.read() != second.read():
            yield 'outlayctl writes other bytes'


@tap.case('the dialog of the desktop opens over the pages, and Escape leaves both')
def opens_print_dialog(journey):
    program = journey.program
    own = program.window_id
    program.press('ctrl+p')
    dialog = wait_for('the dialog of the printer', program.dialog)
    desktop.xdotool('windowfocus', '--sync', dialog)
    program.press('Escape')
    wait_for('the dialog to go', lambda: program.dialog() is None)
    desktop.xdotool('windowfocus', '--sync', own)
    program.press('Escape')
    program.wait_for_window(journeys.TITLE)


@tap.case('the deals shown are exported in the format that the name of the file tells')
def exports_table(journey):
    program = journey.program
    table = os.path.join(journey.place.name, 'deals.csv')
    program.press('ctrl+shift+e')
    program.choose_file(table, save=True)
    wait_for('the table', lambda: os.path.exists(table))
    with open(table, encoding='utf-8', newline='') as file:
        rows = list(csv.DictReader(file))
    if [int(row['id']) for row in rows] != [deal['id'] for deal in journey.deals()]:
        yield 'the rows are not the deals'


@tap.case('Ctrl+Q ends the program, and what was imported is there at the next start')
def keeps_the_ledger(journey):
    program = journey.program
    wanted = len(journey.deals())
    program.press('ctrl+q')
    status = wait_for('the program to end', lambda: program.process.poll() is not None
                      and 'status %d' % program.process.returncode)
    if status != 'status 0':
        yield status
    journey.start()
    journey.wait_for_count('%d deals' % wanted)


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
