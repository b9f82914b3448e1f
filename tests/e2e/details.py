#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The details of a deal: the words behind each field, the article, conflicts, edits and history.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import json
import sys

import desktop
import journey as journeys
from desktop import text_of, wait_for
from journey import tap

# A build that three articles tell, a loan on whose amount two disagree, a stake.
CAMPUS = 'Meridian Cloud with Fjordkraft Grid'
LOAN = 'Banque du Port to Polder Compute'
STAKE = 'Alster Capital to Corvid AI'
LEASE = 'Corvid AI to Meridian Cloud'
# Megawatts of all deals, and of the lease.
ALL = 570
LEASED = 50
GERMAN_WORDS = '6 Milliarden Dollar'
GERMAN_ORIGIN = 'Rheinpost Wirtschaft · 11 Feb 2026'
CONFLICT = 'The articles disagree on the amount'
NO_FIGURE = 'Write a figure, such as 1.5 or 300, and choose its scale.'
NO_DATE = 'This is no date. Write a year, half, quarter, month or day, as 2027-Q2.'


def loan(journey):
    """The deal that is told with two amounts, as the ledger holds it."""
    return next(deal for deal in journey.deals()
                if any(one['name'] == 'Banque du Port' for one in deal['parties']))


def wait_for_loan(journey, what, holds):
    wait_for('the ledger to hold ' + what, lambda: holds(loan(journey)))


def details(journey):
    return journey.program.keep('panel', 'Deal')


def card(journey, sentence):
    program = journey.program
    return program.wait('card', lambda text: text.startswith(sentence),
                        within=program.keep(None, 'Deals'))


def open_deal(journey, sentence):
    """Opens the details of the deal whose card begins so."""
    title = sentence.replace(' to ', ' → ')
    desktop.do_until(lambda: journey.program.click(card(journey, sentence)),
                     'the details of ' + title,
                     lambda: journey.program.find('heading', title, within=details(journey)))


def wait_in_details(journey, role, name):
    return journey.program.wait(role, name, within=details(journey))


def wait_till_gone(journey, role, name):
    wait_for('%s “%s” to go' % (role, name),
             lambda: not journey.program.find(role, name, within=details(journey)))


def reach(journey, role, name):
    """A node of the details, scrolled to."""
    program = journey.program
    node = wait_in_details(journey, role, name)
    program.settle(node)
    x, y = program.middle(program.keep('button', 'Close the details'))
    # Beneath the head is what scrolls.
    program.scroll_to(node, (x - 60, y + 100))
    program.settle(node)
    return node


def edit(journey, field, entry):
    """Opens the form of a field, and returns its entry of that name, or with that in it."""
    journey.program.click(reach(journey, 'button', 'Edit: ' + field))
    wait_in_details(journey, 'button', 'Cancel')
    return wait_in_details(journey, 'entry', lambda text: text in (field, *entry))


def fill_in(journey, entry, text):
    """Writes into an entry in the stead of what stands there, and submits."""
    program = journey.program
    program.click(entry)
    wait_for('the entry to have the keyboard', lambda: desktop.has_focus(entry))
    program.press('ctrl+a')
    program.type(text)
    program.press('Return')


def choose(journey, item):
    """Chooses from the menu of the deal whose details are open."""
    program = journey.program
    program.click(desktop.do_until(
        lambda: program.click(program.keep('button', 'More for this deal')), 'the menu of the deal',
        lambda: program.find('menu item', item)))
    wait_for('the menu to go', lambda: not program.find('menu item', item))


def done(journey):
    """What was done last and can be undone, as the window knows it; empty for nothing."""
    return journey.program.keep('button', 'Undo').get_description()


def told(journey, text):
    """Waits until the window knows that this was done: from then on it can be undone."""
    wait_for('“%s” to be what can be undone' % text, lambda: text in done(journey))


def undo(journey):
    """Takes back what was done last."""
    last = done(journey)
    journey.program.press('ctrl+z')
    wait_for('“%s” to be undone' % last, lambda: done(journey) != last)


@tap.case('the details tell each field with the sentence that says so, its source and its day')
def tells_sentences(journey):
    journey.fill()
    journey.start()
    # Messages, which are yet to come, have buttons of the same name.
    journey.program.keep('button', 'Undo')
    journey.program.click(card(journey, CAMPUS))
    wait_in_details(journey, 'label', '3 articles, 3 sources')
    for words in (GERMAN_WORDS, 'tới 6 tỷ USD', 'up to $6 billion on a data centre'):
        wait_in_details(journey, 'button',
                        lambda text: text.startswith('Amount: “') and words in text)
    quote = wait_in_details(journey, 'button', lambda text: text.startswith('Amount: ')
                            and GERMAN_ORIGIN in text)
    if 'read as $6 billion' not in text_of(quote):
        yield 'how it was read is not told: ' + text_of(quote)


