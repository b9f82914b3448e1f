#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every window and page as accessibility tells them: what can be used has a name fit to be heard,
and a role that says what can be done with it.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import re
import subprocess
import sys

import desktop
import journey as journeys
from desktop import Atspi, wait_for
from journey import tap

BUTTONS = {'push button', 'button', 'toggle button', 'check box', 'radio button', 'menu item',
           'check menu item', 'radio menu item', 'page tab', 'link'}
# What a person works with, whether or not the keyboard comes to it.
USED = BUTTONS | {'spin button', 'combo box', 'entry', 'text', 'slider', 'list item', 'tree item',
                  'table cell', 'cell', 'table row', 'list', 'table', 'tree table', 'menu'}
# Besides those the keyboard comes to text that can be copied, to what it scrolls, to the charts.
FITTING = USED | {'label', 'scroll pane', 'landmark', 'image', 'canvas'}
# A type of the toolkit or of ours, or an icon, where a name should be.
UNSPEAKABLE = re.compile(r'^(Gtk|Gdk|Outlay)[A-Z]\w+$|-symbolic\b')
ACCESS_KEY = re.compile(r'(^|\W)_\w|\w_\w')

# What lies in GTK itself: role and name of the node, role of one around it, and why.
EXCEPTIONS = (
    ('panel', r'Sidebar and deals|Deals and details|Details and article', r'panel',
     'a pair of panes takes the keyboard for what parts them (F8), and has no role of its own'),
    ('panel', r'.+, \d+ deals?', r'panel',
     'the row of a tree hands the keyboard to its expander, which GTK 4.8 takes for a panel'),
    ('filler', r'.*', r'combo box',
     'the chosen value in the button of a drop-down; the keyboard stays on the button'),
    ('scroll pane', r'', r'filler',
     'what scrolls a popover could have the keyboard, but hands it to its content at once'),
)
# How many nodes the toolkit puts between a widget and its parts.
AROUND = 6
RENTED = '38 billion'
DOUBTED = 'Banque du Port'


def roles_around(node):
    """Yields the roles of those that a node lies in, the nearest first."""
    for _ in range(AROUND):
        node = node.get_parent()
        if node is None:
            return
        yield node.get_role_name()


def is_excepted(node):
    def is_one(role, roles):
        return not desktop.ROLES.get(role, {role}).isdisjoint(roles)
    around = set(roles_around(node))
    return any(is_one(role, {node.get_role_name()}) and re.fullmatch(name, node.get_name() or '')
               and is_one(outer, around) for role, name, outer, _ in EXCEPTIONS)


def faults_of(node):
    """What is wrong with the name and role of a node that is shown."""
    role, name = node.get_role_name(), node.get_name() or ''
    if UNSPEAKABLE.search(name) or (role in BUTTONS and ACCESS_KEY.search(name)):
        yield '%s “%s” has no name to be heard' % (role, name)
    elif name.strip() and role in FITTING:
        return
    elif role in USED or node.get_state_set().contains(Atspi.StateType.FOCUSABLE):
        if not is_excepted(node):
            yield '%s “%s” is used, but its name or role does not fit' % (role, name)


def nameless(journey, within=None):
    """Yields what cannot be told from its name or role, in all windows or in one part."""
    tops = [within] if within is not None else journey.program.windows()
    seen = set()
    for node in (node for top in tops for node in desktop.walk(top)):
        for fault in faults_of(node):
            # Asked last, for it takes longer than all that goes before.
            if fault not in seen and desktop.is_shown(node):
                seen.add(fault)
                yield '%s, at %s' % (fault, desktop.extents(node))


def view(journey):
    return journey.program.wait('panel', 'Deals and details')


def window(journey, title):
    """The window of that title, once it is there."""
    def look():
        return next((one for one in journey.program.windows() if one.get_name() == title), None)
    return wait_for('the window “%s”' % title, look)


def open_window(journey, title, act):
    """Acts until a window has come, and gives it the keyboard."""
    shown = desktop.do_until(act, 'the place of “%s”' % title, journey.program.dialog)
    desktop.xdotool('windowfocus', '--sync', shown)
    return window(journey, title)


