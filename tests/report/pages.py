#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The printed pages of every layout: their words, their places, links, outline, fonts, language.

Arguments: the root of the tree, the built outlayctl, the built fill-ledger; with --write the words
that are found are kept as those that are wanted.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tree'))
import tap  # noqa: E402

XHTML = '{http://www.w3.org/1999/xhtml}'
MARGIN = 28
LAYOUTS = {
    'brief': [],
    'table': ['--group', 'kind', '--with', 'sources'],
    'cards': ['--with', 'evidence'],
    'dossier': ['--with', 'sources'],
    'sources': [],
}
LOOKS = [[], ['--paper', 'a5'], ['--landscape', '--size', '10'], ['--paper', 'letter', '--margin',
                                                                 '30', '--monochrome']]


class Pages:
    """A ledger with articles in many languages, and what is printed of it."""

    def __init__(self, root, outlayctl, fill):
        self.place = tempfile.TemporaryDirectory(prefix='outlay-pages-')
        self.golden = os.path.join(root, 'tests', 'report', 'golden')
        self.outlayctl = os.path.abspath(outlayctl)
        self.environment = dict(os.environ, XDG_DATA_HOME=self.place.name, LC_ALL='C.UTF-8')
        self.environment.pop('SOURCE_DATE_EPOCH', None)
        self.ledgers = {}
        for name, files in (('usual', ['fixture/articles.jsonl']),
                            ('hard', ['fixture/articles.jsonl', 'report/hard.jsonl'])):
            self.ledgers[name] = os.path.join(self.place.name, name + '.db')
            for file in files:
                subprocess.run([fill, self.ledgers[name], os.path.join(root, 'tests', file)],
                               check=True)

    def print(self, layout, *options, ledger='usual', name='pages.pdf', **environment):
        path = os.path.join(self.place.name, name)
        subprocess.run([self.outlayctl, 'print', '--ledger', self.ledgers[ledger], '--layout',
                        layout, '-o', path, *options], check=True, timeout=120,
                       env=dict(self.environment, **environment))
        return path

    def tool(self, *words):
        if shutil.which(words[0]) is None:
            raise tap.Skip('%s is not installed' % words[0])
        return subprocess.run(words, capture_output=True, check=True).stdout.decode('utf-8')

    def words(self, layout):
        """What the pages say, in the order in which it was set, however lines and pages break."""
        text = self.tool('pdftotext', '-raw', self.print(layout, *LAYOUTS[layout]), '-')
        text = re.sub(r'(?m)^(AI infrastructure deals|as of .*|\d+ deals|Page \d+ of \d+)$', '',
                      text.replace('\f', '\n'))
        return unicodedata.normalize('NFKC', ' '.join(text.split()))


@tap.case('every layout says what it is to say')
def holds_words(pages):
    for layout in LAYOUTS:
        with open(os.path.join(pages.golden, layout + '.txt'), encoding='utf-8') as file:
            wanted = ' '.join(file.read().split())
        found = pages.words(layout)
        # Where a column is narrower a long word may break elsewhere.
        if found.replace(' ', '') != wanted.replace(' ', ''):
            yield '%s: %s' % (layout, found)


def boxes(pages, path):
    """Yields (page, its size, word, its box) of every word."""
    text = pages.tool('pdftotext', '-bbox', path, '-')
    text = re.sub(r'[\x00-\x08\x0b\x0c\x0e-\x1f]', '', text)
    for number, page in enumerate(ElementTree.fromstring(text).iter(XHTML + 'page'), 1):
        size = float(page.get('width')), float(page.get('height'))
        for word in page.iter(XHTML + 'word'):
            yield number, size, word.text or '', tuple(
                float(word.get(name)) for name in ('xMin', 'yMin', 'xMax', 'yMax'))


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
        info = pages.tool('pdfinfo', pages.print('brief', ledger=ledger))
        count = int(re.search(r'Pages:\s+(\d+)', info).group(1))
        if count > 2:
            yield '%s: %d pages' % (ledger, count)


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
        if sys.argv[4:] == ['--write']:
            os.makedirs(pages.golden, exist_ok=True)
            for layout in LAYOUTS:
                path = os.path.join(pages.golden, layout + '.txt')
                with open(path, 'w', encoding='utf-8') as file:
                    file.write(re.sub(r'(.{60,90}?) ', r'\1\n', pages.words(layout)) + '\n')
            return 0
        return tap.run(pages)
    finally:
        pages.place.cleanup()


if __name__ == '__main__':
    sys.exit(main())