@tap.case('a click on a sentence shows its article, with its words marked')
def opens_article(journey):
    program = journey.program
    program.click(wait_in_details(journey, 'button', lambda text: text.startswith('Amount: ')
                                  and GERMAN_WORDS in text))
    article = program.wait('entry', lambda text: 'norwegischen Narvik.' in text)
    text = text_of(article)
    marked = desktop.marked_words(article, text.index(GERMAN_WORDS))
    if marked != GERMAN_WORDS:
        yield 'marked is “%s”' % marked
    program.wait('label', lambda text: text.endswith('for the amount'))


@tap.case('its arrows go from evidence to evidence, into the other articles')
def goes_through_evidence(journey):
    program = journey.program
    program.click(program.wait('button', 'Evidence before this one'))
    program.wait('entry', lambda text: 'Meridian Cloud' in text and 'norwegischen' not in text)
    program.click(program.wait('button', 'Evidence behind this one'))
    program.wait('entry', lambda text: 'norwegischen Narvik.' in text)


@tap.case('so do Ctrl+G and Ctrl+Shift+G')
def goes_through_evidence_by_keys(journey):
    program = journey.program
    program.press('ctrl+shift+g')
    program.wait('entry', lambda text: 'Meridian Cloud' in text and 'norwegischen' not in text)
    program.press('ctrl+g')
    program.wait('entry', lambda text: 'norwegischen Narvik.' in text)


@tap.case('Alt+Left goes back from the article to the deal, which is as wide as before')
def goes_back(journey):
    program = journey.program
    beside = desktop.extents(details(journey))[2]
    program.press('alt+Left')
    wait_for('the article to close', lambda: not program.find('button', 'Close the article'))
    program.wait('button', 'Close the details')
    program.settle(details(journey))
    wide = desktop.extents(details(journey))[2]
    # Closed with the article at its side, it comes back for another deal as it was.
    program.click(program.wait('button', lambda text: text.startswith('Amount: ')))
    program.wait('button', 'Close the article')
    wait_for('the details to make room', lambda: desktop.extents(details(journey))[2] == beside)
    program.click(program.wait('button', 'Close the details'))
    program.wait('list item', lambda text: text.startswith('All deals'))
    open_deal(journey, STAKE)
    program.settle(details(journey))
    if desktop.extents(details(journey))[2] != wide:
        yield 'the details are %d wide, not %d' % (desktop.extents(details(journey))[2], wide)


@tap.case('of two amounts a click takes one for right, and the conflict is gone until Ctrl+Z')
def resolves_conflict(journey):
    program = journey.program
    open_deal(journey, LOAN)
    wait_in_details(journey, 'panel', CONFLICT)
    program.click(wait_in_details(journey, 'button',
                                  lambda text: text.startswith('€600 million, ')))
    told(journey, 'Corrected “Banque du Port')
    wait_till_gone(journey, 'panel', CONFLICT)
    wait_for_loan(journey, 'the lesser amount', lambda deal: not deal.get('conflicts')
                  and deal['amount']['high'] == 600000000)
    undo(journey)
    wait_in_details(journey, 'panel', CONFLICT)
    wait_for_loan(journey, 'the conflict', lambda deal: deal.get('conflicts')
                  and deal['amount']['high'] == 750000000)


@tap.case('an amount is edited with how sure it is; what is no figure is refused, and says why')
def edits_amount(journey):
    program = journey.program
    entry = edit(journey, 'Amount', ('750', 'Figure'))
    fill_in(journey, entry, 'plenty')
    wait_in_details(journey, 'label', NO_FIGURE)
    if loan(journey)['amount']['high'] != 750000000:
        yield 'the ledger holds what is no figure'
    # “exactly”, then “about”.
    program.choose_below('How sure it is', 1, within=details(journey))
    fill_in(journey, entry, '720')
    told(journey, 'Corrected “Banque du Port')
    wait_till_gone(journey, 'button', 'Cancel')
    wait_for_loan(journey, 'about 720 million', lambda deal: (
        deal['amount']['high'], deal['amount']['qualifier']) == (720000000, 'about'))
    wait_in_details(journey, 'label', 'about €720 million')
    undo(journey)
    wait_for_loan(journey, 'the amount as read',
                  lambda deal: deal['amount']['high'] == 750000000)


@tap.case('a date may be a quarter; what is no date is refused, and Escape leaves the form')
def edits_date(journey):
    program = journey.program
    entry = edit(journey, 'End', ('2028',))
    fill_in(journey, entry, 'soon')
    wait_in_details(journey, 'label', NO_DATE)
    program.press('Escape')
    wait_till_gone(journey, 'button', 'Cancel')
    if loan(journey)['end'] != '2028':
        yield 'the ledger holds ' + str(loan(journey)['end'])
    fill_in(journey, edit(journey, 'End', ('2028',)), '2027-Q2')
    told(journey, 'Corrected “Banque du Port')
    wait_for_loan(journey, 'the quarter', lambda deal: deal['end'] == '2027-Q2')
    wait_in_details(journey, 'label', 'Q2 2027')
    undo(journey)
    wait_for_loan(journey, 'the year', lambda deal: deal['end'] == '2028')