def close_window(journey, title):
    program = journey.program
    desktop.do_until(lambda: program.press('Escape'), '“%s” to close' % title,
                     lambda: not program.dialog())
    desktop.xdotool('windowfocus', '--sync', program.window_id)


def names_of_window(journey, title, act):
    yield from nameless(journey, open_window(journey, title, act))
    close_window(journey, title)


def names_of_popover(journey, title):
    """Opens what the button of that name opens, and looks at it."""
    program = journey.program
    before = len(list(program.surfaces()))
    desktop.do_until(lambda: program.click(program.wait('button', title)),
                     'the popover of “%s”' % title,
                     lambda: len(list(program.surfaces())) > before)
    yield from nameless(journey, program.wait('button', title))
    desktop.do_until(lambda: program.press('Escape'), 'the popover of “%s” to go' % title,
                     lambda: len(list(program.surfaces())) == before)


@tap.case('the first page has a name and a role for all that it offers')
def names_first_page(journey):
    journey.start()
    journey.program.wait(name='Import your first articles')
    yield from nameless(journey)


@tap.case('so has the report of an import, with a file that failed')
def names_report(journey):
    empty = journey.write('empty.txt', '')
    subprocess.run([journey.outlay, '--ledger', journey.ledger, *journey.samples, empty],
                   env=journey.environment, timeout=desktop.PATIENCE, check=True)
    report = journey.program.wait('panel', 'Import report')
    wait_for('the failure', lambda: 'empty.txt' in journey.program.says(within=report))
    yield from nameless(journey, report)


@tap.case('so have the header, the sidebar and the cards, each card in one sentence')
def names_cards(journey):
    journey.program.quit()
    journey.fill()
    journey.start()
    journey.program.wait('card')
    yield from nameless(journey)
    for sentence in journey.cards():
        if ', ' not in sentence or '\n' in sentence or '→' in sentence:
            yield sentence


@tap.case('so have the details of a deal, and each form that opens in them')
def names_details(journey):
    program = journey.program
    program.click(program.wait('card', lambda text: RENTED in text))
    head = program.wait('button', 'Close the details')
    yield from nameless(journey, view(journey))
    for field in ('Amount', 'Investor', 'Places', 'Announced', 'Status'):
        pencil = program.wait('button', 'Edit: ' + field)
        program.scroll_to(pencil, below(program, head))
        yield from names_of_form(journey, lambda: program.click(pencil))


def below(program, node):
    """A place in what is scrolled beneath a head."""
    x, y = program.middle(node)
    return x, y + 3 * desktop.extents(node)[3]


def names_of_form(journey, act):
    """Acts until a form has come in the details, and looks at it."""
    program = journey.program
    cancel = desktop.do_until(act, 'the form', lambda: program.find('button', 'Cancel'))
    yield from nameless(journey, cancel.get_parent().get_parent())
    desktop.do_until(lambda: program.press('Escape'), 'the form to close',
                     lambda: not program.find('button', 'Cancel'))


@tap.case('so have the menu of a deal, and the forms that it opens')
def names_deal_menu(journey):
    program = journey.program
    yield from names_of_popover(journey, 'More for this deal')
    for item in ('Note…', 'Add a Tag…', 'Split…', 'Merge With…', 'Part Of…',
                 'Read a Name as Another…'):
        def choose():
            program.click(program.wait('button', 'More for this deal'))
            program.click(program.wait('menu item', item))
        yield from names_of_form(journey, choose)


@tap.case('so has the article, with its words marked')
def names_article(journey):
    program = journey.program
    # Anew, for the forms have scrolled the words away.
    program.close_side()
    program.click(program.wait('card', lambda text: RENTED in text))
    program.click(program.wait('button', lambda text: text.startswith('Amount: ')))
    program.wait('button', 'Close the article')
    yield from nameless(journey, view(journey))
    program.close_side()


