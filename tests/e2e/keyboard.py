#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window by keyboard alone: where Tab and F6 go, what opens with a key and leaves with Escape.

Arguments: the root of the tree, the built outlay, the built outlayctl, a folder for what a failure
leaves to look at.
"""

import sys

import desktop
import journey as journeys
from desktop import text_of, wait_for
from journey import tap

MOST_STOPS = 60
# What Tab has to come by, by the start of its name; the lists have one stop each.
STOPS = ['All deals', 'Find a source', 'Kind', 'Status', 'Party', 'Country', 'Date', 'Amount',
         'Capacity', 'More', 'Order: ', 'Sidebar', 'Import articles', 'Search', 'Cards', 'Table',
         'Timeline', 'Flows', 'Print the deals shown', 'Main menu']


def wait_for_focus(journey, what, holds=lambda node: True):
    def look():
        node = journey.program.focused()
        return node if node is not None and holds(node) else None
    return wait_for(what, look)


def where(node):
    return node.get_role_name(), text_of(node), desktop.extents(node)


def press_and_move(journey, keys):
    """Presses what moves the keyboard on; returns where it came."""
    before = where(wait_for_focus(journey, 'something to have the keyboard'))
    journey.program.press(keys)
    return wait_for_focus(journey, 'the keyboard to leave %s “%s”' % before[:2],
                          lambda node: where(node) != before)


def go_on(journey, keys):
    """Goes on in a list by an arrow; newer GTK selects where the keyboard is by the first."""
    here = wait_for_focus(journey, 'something to have the keyboard')
    if not desktop.is_selected(here):
        before = where(here)
        journey.program.press(keys)
        now = wait_for_focus(journey, '%s “%s” to be selected or left' % before[:2],
                             lambda node: where(node) != before or desktop.is_selected(node))
        if where(now) != before:
            return now
    return press_and_move(journey, keys)


def go_round(journey, keys):
    """The stops of a key till the first comes again."""
    stops = [wait_for_focus(journey, 'something to have the keyboard')]
    while len(stops) < MOST_STOPS:
        stop = press_and_move(journey, keys)
        if where(stop) == where(stops[0]):
            break
        stops.append(stop)
    return [(stop.get_role_name(), text_of(stop)) for stop in stops]


@tap.case('the samples are shown')
def opens(journey):
    journey.environment['GSETTINGS_BACKEND'] = 'keyfile'
    journey.start_with_samples()
    journey.program.wait('card')


@tap.case('Tab comes by all that can be used, once, and each list is one stop')
def tabs(journey):
    stops = go_round(journey, 'Tab')
    names = [name for _, name in stops]
    for wanted in STOPS:
        if len([name for name in names if name.startswith(wanted)]) < 1:
            yield 'not by ' + wanted
    if not all(name.strip() for name in names):
        yield 'by something without a name: %s' % stops
    if len([role for role, _ in stops if role in desktop.ROLES['card']]) != 1:
        yield 'not by one card: %s' % stops
    if len(stops) >= MOST_STOPS:
        yield 'not back: %s' % stops
    journey.wait_for_count('%d deals' % len(journey.deals()))


@tap.case('Shift+Tab goes the same way back')
def tabs_back(journey):
    start = where(wait_for_focus(journey, 'something to have the keyboard'))
    press_and_move(journey, 'Tab')
    if where(press_and_move(journey, 'shift+Tab')) != start:
        yield 'not back at %s “%s”' % start[:2]


@tap.case('F6 goes from pane to pane')
def goes_through_panes(journey):
    roles = {press_and_move(journey, 'F6').get_role_name() for _ in range(3)}
    if not roles & desktop.ROLES['card'] or len(roles) < 2:
        yield str(roles)


def focus_card(journey):
    for _ in range(4):
        node = press_and_move(journey, 'F6')
        if node.get_role_name() in desktop.ROLES['card']:
            return node
    raise desktop.NotSeen('F6 comes by no card')


@tap.case('the arrows go from card to card, Return opens its details, and Escape closes them')
def opens_details(journey):
    program = journey.program
    focus_card(journey)
    card = go_on(journey, 'Right')
    if card.get_role_name() not in desktop.ROLES['card']:
        yield 'Right goes to a ' + card.get_role_name()
    program.press('Return')
    program.wait('button', 'Edit: Amount')
    program.press('Escape')
    wait_for('the details to close', lambda: not program.find('button', 'Edit: Amount'))


def open_table(journey):
    """Shows the table, with the keyboard on a row, which is returned."""
    journey.program.press('alt+2')
    journey.program.wait(name='Heads of the columns')
    row = wait_for_focus(journey, 'the rows', lambda node: text_of(node) != '')
    return row if row.get_role_name() == 'table row' else go_on(journey, 'Down')


@tap.case('in a table as well Tab leaves the rows, and the arrows go through them')
def goes_through_rows(journey):
    program = journey.program
    row = open_table(journey)
    below = go_on(journey, 'Down')
    if below.get_role_name() != 'table row' or text_of(below) == text_of(row):
        yield 'Down goes to “%s”' % text_of(below)
    if press_and_move(journey, 'Tab').get_role_name() == 'table row':
        yield 'Tab goes to the next row'
    program.press('alt+1')


def is_scope(node):
    return text_of(node).startswith('All deals, ')


def focus_scope(journey):
    """Goes on by F6 until the sidebar has the keyboard."""
    for _ in range(4):
        if is_scope(press_and_move(journey, 'F6')):
            return
    raise desktop.NotSeen('F6 does not come by the sidebar')


def open_search(journey, place):
    """Opens the search by a slash, from a place that has the keyboard, and leaves it again."""
    program = journey.program
    program.press('slash')
    entry = wait_for_focus(journey, 'the search, from the ' + place,
                           lambda node: node.get_role_name() in desktop.ROLES['entry'])
    text = text_of(entry)
    program.press('Escape')
    wait_for('the search to close', lambda: not desktop.has_focus(entry))
    return [] if '/' not in text else ['the slash is in the entry, from the ' + place]


@tap.case('a slash opens the search from the cards, the table and the sidebar')
def finds_by_slash(journey):
    focus_card(journey)
    yield from open_search(journey, 'cards')
    open_table(journey)
    yield from open_search(journey, 'table')
    journey.program.press('alt+1')
    focus_scope(journey)
    yield from open_search(journey, 'sidebar')


SOURCE = 'Hafenkurier'


def wait_for_source(journey):
    """The deals of the source alone are shown."""
    whole = len(journey.deals())
    journey.wait_for_count(r'[1-9]\d* of %d deals' % whole)


@tap.case('a source that is chosen stays so where F6 and Tab come by the sidebar')
def keeps_source(journey):
    program = journey.program
    program.click(program.wait('list item', lambda text: text.startswith(SOURCE)))
    wait_for_source(journey)
    focus_scope(journey)
    wait_for_source(journey)
    press_and_move(journey, 'Tab')
    press_and_move(journey, 'shift+Tab')
    if not is_scope(wait_for_focus(journey, 'something to have the keyboard')):
        yield 'Shift+Tab does not go back to the sidebar'
    wait_for_source(journey)


@tap.case('it is chosen at the next start, too, and Return on “All deals” shows all')
def keeps_source_for_next_start(journey):
    program = journey.program
    program.press('ctrl+q')
    wait_for('the program to end', lambda: program.process.poll() is not None)
    journey.start()
    wait_for_focus(journey, '“All deals”', is_scope)
    wait_for_source(journey)
    journey.program.press('Return')
    journey.wait_for_count('%d deals' % len(journey.deals()))


def open_window(journey, keys, title):
    journey.program.press(keys)
    journey.program.wait_for_window(title)


def close_window(journey, title, below):
    """Ctrl+W closes a window, and the one below has the keyboard."""
    journey.program.press('ctrl+w')
    wait_for('“%s” to close' % title, lambda: not any(
        window.get_name() == title for window in journey.program.windows()))
    journey.program.wait_for_window(below)


HELP = 'Help'


@tap.case('Ctrl+W closes every window beside the main one, and no more than that')
def closes_windows(journey):
    for keys, title in (('F1', HELP), ('ctrl+question', 'Keyboard Shortcuts'),
                        ('ctrl+comma', 'Preferences'), ('ctrl+p', 'Print'),
                        ('ctrl+shift+p', 'Print')):
        open_window(journey, keys, title)
        close_window(journey, title, journeys.TITLE)


@tap.case('F1 opens the help from each of them, also where another window must be answered first')
def opens_help(journey):
    program = journey.program
    open_window(journey, 'ctrl+comma', 'Preferences')
    open_window(journey, 'F1', HELP)
    open_window(journey, 'ctrl+question', 'Keyboard Shortcuts')
    close_window(journey, 'Keyboard Shortcuts', HELP)
    close_window(journey, HELP, 'Preferences')
    program.click(program.wait('button', 'Go Back to a Copy…'))
    program.wait_for_window('Go Back to a Copy')
    open_window(journey, 'F1', HELP)
    close_window(journey, HELP, 'Go Back to a Copy')
    close_window(journey, 'Go Back to a Copy', 'Preferences')
    close_window(journey, 'Preferences', journeys.TITLE)


@tap.case('Ctrl+comma opens the preferences from each of them, and they can be used there')
def opens_preferences(journey):
    program = journey.program
    for keys, title in (('F1', HELP), ('ctrl+question', 'Keyboard Shortcuts'), ('ctrl+p', 'Print')):
        open_window(journey, keys, title)
        open_window(journey, 'ctrl+comma', 'Preferences')
        program.press('alt+r')
        wait_for_focus(journey, 'the setting of the review',
                       lambda node: node.get_role_name() == 'spin button')
        close_window(journey, 'Preferences', title)
        close_window(journey, title, journeys.TITLE)


@tap.case('Ctrl+Q ends the program from a window beside the main one')
def quits(journey):
    program = journey.program
    open_window(journey, 'F1', HELP)
    program.press('ctrl+q')
    status = wait_for('the program to end', lambda: program.process.poll() is not None
                      and 'status %d' % program.process.returncode)
    if status != 'status 0':
        yield status


@tap.case('nothing of this made the program complain')
def stays_quiet(journey):
    return journey.complaints()


if __name__ == '__main__':
    sys.exit(journeys.main())
