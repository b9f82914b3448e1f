#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample articles through outlayctl, from files to a ledger, exports and paper.

Arguments: the root of the tree, the built outlayctl.
"""

import csv
import glob
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tree'))
import tap  # noqa: E402

BILLION = 1000000000
MILLION = 1000000

# The main deal of each article: kind, who pays, whom, currency, low, high, hedge, megawatts.
RENTED = ('supply', 'OpenAI', 'Amazon', 'USD', None, 38 * BILLION, 'exact', None)
MAIN_DEALS = {
    'vi-openai-aws.txt': RENTED,
    'de-openai-aws.html': RENTED,
    'en-openai-aws.txt': RENTED,
    'vi-fpt-nvidia.txt': ('build', 'FPT', None, 'USD', None, 200 * MILLION, 'about', None),
    'vi-softbank-ampere.txt':
        ('acquisition', 'SoftBank', 'Ampere', 'USD', None, 6500 * MILLION, 'exact', None),
    'de-schwarz-luebbenau.txt':
        ('build', 'Schwarz', None, 'EUR', None, 11 * BILLION, 'exact', 200),
    'de-google-deutschland.txt':
        ('build', 'Google', None, 'EUR', None, 5500 * MILLION, 'about', None),
    'de-softbank-openai-gespraeche.txt':
        ('equity', 'SoftBank', 'OpenAI', 'USD', 15 * BILLION, 25 * BILLION, 'range', None),
    'en-amd-openai.txt': ('supply', 'OpenAI', 'AMD', None, None, None, None, 6000),
    'en-constellation-microsoft.txt':
        ('supply', 'Microsoft', 'Constellation', None, None, None, None, 835),
    'en-microsoft-nebius.html':
        ('supply', 'Microsoft', 'Nebius', 'USD', None, 17400 * MILLION, 'exact', None),
    'en-microsoft-ohio-paused.txt':
        ('build', 'Microsoft', None, 'USD', None, 1 * BILLION, 'exact', None),
    'fr-brookfield-france.html':
        ('build', 'Brookfield', None, 'EUR', None, 20 * BILLION, 'exact', None),
    'fr-mistral-asml.txt':
        ('equity', 'ASML', 'Mistral', 'EUR', None, 1700 * MILLION, 'exact', None),
    'fr-meta-blue-owl.txt':
        ('venture', 'Blue Owl', None, 'USD', None, 27 * BILLION, 'exact', None),
}

# How many of them may be read otherwise: reading is by rules, and some ways of telling escape them.
MOST_MISSES = 6

# Sums that stand in menus, teasers, captions, boxes and scripts of the articles.
NOT_DEALS = {
    'USD': {900 * MILLION, 120 * MILLION, 11000, 1200 * MILLION, 2300 * MILLION, 6 * BILLION,
            300 * MILLION, 99 * MILLION, 14 * MILLION, 57 * BILLION, 2},
    'EUR': {499, 640 * MILLION, 80 * MILLION, 350 * MILLION, 2900 * MILLION, 4500000, 2 * MILLION,
            1, 5},
}


class Samples:
    """A ledger with the sample articles, and what outlayctl says of it."""

    def __init__(self, root, outlayctl, folder):
        self.files = sorted(glob.glob(os.path.join(root, 'data', 'samples', '*')))
        self.outlayctl = outlayctl
        self.folder = folder
        self.ledger = os.path.join(folder, 'samples.ledger')

    def run(self, verb, *words):
        return subprocess.run([self.outlayctl, verb, *words], capture_output=True, text=True,
                              timeout=300, stdin=subprocess.DEVNULL, check=False,
                              env=dict(os.environ, XDG_DATA_HOME=self.folder))

    def deals(self):
        """The deals of the ledger as objects."""
        result = self.run('list', '--ledger', self.ledger, '--json')
        assert result.returncode == 0, result.stderr
        return [json.loads(line) for line in result.stdout.splitlines()]

    def claims(self):
        """Yields (file name, deal, claim) of each claim in the ledger."""
        for deal in self.deals():
            for claim in deal['claims']:
                yield os.path.basename(claim['file']), deal, claim


def parties(deal, role):
    return [party['name'] for party in deal.get('parties', []) if party['role'] == role]


def has_party(deal, role, start):
    """Whether a party of that role (or, for a recipient, a partner) begins so."""
    roles = [role, 'partner'] if role == 'recipient' else [role]
    return any(name.startswith(start) for role in roles for name in parties(deal, role))


def differences(deal, wanted):
    """What of a deal is not as wanted."""
    kind, investor, recipient, currency, low, high, qualifier, megawatts = wanted
    if deal.get('kind') != kind:
        yield 'kind is %s, not %s' % (deal.get('kind'), kind)
    if not has_party(deal, 'investor', investor):
        yield '%s is no investor of %s' % (investor, deal.get('parties'))
    if recipient and not has_party(deal, 'recipient', recipient):
        yield '%s is no recipient of %s' % (recipient, deal.get('parties'))
    amount = deal.get('amount') or {}
    got = tuple(amount.get(key) for key in ('currency', 'low', 'high', 'qualifier'))
    if currency and got != (currency, low, high, qualifier):
        yield 'amount is %s' % (got,)
    capacity = (deal.get('capacity') or {}).get('mw')
    if megawatts and capacity != megawatts:
        yield 'capacity is %s' % capacity


@tap.case('all samples are imported, each by itself')
def samples_are_imported(samples):
    result = samples.run('import', '--ledger', samples.ledger, *samples.files)
    if result.returncode:
        yield '%d: %s' % (result.returncode, result.stderr)
    if sorted(MAIN_DEALS) != [os.path.basename(name) for name in samples.files]:
        yield 'the table does not name the files that are there'


@tap.case('the main deals of the samples are on cards, all but %d' % MOST_MISSES)
def main_deals_are_found(samples):
    claims = list(samples.claims())
    missed = {}
    for name, wanted in MAIN_DEALS.items():
        found = [list(differences(claim, wanted)) for file, _, claim in claims if file == name]
        faults = min(found, key=len, default=['no deal'])
        if faults:
            missed[name] = faults
            print('# %s: %s' % (name, '; '.join(faults)))
    if len(missed) > MOST_MISSES:
        yield '%d are missed: %s' % (len(missed), ', '.join(missed))


@tap.case('no sum of a menu, teaser, caption or script becomes a deal')
def clutter_gives_no_deal(samples):
    for name, _, claim in samples.claims():
        amount = claim.get('amount') or {}
        sums = {amount.get('low'), amount.get('high')} - {None}
        if sums & NOT_DEALS.get(amount.get('currency'), set()):
            yield '%s: %s' % (name, amount)


@tap.case('three articles in three languages on one deal are one card')
def one_deal_is_one_card(samples):
    told = [name for name in MAIN_DEALS if MAIN_DEALS[name] is RENTED]
    cards = {deal['id']: sorted(os.path.basename(claim['file']) for claim in deal['claims'])
             for deal in samples.deals() if not list(differences(deal, RENTED))}
    if list(cards.values()) != [sorted(told)]:
        yield str(cards)


@tap.case('a second import of the same files adds nothing')
def second_import_adds_nothing(samples):
    before = samples.deals()
    result = samples.run('import', '--ledger', samples.ledger, *samples.files)
    if result.returncode:
        yield '%d: %s' % (result.returncode, result.stderr)
    if samples.deals() != before:
        yield 'the deals have changed'


@tap.case('show tells one deal with the words of its articles')
def show_tells_a_deal(samples):
    deal = next(deal for deal in samples.deals() if len(deal['claims']) == 3)
    result = samples.run('show', '--ledger', samples.ledger, str(deal['id']))
    for words in ('38 tỷ USD', '38 Milliarden Dollar', '$38 billion'):
        if words not in result.stdout:
            yield 'without “%s”' % words


@tap.case('the exports hold every deal of the list')
def exports_are_whole(samples):
    wanted = len(samples.deals())
    text = samples.run('export', '--ledger', samples.ledger, '--format', 'csv').stdout
    rows = list(csv.reader(io.StringIO(text.lstrip('\ufeff'))))
    if len(rows) != wanted + 1 or len({len(row) for row in rows}) != 1:
        yield 'CSV: %d rows for %d deals' % (len(rows), wanted)
    text = samples.run('export', '--ledger', samples.ledger, '--format', 'json').stdout
    if len([json.loads(line) for line in text.splitlines() if line.strip()]) != wanted:
        yield 'JSON: not %d deals' % wanted


@tap.case('the PDF shows every deal, on pages of the size that was asked for')
def print_is_whole(samples):
    if not shutil.which('pdftotext'):
        raise tap.Skip('pdftotext is not installed')
    path = os.path.join(samples.folder, 'deals.pdf')
    result = samples.run('print', '--ledger', samples.ledger, '--layout', 'dossier', '-o', path)
    if result.returncode:
        yield '%d: %s' % (result.returncode, result.stderr)
        return
    text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True,
                          check=True).stdout
    # Typesetting joins letters: ﬁ for fi.
    words = unicodedata.normalize('NFKC', re.sub(r'\s+', ' ', text))
    for deal in samples.deals():
        for name in parties(deal, 'investor')[:1] + parties(deal, 'recipient')[:1]:
            if name not in words:
                yield 'without “%s”' % name
    sizes = subprocess.run(['pdfinfo', path], capture_output=True, text=True, check=True).stdout
    if not re.search(r'Page size:\s+(595\.\d+ x 841\.\d+|612 x 792)', sizes):
        yield sizes


@tap.case('stats counts all articles, and of them those that tell of deals')
def stats_counts_articles(samples):
    other = os.path.join(samples.folder, 'quiet.ledger')
    quiet = os.path.join(samples.folder, 'quiet.txt')
    with open(quiet, 'w', encoding='utf-8') as file:
        file.write('The town council met on Monday and spoke about the weather at some length.\n')
    samples.run('import', '--ledger', other, quiet, samples.files[0])
    told = json.loads(samples.run('stats', '--ledger', other, '--json').stdout)
    if (told['articles'], told['articles_with_deals']) != (2, 1):
        yield str(told)
    said = samples.run('stats', '--ledger', other).stdout
    if not re.search(r'Articles:? +2\n.*Articles with deals:? +1\n', said, re.S):
        yield said


@tap.case('a folder is imported with all that is in it')
def folders_are_walked(samples):
    other = os.path.join(samples.folder, 'folder.ledger')
    result = samples.run('import', '--ledger', other, os.path.dirname(samples.files[0]))
    if result.returncode:
        yield '%d: %s' % (result.returncode, result.stderr)
    listing = samples.run('list', '--ledger', other, '--json').stdout.splitlines()
    if len(listing) != len(samples.deals()):
        yield '%d deals, not %d' % (len(listing), len(samples.deals()))


if __name__ == '__main__':
    with tempfile.TemporaryDirectory() as place:
        sys.exit(tap.run(Samples(sys.argv[1], sys.argv[2], place)))
