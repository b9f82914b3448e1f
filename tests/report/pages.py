#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The printed pages of every layout: their places, links, outline, fonts, metadata.

Arguments: the root of the tree, the built outlayctl, the built fill-ledger.
"""

import json
import os
import re
import shutil
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tree'))
import tap  # noqa: E402
from printed import LAYOUTS, Pages, boxes  # noqa: E402

MARGIN = 28
LOOKS = [[], ['--paper', 'a5'], ['--landscape', '--size', '10'], ['--paper', 'letter', '--margin',
                                                                 '30', '--monochrome']]


@tap.case('no word of any layout leaves the margins, on any paper')
def keeps_margins(pages):
    for layout in LAYOUTS:
        for look in LOOKS:
            path = pages.print(layout, *LAYOUTS[layout], *look, ledger='hard')
            for number, (width, height), word, (left, top, right, bottom) in boxes(pages, path):
                if (left < MARGIN - 1 or right > width - MARGIN + 1 or top < MARGIN - 6
                        or bottom > height - 8):
                    yield '%s %s, page %d: %r at %s' % (layout, look, number, word,
                                                        (left, top, right, bottom))


@tap.case('every page has its number, and all tell the same count')
def counts_pages(pages):
    for layout in LAYOUTS:
        path = pages.print(layout, *LAYOUTS[layout], ledger='hard')
        texts = pages.tool('pdftotext', '-layout', path, '-').split('\f')[:-1]
        for number, text in enumerate(texts, 1):
            if 'Page %d of %d' % (number, len(texts)) not in text:
                yield '%s: page %d does not tell' % (layout, number)


@tap.case('a brief has no more than two pages')
def stays_brief(pages):
    for ledger in pages.ledgers:
        for look in ([], ['--paper', 'a5'], ['--size', '12'], ['--currency', 'none']):
            info = pages.tool('pdfinfo', pages.print('brief', *look, ledger=ledger))
            count = int(re.search(r'Pages:\s+(\d+)', info).group(1))
            if count > 2:
                yield '%s %s: %d pages' % (ledger, look, count)


@tap.case('a brief tells the period, the sums by kind and by currency, a chart and the ten largest')
def is_brief(pages):
    text = pages.words(pages.print('brief', ledger='hard'))
    for words in ('announced', 'The ten largest', 'By kind', 'By currency', 'By quarter, $ billion',
                  'How the sums are made', '€1 = $'):
        if words not in text:
            yield 'no ' + words
    apart = pages.words(pages.print('brief', '--currency', 'none', ledger='hard'))
    if 'Currencies are added up apart.' not in apart or '≈ $' in apart:
        yield 'currencies are not told apart'


@tap.case('a brief tells the circles that money runs in, and what can travel all the way round')
def tells_circles(pages):
    pages.fill('circle', [('Acme', 'Borealis', 9), ('Borealis', 'Calder', 7),
                          ('Calder', 'Acme', 4), ('Dorn', 'Acme', 2)])
    text = pages.words(pages.print('brief', ledger='circle'))
    for words in ('Circles of money 1 circle of money runs through 3 deals.',
                  'Acme → Borealis ($9 billion), Borealis → Calder ($7 billion), '
                  'Calder → Acme ($4 billion).', 'As much as $4 bn can travel all the way round.'):
        if words not in text:
            yield 'no ' + words


@tap.case('a table has the columns asked for, and a sum for each group')
def chooses_columns(pages):
    text = pages.words(pages.print('table', '--columns', 'amount,status', '--group', 'kind',
                                   ledger='hard'))
    head = text[text.index('Who → whom'):]
    if not head.startswith('Who → whom Amount Status'):
        yield head[:80]
    for group in ('Supply · 3 deals', 'Grant · 1 deal'):
        if not re.search(group + r' \$\d', text):
            yield 'no sum for ' + group


@tap.case('cards stand in threes on wide paper and in twos on small')
def sets_cards(pages):
    for paper, wanted in (('a4', 3), ('a5', 2)):
        words = [(word, box) for page, _, word, box in boxes(
            pages, pages.print('cards', '--paper', paper, ledger='hard')) if page == 1]
        rows = [[word for word, box in words if word.isdigit() and abs(box[1] - first[1]) < 1]
                for one, first in words if one == '1']
        if [str(number + 1) for number in range(wanted)] not in rows:
            yield '%s: %s' % (paper, rows)


def is_grey(page):
    """A portable pixmap: its head, then red, green and blue of every point."""
    points = page.split(b'\n', 3)[3]
    return points[0::3] == points[1::3] == points[2::3]


@tap.case('monochrome is black and grey alone')
def prints_grey(pages):
    for layout in ('brief', 'cards', 'dossier'):
        for look, wanted in (('--monochrome', True), ('--paper=a4', False)):
            path = pages.print(layout, look, ledger='hard')
            if shutil.which('pdftoppm') is None:
                raise tap.Skip('pdftoppm is not installed')
            pages.tool('pdftoppm', '-r', '40', path, path)
            pictures = [read(os.path.join(pages.place.name, name))
                        for name in sorted(os.listdir(pages.place.name)) if name.endswith('.ppm')]
            if all(map(is_grey, pictures)) != wanted:
                yield '%s %s' % (layout, look)
            for name in os.listdir(pages.place.name):
                if name.endswith('.ppm'):
                    os.remove(os.path.join(pages.place.name, name))


@tap.case('words that are written from the right begin at the right')
def begins_right(pages):
    path = pages.print('dossier', ledger='hard')
    edges = [(number, box[2]) for number, (width, _), word, box in boxes(pages, path)
             if re.search('[\u0600-\u06ff]', word) and abs(box[2] - (width - 50)) < 2]
    if not edges:
        yield 'none reaches the right margin'


@tap.case('a dossier tells what was corrected, and what a deal is part of')
def tells_history(pages):
    ledger = os.path.join(pages.place.name, 'corrected.db')
    shutil.copy(pages.ledgers['usual'], ledger)
    pages.ledgers['corrected'] = ledger
    deals = [json.loads(line) for line in
             pages.run('list', '--ledger', ledger, '--json').stdout.decode().splitlines()]
    first, second = [deal['id'] for deal in deals
                     if deal['amount'] and deal['status'] != 'cancelled'][:2]
    pages.run('correct', '--ledger', ledger, str(first), 'amount=12 billion dollars')
    pages.run('part', '--ledger', ledger, str(second), str(first))
    text = pages.words(pages.print('dossier', ledger='corrected'))
    for words in ('$12 billion (corrected by hand)', 'Amount: corrected by hand from “',
                  '” to “$12 billion”', 'made a part of another deal by hand', 'Part of no. '):
        if words not in text:
            yield 'no ' + words
    table = pages.words(pages.print('table', ledger='corrected'))
    if '; part of no. ' not in table or 'is part of another' not in table:
        yield 'the table does not tell the part'
    pages.run('undo', '--ledger', ledger)
    pages.run('undo', '--ledger', ledger)
    if 'by hand' in pages.words(pages.print('dossier', ledger='corrected')):
        yield 'what was undone is still told'


@tap.case('the head of a table returns on each of its pages')
def repeats_heads(pages):
    path = pages.print('table', '--paper', 'a5', '--landscape', '--size', '12', ledger='hard')
    texts = pages.tool('pdftotext', '-layout', path, '-').split('\f')[:-1]
    if len(texts) < 3:
        yield 'too few pages: %d' % len(texts)
    for number, text in enumerate(texts[1:], 2):
        if 'Who → whom' not in text:
            yield 'page %d has no head' % number


def read(path):
    with open(path, 'rb') as file:
        return file.read()


@tap.case('every link leads somewhere')
def follows_links(pages):
    for layout in LAYOUTS:
        path = pages.print(layout, *LAYOUTS[layout], ledger='hard')
        targets = set(re.findall(rb'/Dest \(([\w-]+)\)', read(path)))
        known = set(re.findall(r'"([\w-]+)"', pages.tool('pdfinfo', '-dests', path)))
        yield from ('%s: %s' % (layout, target) for target in targets
                    if target.decode() not in known)
        if layout == 'dossier' and b'/Subtype /Link' not in read(path):
            yield 'no links'


@tap.case('the head and the foot tell which deals are printed, and of how many')
def tells_filter(pages):
    for place in ('Norway', 'Europe'):
        path = pages.print('table', '--year', '2026', '--amount', '1 bn..', '--country', place)
        wanted = r'Deals of 2026 in %s over \$1 billion, \d of \d' % place
        text = pages.tool('pdftotext', '-layout', path, '-')
        if len(re.findall(wanted, text)) != 2:
            yield text


@tap.case('the outline, the title and the language of the document are told')
def tells_itself(pages):
    for layout in LAYOUTS:
        path = pages.print(layout, *LAYOUTS[layout], '--title', 'Mùa xuân')
        info, content = pages.tool('pdfinfo', path), read(path)
        if 'Mùa xuân' not in info:
            yield '%s: no title' % layout
        if b'/Outlines' not in content or b'/Lang (en)' not in content:
            yield '%s: no outline or no language' % layout
        if b'/DisplayDocTitle true' not in content:
            yield '%s: the title is not shown' % layout


@tap.case('all fonts are in the document')
def embeds_fonts(pages):
    for layout in LAYOUTS:
        path = pages.print(layout, *LAYOUTS[layout], ledger='hard')
        for line in pages.tool('pdffonts', path).splitlines()[2:]:
            if not re.search(r'\s(yes)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$', line):
                yield '%s: %s' % (layout, line)


@tap.case('the same ledger gives the same bytes, and the day that a builder asks for')
def repeats_bytes(pages):
    for layout in LAYOUTS:
        first = read(pages.print(layout, *LAYOUTS[layout], ledger='hard'))
        second = read(pages.print(layout, *LAYOUTS[layout], ledger='hard', TZ='Asia/Tokyo'))
        if first != second:
            yield layout
    path = pages.print('table', SOURCE_DATE_EPOCH='1000000000')
    if '9 Sep 2001' not in pages.tool('pdftotext', path, '-'):
        yield 'another day'


def main():
    pages = Pages(*sys.argv[1:4])
    try:
        return tap.run(pages)
    finally:
        pages.place.cleanup()


if __name__ == '__main__':
    sys.exit(main())