@tap.case('F2 edits the value on whose row the keyboard is')
def edits_by_key(journey):
    program = journey.program
    # Escape leaves the form for the pencil of the row.
    program.click(reach(journey, 'button', 'Edit: End'))
    wait_in_details(journey, 'button', 'Cancel')
    program.press('Escape')
    wait_till_gone(journey, 'button', 'Cancel')
    pencil = wait_in_details(journey, 'button', 'Edit: End')
    wait_for('the pencil to have the keyboard', lambda: desktop.has_focus(pencil))
    program.press('F2')
    wait_in_details(journey, 'button', 'Cancel')
    wait_in_details(journey, 'entry', lambda text: text in ('End', '2028'))
    program.press('Escape')
    wait_till_gone(journey, 'button', 'Cancel')


def pick(journey, words, title):
    """Types words of another deal, and takes it from the list."""
    program = journey.program
    entry = wait_in_details(journey, 'entry', lambda text: text.startswith('Words of the '))
    program.click(entry)
    wait_for('the entry to have the keyboard', lambda: desktop.has_focus(entry))
    program.type(words)
    program.click(wait_in_details(journey, 'list item', title))
    wait_till_gone(journey, 'list item', title)


@tap.case('a deal found by some words is merged, and Ctrl+Z parts the two')
def merges(journey):
    program = journey.program
    count = len(journey.deals())
    open_deal(journey, STAKE)
    choose(journey, 'Merge With…')
    program.click(wait_in_details(journey, 'button', 'Merge'))
    wait_in_details(journey, 'label', 'Write some words of the deal, and choose it from the list.')
    pick(journey, 'corvid meridian', 'Corvid AI → Meridian Cloud')
    program.click(wait_in_details(journey, 'button', 'Merge'))
    told(journey, 'Merged')
    journey.wait_for_count('%d deals' % (count - 1))
    if len(journey.deals()) != count - 1:
        yield 'the ledger holds %d deals' % len(journey.deals())
    undo(journey)
    journey.wait_for_count('%d deals' % count)
    if len(journey.deals()) != count:
        yield 'the ledger holds %d deals again' % len(journey.deals())


def wait_for_power(journey, megawatts):
    """The ledger counts so much in all, a part within its whole."""
    wait_for('the ledger to count %d MW' % megawatts,
             lambda: json.loads(journey.act('stats', '--json'))['megawatts'] == megawatts)


@tap.case('a deal is made a part of a larger one, which opens from it, and no part again')
def makes_part(journey):
    program = journey.program
    open_deal(journey, LEASE)
    choose(journey, 'Part Of…')
    pick(journey, 'meridian fjordkraft', CAMPUS)
    program.click(wait_in_details(journey, 'button', 'Apply'))
    told(journey, 'a part of')
    wait_in_details(journey, 'label', 'counted once')
    wait_for_power(journey, ALL - LEASED)
    undo(journey)
    wait_for_power(journey, ALL)
    program.press('ctrl+shift+z')
    told(journey, 'a part of')
    wait_for_power(journey, ALL - LEASED)
    program.click(reach(journey, 'button', lambda text: text.startswith(CAMPUS)))
    wait_in_details(journey, 'heading', CAMPUS)
    program.click(reach(journey, 'button', lambda text: text.startswith('Corvid AI → Meridian')))
    wait_in_details(journey, 'heading', 'Corvid AI → Meridian Cloud')
    program.click(reach(journey, 'button', 'No Part of It'))
    told(journey, 'a deal for itself')
    wait_for_power(journey, ALL)


@tap.case('This Is No Deal takes a deal away until Ctrl+Z')
def rejects(journey):
    count = len(journey.deals())
    open_deal(journey, LEASE)
    choose(journey, 'This Is No Deal')
    told(journey, 'Rejected')
    journey.wait_for_count('%d deals' % (count - 1))
    wait_for('the ledger to hold one less', lambda: len(journey.deals()) == count - 1)
    undo(journey)
    journey.wait_for_count('%d deals' % count)
    wait_for('the ledger to hold all', lambda: len(journey.deals()) == count)


@tap.case('the history tells what each article said, what was done, and what of it was undone')
def tells_history(journey):
    program = journey.program
    open_deal(journey, LOAN)
    fill_in(journey, edit(journey, 'Start', ('Start',)), '2026')
    told(journey, 'Corrected “Banque du Port')
    program.click(reach(journey, 'button', 'History'))
    wait_in_details(journey, 'label', '€600 million · Rumoured')
    act = 'Corrected “Banque du Port → Polder Compute”: Start'
    wait_in_details(journey, 'label', lambda text: text.startswith(act))
    undo(journey)
    wait_till_gone(journey, 'label', lambda text: text.startswith(act))
    program.click(reach(journey, 'button', 'History'))
    wait_in_details(journey, 'label', lambda text: text.startswith('Undone: ' + act))


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
