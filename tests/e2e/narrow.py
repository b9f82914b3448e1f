#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window at 360 pixels, where all of it is reached by the mouse.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import sys

import desktop
import journey as journeys
from desktop import wait_for
from journey import tap
from pointing import wait_for_all, wait_for_share

WIDTH = 360
HEIGHT = 700
RENTED = '38 billion'
GERMAN_WORDS = '38 Milliarden Dollar'


def open_sidebar(journey):
    """Lays the sidebar over the deals."""
    program = journey.program

    def scope():
        return program.find('list item', lambda text: text.startswith('All deals, '))
    if scope() is None:
        desktop.do_until(lambda: program.click(program.wait('button', 'Sidebar')),
                         'the sidebar', scope)
    program.settle(scope())


@tap.case('the window becomes 360 pixels wide')
def narrows(journey):
    journey.start_with_samples()
    journey.resize(WIDTH, HEIGHT)
    journey.program.wait('button', lambda text: text.startswith('Filters'))


@tap.case('the sidebar lies over the deals, and a click on a source leaves its deals in one column')
def chooses_source(journey):
    program = journey.program
    open_sidebar(journey)
    told = len(journey.deals('--source', 'Hafenkurier'))
    program.click(program.wait('list item', lambda text: text.startswith('Hafenkurier, ')))
    wait_for_share(journey, told)
    open_sidebar(journey)
    program.click(program.wait('label', 'All deals'))
    wait_for_all(journey)
    places = {desktop.extents(card)[0] for card in program.all('card')}
    if len(places) != 1:
        yield 'cards stand at %s' % places


@tap.case('all facets stand behind Filters, and a click on a value leaves its deals')
def filters(journey):
    program = journey.program
    wanted = len(journey.deals('--kind', 'supply'))
    # What stood in the bar before is still known by its name.
    facets = desktop.do_until(
        lambda: program.click(program.wait('button', lambda text: text.startswith('Filters'))),
        'the facets', lambda: program.find('button', 'Language')).get_parent()
    for title in ('Status', 'Party', 'Country', 'Language', 'Source', 'Year', 'Marks', 'Date',
                  'Amount', 'Capacity'):
        if program.find('button', title, within=facets) is None:
            yield 'no ' + title
    program.click(program.wait('button', 'Kind', within=facets))
    program.click(program.wait('list item', lambda text: text.startswith('Supply, ')))
    wait_for_share(journey, wanted)
    program.press('Escape')
    wait_for('the popover to go', lambda: not program.find('list', 'Kind'))
    program.wait('button', 'Filters, 1 on')
    program.click_until_gone('button', lambda text: text.startswith('Remove the filter Kind'))
    wait_for_all(journey)


@tap.case('the bar beneath leads to each view and back to the cards')
def changes_views(journey):
    program = journey.program
    for view, shown in (('Table', 'Heads of the columns'), ('Timeline', 'Timeline of the deals'),
                        ('Flows', 'Who commits how much to whom')):
        program.click(program.wait('button', view))
        program.wait(name=shown)
    program.click(program.wait('button', 'Cards'))
    program.wait('card')


@tap.case('a card opens its details as a page, a sentence there its article, and both lead back')
def goes_to_article_and_back(journey):
    program = journey.program
    card = program.wait('card', lambda text: RENTED in text)
    x, y, width, height = next(program.surfaces())
    program.scroll_to(card, (x + width // 2, y + height // 2))
    program.click(card)
    pencil = program.wait('button', 'Edit: Amount')
    program.settle(pencil)
    left, _, own, _ = desktop.extents(pencil)
    if left + own > WIDTH:
        yield 'what edits the amount stands at %d' % left
    quote = program.wait('button', lambda text: text.startswith('Amount: ')
                         and GERMAN_WORDS in text)
    program.scroll_to(quote, (x + width // 2, y + height // 2))
    program.click(quote)
    program.wait('entry', lambda text: 'Hunderttausende Grafikprozessoren' in text)
    program.press('alt+Left')
    program.wait('button', 'Edit: Amount')
    program.click(program.wait('button', 'Back to the deals'))
    program.wait('card', lambda text: RENTED in text)
    wait_for('the details to go', lambda: not program.find('button', 'Edit: Amount'))


@tap.case('Ctrl+F finds deals at that width, Escape shows all again')
def searches(journey):
    program = journey.program
    program.press('ctrl+f')
    program.wait('entry', what='the search entry')
    program.type('nebius')
    wait_for_share(journey, len(journey.deals('--search', 'nebius')))
    program.press('Escape')
    wait_for_all(journey)


@tap.case('the window that prints becomes as narrow, with what is chosen in the place of the page')
def prints(journey):
    program = journey.program
    program.press('ctrl+p')
    program.wait_for_window('Print')
    program.wait(name=lambda text: text.startswith('Page 1 of '))
    journey.resize(WIDTH, HEIGHT, 'Print')
    for name in ('Page behind this one', 'Larger', 'Save as PDF…', 'Print…'):
        left, _, own, _ = desktop.extents(program.wait('button', name))
        if left + own > WIDTH:
            yield '%s ends at %d' % (name, left + own)
    choose = 'Choose what is printed'
    title = desktop.do_until(lambda: program.click(program.wait('button', choose)),
                             'what can be chosen', lambda: program.find('entry', 'Title'))
    left, _, own, _ = desktop.extents(title)
    if left + own > WIDTH:
        yield 'the title ends at %d' % (left + own)
    if program.find('button', 'Larger') is not None:
        yield 'the page is still there'
    desktop.do_until(lambda: program.click(program.wait('button', choose)),
                     'the page', lambda: program.find('button', 'Larger'))
    program.press('Escape')
    program.wait_for_window(journeys.TITLE)


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
