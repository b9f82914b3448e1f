#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each exported format, read back by a program that knows nothing of Outlay.

Arguments: the root of the tree, the built outlayctl, the built fill-ledger.
"""

import csv
import html.parser
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tree'))
import tap  # noqa: E402

GRAPHML = '{http://graphml.graphdrawing.org/xmlns}'
FORMULA = ('=', '+', '-', '@', '\t', '\r')
VOID = {'meta', 'br', 'hr', 'img', 'link'}


class Ledger:
    """A ledger with articles in many languages, some of them made to hurt."""

    def __init__(self, root, outlayctl, fill):
        self.place = tempfile.TemporaryDirectory(prefix='outlay-exports-')
        self.root = os.path.abspath(root)
        self.outlayctl = os.path.abspath(outlayctl)
        self.path = os.path.join(self.place.name, 'ledger.db')
        for name in ('fixture/articles.jsonl', 'report/hard.jsonl'):
            subprocess.run([fill, self.path, os.path.join(self.root, 'tests', name)], check=True)
        self.deals = [json.loads(line) for line in self.export('json').splitlines()]

    def run(self, *words):
        environment = dict(os.environ, XDG_DATA_HOME=self.place.name, LC_ALL='C.UTF-8')
        return subprocess.run([self.outlayctl, *words], capture_output=True, env=environment,
                              check=True, timeout=600).stdout

    def export(self, name):
        return self.run('export', '--ledger', self.path, '--format', name).decode('utf-8')

    def file(self, name):
        path = os.path.join(self.place.name, name)
        self.run('export', '--ledger', self.path, '--output', path)
        return path


def investors(deal):
    return '; '.join(party['name'] for party in deal['parties'] if party['role'] == 'investor')


def guarded(text):
    return "'" + text if text.startswith(FORMULA) else text


def compare_rows(ledger, rows):
    if len(rows) != len(ledger.deals):
        yield '%d rows, not %d' % (len(rows), len(ledger.deals))
    for row, deal in zip(rows, ledger.deals):
        if int(row['id']) != deal['id'] or row['kind'] != deal['kind']:
            yield 'deal %s became %s' % (deal['id'], row['id'])
        if row['investors'] != guarded(investors(deal)):
            yield '%s became %s' % (investors(deal), row['investors'])
        amount = deal['amount']
        high = '' if not amount or amount['high'] is None else str(amount['high'])
        if row['amount_high'] != high:
            yield '%s became %s' % (high, row['amount_high'])
        for column, cell in row.items():
            if cell.startswith(FORMULA):
                yield '%s: %r is a formula' % (column, cell)


@tap.case('CSV has a row a deal, as the csv module reads it, and no formula')
def reads_csv(ledger):
    text = ledger.export('csv')
    if '\r\n' not in text or '\n' in text.replace('\r\n', ''):
        yield 'lines do not all end in CRLF'
    yield from compare_rows(ledger, list(csv.DictReader(io.StringIO(text, newline=''))))


@tap.case('TSV has the same, and as many cells in every line')
def reads_tsv(ledger):
    text = ledger.export('tsv')
    if len({line.count('\t') for line in text.splitlines()}) != 1:
        yield 'lines have different numbers of cells'
    rows = list(csv.DictReader(io.StringIO(text), dialect='excel-tab', quoting=csv.QUOTE_NONE))
    yield from compare_rows(ledger, rows)


@tap.case('the claims as CSV have a row each, with words of the article')
def reads_claims(ledger):
    rows = list(csv.DictReader(io.StringIO(ledger.export('claims'), newline='')))
    wanted = [(deal['id'], claim) for deal in ledger.deals for claim in deal['claims']]
    if len(rows) != len(wanted):
        yield '%d rows, not %d' % (len(rows), len(wanted))
    for row, (deal, claim) in zip(rows, wanted):
        if int(row['deal']) != deal:
            yield 'claim %s stands under %s' % (row['claim'], row['deal'])
        words = [entry['text'] for entry in claim['evidence'] if entry['field'] == 'amount']
        if words and row['words'].lstrip("'") != words[0]:
            yield '%r became %r' % (words[0], row['words'])


class Page(html.parser.HTMLParser):
    """What a page says, and whether its elements are closed."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong, self.targets, self.ids = [], [], [], set()
        self.languages, self.marked, self.heads, self.outer = set(), [], 0, []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag not in VOID:
            self.open.append(tag)
        if tag == 'blockquote':
            self.languages.add(attributes.get('lang'))
        if tag == 'th' and 'scope' not in attributes:
            self.wrong.append('a head without a scope')
        self.heads += tag == 'th'
        if 'id' in attributes:
            self.ids.add(attributes['id'])
        if attributes.get('href', '').startswith('#'):
            self.targets.append(attributes['href'][1:])
        if tag in ('script', 'img', 'link', 'iframe'):
            self.outer.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append('</%s> closes nothing' % tag)

    def handle_data(self, data):
        if 'mark' in self.open:
            self.marked.append(data)


