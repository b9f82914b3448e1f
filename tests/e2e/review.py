#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The review queue worked with the keyboard alone.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import sqlite3
import sys

import desktop
import journey as journeys
from desktop import extents, text_of, wait_for
from journey import tap


def doubted(journey):
    return [deal for deal in journey.deals() if deal.get('conflicts') or deal.get('review')]


@tap.case('what waits for a person is one click away')
def opens(journey):
    journey.fill()
    if not doubted(journey):
        yield 'nothing waits: ' + str(journey.deals())
    journey.start()
    journey.program.click(journey.program.wait('label', 'To review'))
    journey.program.wait('label', lambda text: text.endswith(': which article is right?'))


@tap.case('R says that it is no deal')
def rejects(journey):
    program = journey.program
    before = len(journey.deals())
    program.press('r')
    wait_for('one deal less', lambda: len(journey.deals()) == before - 1)
    program.wait('label', 'Nothing to review')
    program.press('ctrl+z')
    wait_for('the deal to be back', lambda: len(journey.deals()) == before)


def of_party(journey, name):
    return [deal for deal in journey.deals()
            if any(party['name'] == name for party in deal['parties'])]


@tap.case('what may be one deal is asked side by side, with what speaks for it')
def asks_about_pair(journey):
    journey.program.quit()
    journey.take_in(
        journey.write('one.txt', 'Halden Grid will invest $4 billion in a data centre in Turku, '
                      'the company said on Monday.'),
        journey.write('other.txt', 'Halden Grid plans to spend $4.3 billion on a data centre in '
                      'Finland with 200 megawatts.'))
    if len(of_party(journey, 'Halden Grid')) != 2:
        yield str(of_party(journey, 'Halden Grid'))
    journey.start()
    program = journey.program
    program.click(desktop.do_until(
        lambda: program.click(program.wait('label', 'To review')), 'the pair in the queue',
        lambda: program.find('list item', lambda text: text.startswith('Halden Grid'))))
    program.wait('label', lambda text: text.startswith('same investor'))
    for amount in ('$4 billion', '$4.3 billion'):
        program.wait('label', amount)


def wait_for_deals(journey, count):
    """The ledger holds so many, and the window has read them anew: it knows what to undo."""
    wait_for('%d deals' % count, lambda: len(journey.deals()) == count)
    journey.wait_for_count(r'(\d+ of )?%d deals' % count)


@tap.case('both are seen beside the details, too')
def asks_beside_details(journey):
    program = journey.program
    program.press('e')
    beside = program.wait('label', 'Perhaps the same deal')

    def is_seen(amount):
        label = program.find('label', amount)
        if label is None:
            return False
        x, _, width, _ = extents(label)
        return 0 < x and x + width < extents(beside)[0]
    wait_for('the second to stand beside the details', lambda: is_seen('$4 billion'))
    program.press('Escape')
    wait_for('the details to close', lambda: not program.find('button', 'Close the details'))
    wait_for_focus(journey, 'Halden Grid')


@tap.case('Enter makes the two one, and Ctrl+Z parts them again')
def merges(journey):
    count = len(journey.deals())
    journey.program.press('Return')
    wait_for_deals(journey, count - 1)
    if len(of_party(journey, 'Halden Grid')) != 1:
        yield str(of_party(journey, 'Halden Grid'))
    journey.program.press('ctrl+z')
    wait_for_deals(journey, count)


@tap.case('N keeps the two apart, and they are not asked about again')
def keeps_apart(journey):
    program = journey.program
    program.click(program.wait('list item', lambda text: text.startswith('Halden Grid')))
    program.wait('label', lambda text: text.startswith('same investor'))
    program.press('n')
    wait_for('the question to go', lambda: not program.find(
        'list item', lambda text: text.startswith('Halden Grid')))
    if len(of_party(journey, 'Halden Grid')) != 2:
        yield 'they are one now'


TUNDRA = ('Tundra Compute will invest $4 billion in a data centre in Turku, the company said on '
          'Monday.',
          'Tundra Compute plans to spend $4.3 billion on a data centre in Finland with 200 '
          'megawatts.')
CONFLICT = 'Banque du Port → Polder Compute'
PAIR = 'Tundra Compute'
# Of a pair each deal is asked about.
ASKED = [CONFLICT, PAIR, PAIR]


def questions(journey):
    """The deals that wait, in their order."""
    queue = journey.program.find('list', 'Deals to review')
    return [text_of(row).split('. ')[0] for row in journey.program.all('list item', within=queue)]


def has_focus(journey, beginning):
    """What has the keyboard, where it is called so."""
    focused = journey.program.focused()
    return focused is not None and text_of(focused).startswith(beginning)


def wait_for_focus(journey, beginning):
    wait_for('“%s” to have the keyboard' % beginning, lambda: has_focus(journey, beginning))


