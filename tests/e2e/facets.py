#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every facet by mouse: what a click, a click with Ctrl and the middle button do to the deals, to
the counts of its own values and of the others, and to the chips.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at. What must be shown and counted is worked out from the deals as outlayctl tells
them.
"""

import functools
import json
import re
import sys
import time

import desktop
import journey as journeys
from desktop import text_of, wait_for
from journey import tap

# One of another year, and two that may be one deal: when each was published, and what it says.
MORE = (('2025-02-03', 'Halden Grid announced on 3 February 2025 that it will invest $4 billion in '
                       'a data centre in Turku.'),
        ('2026-03-03', 'Tundra Compute announced on 3 March 2026 that it will invest $4 billion in '
                       'a data centre in Oulu.'),
        ('2026-03-05', 'Tundra Compute plans to spend $4.3 billion on a data centre in Finland '
                       'with 200 megawatts.'))
TAGS = {'Alster Capital': 'to follow', 'Tern Labs': 'to call', 'Banque du Port': 'to follow'}
STARRED = ('Meridian Cloud', 'Tern Labs')
PLACES = {
    'DE': {'Germany', 'Europe', 'EU'},
    'FI': {'Finland', 'Europe', 'EU'},
    'NL': {'Netherlands', 'Europe', 'EU'},
    'NO': {'Norway', 'Europe'},
}
LANGUAGES = {'de': 'German', 'en': 'English', 'fr': 'French', 'vi': 'Vietnamese'}
ROLES = {'Commits': 'investor', 'Receives': 'recipient', 'Partner': 'partner'}
# Seconds after which the toolkit takes a click for no part of the last any more.
DOUBLE_CLICK = 0.5
ROW = re.compile(r'(?P<label>.+?)(, (?P<choice>included|excluded))?, (?P<count>\d+) deals?')


@functools.cache
def deals(journey):
    """What outlayctl lists once the ledger is ready: it does not change any more."""
    return journey.deals()


def in_words(key):
    return key.replace('_', ' ').capitalize()


def parties_of(deal, role=None):
    return {one['name'] for one in deal['parties'] if role in (None, one['role'])}


def marks_of(deal):
    told = {'Several sources': deal['sources'] > 1, 'Articles disagree': deal['conflicts'],
            'To review': deal['review'], 'Starred': deal['starred'],
            'May be one with another': 'Tundra Compute' in parties_of(deal)}
    return {mark for mark, holds in told.items() if holds}


# Of each facet: what it is called, and which of its values a deal has.
VALUES = {
    'Kind': lambda deal: {in_words(deal['kind'])},
    'Status': lambda deal: {in_words(deal['status'])},
    'Party': parties_of,
    'Country': lambda deal: {label for place in deal['places'] for label in PLACES[place]},
    'Language': lambda deal: {LANGUAGES[claim['lang']] for claim in deal['claims']},
    'Source': lambda deal: {claim['source'] or 'Unknown source' for claim in deal['claims']},
    'Year': lambda deal: {(deal['announced'] or '')[:4]} - {''},
    'Tag': lambda deal: set(deal['tags']),
    'Marks': marks_of,
}
# Those behind a button of their own; the others are pages of what More opens.
BARE = ('Kind', 'Status', 'Party', 'Country')


def open_facet(journey, title):
    """Opens the values of a facet; returns their list."""
    program = journey.program
    opener = 'button', title if title in BARE else 'More'

    def opened():
        return program.find('list' if title in BARE else 'button', title)
    found = desktop.do_until(lambda: program.click(program.keep(*opener)),
                             'what “%s” opens' % opener[1], opened)
    if title in BARE:
        return found
    program.click(found)
    return program.wait('list', title)


def close_facet(journey, title):
    journey.program.press('Escape')
    wait_for('the popover to go', lambda: not journey.program.find('list', title))


def rows(journey, values):
    """What the list of a facet tells: of each value what it is chosen for, and its count."""
    told = [ROW.fullmatch(text_of(row)) for row in journey.program.all('list item', within=values)]
    return {row['label']: (row['choice'], int(row['count'])) for row in told}


def row_of(journey, values, label):
    def is_of(text):
        row = ROW.fullmatch(text)
        return row is not None and row['label'] == label
    return journey.program.wait('list item', is_of, within=values)


def counts(journey, values_of, counted):
    """How many of the deals have each value that the ledger knows."""
    labels = {label for deal in deals(journey) for label in values_of(deal)}
    return {label: len([deal for deal in counted if label in values_of(deal)]) for label in labels}


def wait_for_rows(journey, values, wanted, **chosen):
    """The list tells these counts, and which value is chosen for what."""
    rows_wanted = {label: (next((choice for choice, one in chosen.items() if one == label), None),
                           count) for label, count in wanted.items()}
    wait_for('the values to be told as %s' % rows_wanted,
             lambda: rows(journey, values) == rows_wanted)


def own_counts(journey, title, label, left):
    """What a facet counts while one of its values is chosen, which leaves those deals.

    Values are alternatives, so each counts as if none were chosen; but marks add up.
    """
    whole = counts(journey, VALUES[title], deals(journey))
    if title != 'Marks':
        return whole
    return dict(counts(journey, VALUES[title], left), **{label: whole[label]})


def is_card_of(deal):
    """Tells the card of a deal: no two of the ledger have all of this in common."""
    amount = '4.3 billion' if (deal['amount'] or {}).get('high') == 4300000000 else ''
    return lambda text: (text.startswith(deal['parties'][0]['name']) and deal['kind'] in text
                         and amount in text)


def wait_for_number(journey, count):
    whole = len(deals(journey))
    journey.wait_for_count('%d deals' % whole if count == whole
                           else '%d of %d deals' % (count, whole))


def remove_chip(journey, title):
    # The popover that has just closed may take the first click with it.
    journey.program.click_until_gone('button',
                                     lambda text: text.startswith('Remove the filter ' + title))
    wait_for_deals(journey, deals(journey))


def wait_for_deals(journey, wanted):
    """These deals are shown, and no others."""
    wait_for_number(journey, len(wanted))

    def look():
        shown = [text_of(card) for card in journey.program.all(
            'card', within=journey.program.keep(None, 'Deals'))]
        return len(shown) == len(wanted) and all(
            any(map(is_card_of(deal), shown)) for deal in wanted)
    wait_for('the cards of %d deals' % len(wanted), look)


def having(journey, title, label):
    return [deal for deal in deals(journey) if label in VALUES[title](deal)]


def lacking(journey, title, label):
    return [deal for deal in deals(journey) if label not in VALUES[title](deal)]


def see_chip(journey, title, words):
    journey.program.wait('button', 'Remove the filter %s: %s' % (title, words))


def see_counts(journey, title, counted):
    """Another facet counts these deals."""
    values = open_facet(journey, title)
    wait_for_rows(journey, values, counts(journey, VALUES[title], counted))
    close_facet(journey, title)


@tap.case('the deals are shown')
def opens(journey):
    journey.fill()
    lines = [json.dumps({'id': text, 'text': text, 'published': day}) for day, text in MORE]
    journey.act('import', '--jsonl', journey.write('more.jsonl', '\n'.join(lines)))
    for deal in journey.deals():
        name = deal['parties'][0]['name']
        if name in TAGS:
            journey.act('mark', '--tag', TAGS[name], str(deal['id']))
        if name in STARRED:
            journey.act('mark', '--star', str(deal['id']))
    journey.start()
    wait_for_deals(journey, deals(journey))


def includes(journey, title, label, other):
    """A click includes: the facet goes on counting all, another counts what is left."""
    left = having(journey, title, label)
    values = open_facet(journey, title)
    wait_for_rows(journey, values, counts(journey, VALUES[title], deals(journey)))
    journey.program.click(row_of(journey, values, label))
    wait_for_deals(journey, left)
    wait_for_rows(journey, values, own_counts(journey, title, label, left), included=label)
    close_facet(journey, title)
    see_chip(journey, title, label)
    see_counts(journey, other, left)
    remove_chip(journey, title)


def excludes(journey, title, label):
    """Ctrl+click and a click with the middle button exclude, a click frees."""
    program = journey.program
    left = lacking(journey, title, label)
    values = open_facet(journey, title)
    program.click_holding('ctrl', row_of(journey, values, label))
    wait_for_deals(journey, left)
    wait_for_rows(journey, values, own_counts(journey, title, label, left), excluded=label)
    program.click(row_of(journey, values, label))
    wait_for_deals(journey, deals(journey))
    program.click(row_of(journey, values, label), button=2)
    wait_for_deals(journey, left)
    wait_for_rows(journey, values, own_counts(journey, title, label, left), excluded=label)
    close_facet(journey, title)
    see_chip(journey, title, 'not ' + label)
    remove_chip(journey, title)


# Of each facet a value that is included and one that is excluded.
CHOICES = {
    'Kind': ('Build', 'Supply'),
    'Status': ('Announced', 'Cancelled'),
    'Party': ('Meridian Cloud', 'Corvid AI'),
    'Country': ('Finland', 'EU'),
    'Language': ('French', 'English'),
    'Source': ('Le Quai des affaires', 'Unknown source'),
    'Year': ('2025', '2026'),
    'Tag': ('to follow', 'to call'),
    'Marks': ('Several sources', 'Several sources'),
}


def add_cases():
    """Of each facet two; the first looks at the counts of the next facet as well."""
    titles = list(CHOICES)
    for title, following in zip(titles, titles[1:] + titles[:1]):
        included, excluded = CHOICES[title]
        tap.case('%s: a click includes a value, the chip frees it' % title)(
            functools.partial(includes, title=title, label=included, other=following))
        tap.case('%s: Ctrl+click and the middle button exclude a value, a click frees it' % title)(
            functools.partial(excludes, title=title, label=excluded))


add_cases()


@tap.case('of quick clicks on one value each counts')
def clicks_quickly(journey):
    program = journey.program
    title, (label, _) = 'Kind', CHOICES['Kind']
    values = open_facet(journey, title)
    row = row_of(journey, values, label)
    program.settle(row)
    desktop.point_at(*program.middle(row))
    for times, left in ((2, deals(journey)), (3, having(journey, title, label)),
                        (1, deals(journey))):
        desktop.click_here(times=times)
        time.sleep(DOUBLE_CLICK)
        wait_for_deals(journey, left)
    close_facet(journey, title)


@tap.case('marks that are included add up, each tells how many are left with it')
def adds_marks_up(journey):
    program = journey.program
    values = open_facet(journey, 'Marks')
    left = deals(journey)
    for label in ('Several sources', 'Starred', 'Articles disagree'):
        wanted = [deal for deal in left if label in marks_of(deal)]
        wait_for('%s to be told as %d' % (label, len(wanted)),
                 lambda: rows(journey, values)[label] == (None, len(wanted)))
        program.click(row_of(journey, values, label))
        left = wanted
        wait_for_number(journey, len(left))
    close_facet(journey, 'Marks')
    remove_chip(journey, 'Marks')


@tap.case('a party counts in the role that is asked for')
def asks_for_role(journey):
    program = journey.program
    name = 'Corvid AI'
    values = open_facet(journey, 'Party')
    program.click(row_of(journey, values, name))
    wait_for_deals(journey, having(journey, 'Party', name))
    for button, role in ROLES.items():
        program.click(program.wait('button', button))

        def parties_in_role(deal):
            return parties_of(deal, role)
        left = [deal for deal in deals(journey) if name in parties_in_role(deal)]
        wait_for_number(journey, len(left))
        known = dict({name: 0}, **counts(journey, parties_in_role, deals(journey)))
        wait_for_rows(journey, values, known, included=name)
    program.click(program.wait('button', 'Commits'))
    close_facet(journey, 'Party')
    see_chip(journey, 'Party', name + ' as investor')


@tap.case('the role ends with the chip that tells of it')
def forgets_role(journey):
    program = journey.program
    remove_chip(journey, 'Party')
    values = open_facet(journey, 'Party')
    wait_for_rows(journey, values, counts(journey, parties_of, deals(journey)))
    program.click(row_of(journey, values, 'Polder Compute'))
    wait_for_deals(journey, having(journey, 'Party', 'Polder Compute'))
    close_facet(journey, 'Party')
    remove_chip(journey, 'Party')


@tap.case('values of one facet are alternatives, facets narrow one another, Clear All ends all')
def clears_all(journey):
    program = journey.program
    values = open_facet(journey, 'Status')
    for label in ('Announced', 'Completed'):
        program.click(row_of(journey, values, label))
    close_facet(journey, 'Status')
    values = open_facet(journey, 'Marks')
    program.click_holding('ctrl', row_of(journey, values, 'May be one with another'))
    close_facet(journey, 'Marks')
    left = [deal for deal in deals(journey) if VALUES['Status'](deal) & {'Announced', 'Completed'}
            and 'May be one with another' not in marks_of(deal)]
    wait_for_deals(journey, left)
    see_chip(journey, 'Status', 'Announced or Completed')
    see_chip(journey, 'Marks', 'not May be one with another')
    for title in VALUES:
        if title not in ('Status', 'Marks'):
            see_counts(journey, title, left)
    program.click_until_gone('button', 'Clear All')
    wait_for_deals(journey, deals(journey))
    wait_for('the chips to go', lambda: not program.find(
        'button', lambda text: text.startswith('Remove the filter ')))


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