@tap.case('HTML is one whole page: closed, with heads, languages and links that lead somewhere')
def reads_html(ledger):
    text = ledger.export('html')
    page = Page()
    page.feed(text)
    page.close()
    yield from page.wrong
    if page.open:
        yield 'not closed: %s' % page.open
    if page.outer or re.search(r'src=|@import|url\(', text):
        yield 'the page needs more than itself: %s' % page.outer
    if not re.match(r'<!DOCTYPE html>\n<html lang="\w+', text):
        yield 'the page does not tell its language'
    yield from (target for target in page.targets if target not in page.ids)
    spoken = {claim['lang'] for deal in ledger.deals for claim in deal['claims']}
    if not spoken <= page.languages:
        yield 'no quote in %s' % (spoken - page.languages)
    if not page.marked:
        yield 'no words are marked'


@tap.case('every line of JSON is one deal, with the words that prove it')
def reads_json(ledger):
    lines = ledger.export('json').splitlines()
    deals = [json.loads(line) for line in lines]
    if len({deal['id'] for deal in deals}) != len(deals) or not deals:
        yield '%d lines' % len(deals)
    for deal in deals:
        for claim in deal['claims']:
            if claim['amount'] and not any(entry['field'] == 'amount' and entry['text']
                                           for entry in claim['evidence']):
                yield 'deal %s: no words prove the amount' % deal['id']


@tap.case('HTML is well-formed')
def lints_html(ledger):
    if shutil.which('xmllint') is None:
        raise tap.Skip('xmllint is not installed')
    result = subprocess.run(['xmllint', '--noout', ledger.file('page.html')],
                            capture_output=True, check=False)
    yield from result.stderr.decode('utf-8', 'replace').splitlines()


@tap.case('GraphML is XML, and every edge runs between nodes that are there')
def reads_graphml(ledger):
    graph = ElementTree.fromstring(ledger.export('graphml')).find(GRAPHML + 'graph')
    nodes = {node.get('id'): node.find(GRAPHML + 'data').text
             for node in graph.iter(GRAPHML + 'node')}
    edges = list(graph.iter(GRAPHML + 'edge'))
    if not edges:
        yield 'no edges'
    for edge in edges:
        if edge.get('source') not in nodes or edge.get('target') not in nodes:
            yield 'an edge from nowhere'
    named = {party['name'] for deal in ledger.deals for party in deal['parties']}
    yield from (name for name in nodes.values() if name not in named)


@tap.case('Graphviz reads the flows')
def reads_dot(ledger):
    if shutil.which('dot') is None:
        raise tap.Skip('dot is not installed')
    result = subprocess.run(['dot', '-Tplain', ledger.file('flows.dot')], capture_output=True,
                            text=True, check=False)
    if result.returncode or result.stderr:
        yield result.stderr or 'dot ended with %d' % result.returncode
    if '\nedge ' not in result.stdout:
        yield 'no edges'


