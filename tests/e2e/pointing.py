# SPDX-License-Identifier: GPL-3.0-or-later
"""Pointing at charts, which tell by their description what the pointer is at."""

import desktop
from desktop import wait_for

# Outside of the window, which begins at the display's corner.
AWAY = (1380, 880)


def whole(journey):
    return len(journey.deals())


def wait_for_share(journey, count):
    journey.wait_for_count('%d of %d deals' % (count, whole(journey)))


def wait_for_all(journey):
    journey.wait_for_count('%d deals' % whole(journey))


def leave(node):
    """Takes the pointer off a chart, which then tells of nothing: all that came before is done."""
    def look():
        desktop.point_at(*AWAY)
        return not node.get_description()
    wait_for('the chart to tell of nothing', look)


def places(journey, node, across, down):
    """Places on a chart, so many across and down, on the display."""
    journey.program.settle(node)
    x, y = journey.program.middle(node)
    _, _, width, height = desktop.extents(node)
    for row in range(1, down):
        for column in range(1, across):
            yield (x - width // 2 + width * column // across,
                   y - height // 2 + height * row // down)


def point_until(journey, node, what, told, across=48, down=24):
    """Points from place to place of a chart until it tells what is wanted; returns its words."""
    def look():
        for place in places(journey, node, across, down):
            desktop.point_at(*place)
            if told(node.get_description() or ''):
                # What is told may still be of the place before.
                leave(node)
                desktop.point_at(*place)
                words = wait_for('the chart to tell of something', node.get_description)
                if told(words):
                    return words
        return None
    return wait_for(what, look)


def remove_chip(journey, name):
    program = journey.program
    program.click(program.wait('button', lambda text: text.startswith('Remove the filter ' + name)))
    wait_for_all(journey)