def go_to(journey, keys, asked):
    """Presses a key that goes through the queue until a question has the keyboard."""
    journey.program.press_until(keys, '“%s” to have the keyboard' % asked,
                                lambda: has_focus(journey, asked))


@tap.case('the arrows go through the sidebar past the queue; Return goes into it')
def enters_by_keys(journey):
    program = journey.program
    program.quit()
    journey.take_in(*(journey.write('tundra-%d.txt' % i, text) for i, text in enumerate(TUNDRA)))
    journey.start()
    journey.wait_for_count('%d deals' % len(journey.deals()))
    program = journey.program
    wait_for_focus(journey, 'All deals, ')
    for scope in ('To review, ', 'Conflicts, '):
        program.press('Down')
        wait_for_focus(journey, scope)
    program.press('Up')
    wait_for_focus(journey, 'To review, ')
    if questions(journey) != ASKED:
        yield str(questions(journey))
    program.press('Return')
    wait_for_focus(journey, CONFLICT)


@tap.case('J skips a question, K goes back to it')
def steps(journey):
    go_to(journey, 'j', PAIR)
    go_to(journey, 'k', CONFLICT)
    journey.program.wait('label', 'Amount: which article is right?')


def loan(journey):
    return next(deal for deal in of_party(journey, 'Banque du Port'))


@tap.case('2 takes the second of two amounts, and Ctrl+Z asks again')
def takes_second(journey):
    before = loan(journey)['amount']
    journey.program.press('2')
    wait_for('the other amount', lambda: loan(journey)['amount'] != before
             and not loan(journey)['conflicts'])
    wait_for('the question to go', lambda: questions(journey) == ASKED[1:])
    journey.program.press('ctrl+z')
    wait_for('the amount of before', lambda: loan(journey)['amount'] == before)
    wait_for('the question', lambda: questions(journey) == ASKED)


@tap.case('Enter says that a deal looks right, R that it is none; Ctrl+Z takes each back')
def answers(journey):
    program = journey.program
    go_to(journey, 'k', CONFLICT)
    count = len(journey.deals())
    program.press('Return')
    wait_for('the deal to be looked at', lambda: not loan(journey)['review'])
    wait_for('the question to go', lambda: questions(journey) == ASKED[1:])
    program.press('ctrl+z')
    wait_for('the question', lambda: questions(journey) == ASKED)
    go_to(journey, 'k', CONFLICT)
    program.press('r')
    wait_for_deals(journey, count - 1)
    wait_for('the question to go', lambda: questions(journey) == ASKED[1:])
    program.press('ctrl+z')
    wait_for_deals(journey, count)
    wait_for('the question', lambda: questions(journey) == ASKED)


@tap.case('Enter merges a pair, N keeps it apart; Ctrl+Z takes each back')
def answers_pair(journey):
    program = journey.program
    count = len(journey.deals())
    go_to(journey, 'j', PAIR)
    program.press('Return')
    wait_for_deals(journey, count - 1)
    # Of the one deal now both amounts are asked about.
    wait_for('one question of the two', lambda: questions(journey) == ASKED[:2])
    program.press('ctrl+z')
    wait_for_deals(journey, count)
    wait_for('the question', lambda: questions(journey) == ASKED)
    go_to(journey, 'j', PAIR)
    program.press('n')
    wait_for('the question to go', lambda: questions(journey) == ASKED[:1])
    if len(of_party(journey, 'Tundra Compute')) != 2:
        yield 'they are one now'
    program.press('ctrl+z')
    wait_for('the question', lambda: questions(journey) == ASKED)


@tap.case('E opens the deal and O its article, Escape leads back to the question')
def looks_closer(journey):
    program = journey.program
    go_to(journey, 'k', CONFLICT)
    program.press('e')
    program.wait('button', 'Close the details')
    wait_for('the keyboard to leave the queue', lambda: (
        program.focused() or program.root()).get_role_name() != 'list item')
    program.press('Escape')
    wait_for('the details to close', lambda: not program.find('button', 'Close the details'))
    wait_for_focus(journey, CONFLICT)
    program.press('o')
    program.wait('button', 'Close the article')


@tap.case('Merge All Certain Ones makes one deal of each pair, and Ctrl+Z parts it')
def merges_certain(journey):
    program = journey.program
    program.quit()
    with sqlite3.connect(journey.ledger) as ledger:
        ledger.execute('UPDATE suggestion SET points = 20')
    ledger.close()
    journey.start()
    program = journey.program
    count = len(journey.deals())
    program.click(program.wait('label', 'To review'))
    program.click(program.wait('button', 'Merge All Certain Ones'))
    wait_for_deals(journey, count - 1)
    if len(of_party(journey, 'Tundra Compute')) != 1:
        yield str(of_party(journey, 'Tundra Compute'))
    program.press('ctrl+z')
    wait_for_deals(journey, count)


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