@tap.case('the workbook holds deals and claims, numbers as numbers and text as text')
def reads_workbook(ledger):
    try:
        import openpyxl
    except ImportError:
        raise tap.Skip('openpyxl is not installed')
    try:
        path = ledger.file('deals.xlsx')
    except subprocess.CalledProcessError as error:
        raise tap.Skip(error.stderr.decode('utf-8').strip())
    book = openpyxl.load_workbook(path)
    rows = list(book['Deals'].iter_rows(values_only=True))
    if len(rows) != len(ledger.deals) + 1:
        yield '%d rows of %d deals' % (len(rows), len(ledger.deals))
    head = rows[0]
    for cells, deal in zip(rows[1:], ledger.deals):
        row = dict(zip(head, cells))
        high = deal['amount'] and deal['amount']['high']
        if row['id'] != deal['id'] or row['amount_high'] != high:
            yield 'deal %s: %r' % (deal['id'], row)
        if (row['investors'] or '') != investors(deal):
            yield '%r became %r' % (investors(deal), row['investors'])
    for sheet in book:
        for cells in sheet.iter_rows():
            yield from (cell.coordinate for cell in cells if cell.data_type == 'f')
    if book['Claims'].max_row != 1 + sum(len(deal['claims']) for deal in ledger.deals):
        yield '%d rows of claims' % book['Claims'].max_row


def articles(ledger):
    return {claim['article'] for deal in ledger.deals for claim in deal['claims']}


@tap.case('CSL-JSON lists every article once')
def reads_csl(ledger):
    entries = json.loads(ledger.export('csl'))
    if len({entry['id'] for entry in entries}) != len(entries) or not entries:
        yield '%d entries' % len(entries)
    yield from (entry['id'] for entry in entries if not entry.get('title'))
    for entry in entries:
        for parts in entry.get('issued', {}).get('date-parts', []):
            if not all(isinstance(part, int) for part in parts):
                yield str(parts)


@tap.case('BibTeX has the same entries, and its braces are even')
def reads_bibtex(ledger):
    text = ledger.export('bibtex')
    wanted = {entry['id'] for entry in json.loads(ledger.export('csl'))}
    found = set(re.findall(r'^@online\{(\w+),$', text, re.MULTILINE))
    if found != wanted:
        yield str(found ^ wanted)
    depth = 0
    for match in re.finditer(r'\\.|[{}]', text):
        depth += {'{': 1, '}': -1}.get(match.group(), 0)
        if depth < 0:
            yield 'a brace closes nothing'
            break
    if depth:
        yield '%d braces are open' % depth


@tap.case('a BibTeX reader takes every entry, with the same titles')
def parses_bibtex(ledger):
    try:
        import bibtexparser
    except ImportError:
        raise tap.Skip('bibtexparser is not installed')
    wanted = {entry['id']: entry for entry in json.loads(ledger.export('csl'))}
    parser = bibtexparser.bparser.BibTexParser(ignore_nonstandard_types=False)
    found = bibtexparser.loads(ledger.export('bibtex'), parser=parser).entries
    if {entry['ID'] for entry in found} != set(wanted):
        yield '%d entries, not %d' % (len(found), len(wanted))
    for entry in found:
        title = re.sub(r'[{}\\]', '', entry.get('title', ''))
        said = re.sub(r'[{}\\]', '', wanted.get(entry['ID'], {}).get('title', ''))
        if title.split() != said.split():
            yield '%r became %r' % (said, title)


@tap.case('a spreadsheet program opens the workbook, with a row a deal')
def converts_workbook(ledger):
    target = os.path.join(ledger.place.name, 'converted', 'deals.csv')
    os.makedirs(os.path.dirname(target), exist_ok=True)
    try:
        path = ledger.file('deals.xlsx')
    except subprocess.CalledProcessError as error:
        raise tap.Skip(error.stderr.decode('utf-8').strip())
    for words in (['ssconvert', path, target],
                  ['soffice', '--headless', '--convert-to', 'csv', '--outdir',
                   os.path.dirname(target), path]):
        if shutil.which(words[0]) is None:
            continue
        subprocess.run(words, check=True, capture_output=True, timeout=120,
                       env=dict(os.environ, HOME=ledger.place.name))
        with open(target, encoding='utf-8', newline='') as file:
            rows = list(csv.DictReader(file))
        if [int(row['id']) for row in rows] != [deal['id'] for deal in ledger.deals]:
            yield '%s: %d rows of %d deals' % (words[0], len(rows), len(ledger.deals))
        return
    raise tap.Skip('neither ssconvert nor LibreOffice is installed')