@tap.case('so has what articles disagree on')
def names_conflict(journey):
    program = journey.program
    program.click(program.wait('card', lambda text: DOUBTED in text))
    program.wait('button', 'Close the details')
    yield from nameless(journey, view(journey))
    program.close_side()


@tap.case('so have the review queue and its questions')
def names_review(journey):
    program = journey.program
    program.click(program.wait('label', 'To review'))
    program.wait('label', lambda text: text.endswith(': which article is right?'))
    yield from nameless(journey)
    program.click(program.wait('label', 'All deals'))
    program.wait('card')


@tap.case('so has each list and each range that filters, and each menu of the header')
def names_filters(journey):
    for title in ('Kind', 'Status', 'Party', 'Country', 'Date', 'Amount', 'Capacity', 'More',
                  'Order: Newest first', 'Import articles', 'Main menu'):
        yield from names_of_popover(journey, title)


@tap.case('so have the chips of the filters that hold, and the bar of what is selected')
def names_chips(journey):
    program = journey.program
    program.press('ctrl+f')
    program.wait('entry', what='the search entry')
    program.type('data')
    program.wait('button', lambda text: text.startswith('Remove the filter Search'))
    yield from nameless(journey)
    program.press('Escape')
    journey.wait_for_count('%d deals' % len(journey.deals()))
    program.press('ctrl+a')
    program.wait(name='%d deals selected' % len(journey.deals()))
    yield from nameless(journey)
    program.press('Escape')


@tap.case('so have the preferences, and the values of a choice')
def names_preferences(journey):
    yield from nameless(journey, open_window(journey, 'Preferences',
                                             lambda: journey.program.press('ctrl+comma')))
    yield from names_of_popover(journey, lambda text: text.startswith('Colours'))
    close_window(journey, 'Preferences')


@tap.case('so have the keys, each read with what it does')
def names_shortcuts(journey):
    yield from names_of_window(journey, 'Keyboard Shortcuts',
                               lambda: journey.program.press('ctrl+question'))


@tap.case('so has the help')
def names_help(journey):
    yield from names_of_window(journey, 'Help', lambda: journey.program.press('F1'))


@tap.case('so have the rejected deals')
def names_rejected(journey):
    program = journey.program
    journey.act('mark', '--reject', str(journey.deals()[-1]['id']))

    def choose():
        program.press('F10')
        program.click(program.wait('menu item', 'Rejected Deals…'))
    shown = open_window(journey, 'Rejected Deals', choose)
    program.wait('button', 'Bring Back', within=shown)
    yield from nameless(journey, shown)
    close_window(journey, 'Rejected Deals')


@tap.case('so has what tells about the program')
def names_about(journey):
    program = journey.program

    def choose():
        program.press('F10')
        program.click(program.wait('menu item', 'About Outlay'))
    yield from names_of_window(journey, 'About Outlay', choose)


@tap.case('so has the preview of the pages')
def names_preview(journey):
    program = journey.program
    open_window(journey, 'Print', lambda: program.press('ctrl+p'))
    program.wait(name=lambda text: text.startswith('Page 1 of '))
    yield from nameless(journey, window(journey, 'Print'))
    close_window(journey, 'Print')


# The views come last, for what they have drawn once is looked through by all that follows.
@tap.case('so have the table, its heads and each of its cells')
def names_table(journey):
    journey.program.press('alt+2')
    heads = journey.program.wait(name='Heads of the columns')
    yield from nameless(journey, view(journey))
    for head in desktop.children(heads):
        if not (head.get_name() or '').strip():
            yield 'a head without a name'


@tap.case('so have the timeline and its legend')
def names_timeline(journey):
    journey.program.press('alt+3')
    journey.program.wait(name='Timeline of the deals')
    journey.program.wait('button', lambda text: text.startswith('Supply, '))
    yield from nameless(journey, view(journey))


@tap.case('so have the flows')
def names_flows(journey):
    journey.program.press('alt+4')
    journey.program.wait(name='Who commits how much to whom')
    yield from nameless(journey, view(journey))


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