@tap.case('Markdown has a table whose rows have as many cells as its head')
def reads_markdown(ledger):
    lines = ledger.export('md').splitlines()
    rows = [re.sub(r'\\.', '', line).count('|') for line in lines if line.startswith('|')]
    if len(rows) != len(ledger.deals) + 2 or len(set(rows)) != 1:
        yield '%d rows, %s cells' % (len(rows), set(rows))


def told_of(ledger, path):
    """What a ledger's deals come to, whatever their numbers; and the user's word on them."""
    deals = ledger.run('export', '--ledger', path, '--format', 'csv').decode('utf-8')
    rows = sorted(tuple(row[column] for column in row if column not in ('id', 'titles'))
                  for row in csv.DictReader(io.StringIO(deals, newline='')))
    deals = ledger.run('list', '--ledger', path, '--json').decode('utf-8')
    words = sorted((deal['starred'], deal['note'] or '', deal['tags'], deal['corrected'])
                   for deal in map(json.loads, deals.splitlines()))
    return rows, words, deals.count('Acme Renamed')


@tap.case('what is exported is imported again, with the same deals and the user’s word on them')
def round_trip(ledger):
    samples = os.path.join(ledger.root, 'data', 'samples')
    first = os.path.join(ledger.place.name, 'first.db')
    ledger.run('import', '--ledger', first, samples)
    listed = ledger.run('list', '--ledger', first, '--json')
    deals = [json.loads(line) for line in listed.splitlines()]
    alone = [deal['id'] for deal in deals if len(deal['claims']) == 1]
    ledger.run('correct', '--ledger', first, str(deals[0]['id']), 'amount=77 million dollars')
    for mark in ('--star', '--tag=mine', '--note=Ask them.'):
        ledger.run('mark', '--ledger', first, mark, str(deals[1]['id']))
    ledger.run('link', '--ledger', first, str(alone[0]), str(alone[1]))
    ledger.run('part', '--ledger', first, str(alone[2]), str(alone[3]))
    ledger.run('read-as', '--ledger', first, deals[2]['parties'][0]['name'], 'Acme Renamed')
    told = told_of(ledger, first)
    if not told[0] or not told[2]:
        yield 'no deals, or none renamed'
    for name in ('articles.jsonl', 'deals.json'):
        lines = os.path.join(ledger.place.name, name)
        second = os.path.join(ledger.place.name, name + '.db')
        ledger.run('export', '--ledger', first, '--output', lines)
        ledger.run('import', '--ledger', second, '--jsonl', lines)
        again = told_of(ledger, second)
        if told[1:] != again[1:]:
            yield '%s: the user’s word: %s' % (name, (told[1:], again[1:]))
        yield from ('%s: once alone: %s' % (name, row) for row in set(told[0]) ^ set(again[0]))


@tap.case('the file of deals is read as its articles, and no quote in it as one')
def reads_own_file(ledger):
    path = ledger.file('deals.json')
    texts = {claim['text'] for line in open(path, encoding='utf-8')
             for claim in json.loads(line)['claims']}
    found = [json.loads(line)['text'] for line in ledger.run('read', path).splitlines()]
    yield from (text[:60] for text in found if text not in texts)
    if len(set(found)) < len(texts):
        yield '%d articles of %d' % (len(set(found)), len(texts))


if __name__ == '__main__':
    LEDGER = Ledger(*sys.argv[1:4])
    try:
        STATUS = tap.run(LEDGER)
    finally:
        LEDGER.place.cleanup()
    sys.exit(STATUS)
