# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a program on an X display as a person would: by mouse and keys, told by accessibility.

Every wait is bounded and says what it waited for. Needs a session bus, an X display and xdotool.
"""

import os
import shutil
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 30 * float(os.environ.get('OUTLAY_TEST_PATIENCE', '1'))
STEP = 0.1
ATTEMPTS = 4
# How many seconds a button is held down by a click, and up before the next.
HELD = 0.1
LET_GO = 0.03
# More children than that are a list, which scrolls and so has no end to count from.
FEW = 24
# From the foot of the window to the middle of what is laid over it there.
MESSAGE_HEIGHT = 45
# What toolkits of different ages call the same thing.
ROLES = {
    'button': {'push button', 'button', 'toggle button'},
    'entry': {'text', 'entry'},
    'label': {'label', 'static'},
    'card': {'table cell', 'cell'},
    'filler': {'filler', 'panel'},
    'panel': {'panel', 'grouping'},
    'window': {'frame', 'window', 'dialog', 'alert'},
}


class NotSeen(AssertionError):
    """What was waited for did not come."""


def wait_for(what, look, patience=PATIENCE):
    """The first true value of look(); fails after a bounded time, saying what was waited for."""
    end = time.monotonic() + patience
    while True:
        try:
            value = look()
        except GLib.Error:
            value = None  # what was looked at has gone away
        if value:
            return value
        if time.monotonic() > end:
            raise NotSeen('waited %d s for %s' % (patience, what))
        time.sleep(STEP)


def do_until(act, what, look):
    """Acts, again where that got lost, until its effect is seen; returns what look() does."""
    for _ in range(ATTEMPTS - 1):
        act()
        try:
            return wait_for(what, look, PATIENCE / ATTEMPTS)
        except NotSeen:
            continue
    act()
    return wait_for(what, look)


def xdotool(*words):
    """What xdotool prints."""
    result = subprocess.run(['xdotool', *map(str, words)], capture_output=True, text=True,
                            check=False)
    return result.stdout


def point_at(x, y):
    """Moves the pointer to a place on the display; waiting for it where it is takes long."""
    here = dict(line.split('=') for line in xdotool('getmouselocation', '--shell').split())
    if (here.get('X'), here.get('Y')) != (str(x), str(y)):
        xdotool('mousemove', '--sync', x, y)


def click_here(button=1, times=1):
    """Clicks where the pointer is, holding the button down as long as a person does.

    The frame in which the program shows that it is held asks the display for the pointer; where it
    is up again by then GTK takes the click for none. Several clicks follow one another quickly.
    """
    click = ('mousedown', button, 'sleep', HELD, 'mouseup', button, 'sleep', LET_GO)
    xdotool(*(click * times))


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node):
    """The node and all beneath it, from above to below."""
    yield node
    for child in children(node):
        yield from walk(child)


def is_shown(node):
    """Whether a node can be seen; GTK 4.8 calls nothing showing, and what it never drew visible."""
    states = node.get_state_set()
    if not (states.contains(Atspi.StateType.SHOWING) or states.contains(Atspi.StateType.VISIBLE)):
        return False
    _, _, width, height = extents(node)
    return width > 0 and height > 0


def has_focus(node):
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


def is_selected(node):
    return node.get_state_set().contains(Atspi.StateType.SELECTED)


def text_of(node):
    """All that a node says: its name, or the text in it."""
    name = node.get_name() or ''
    if node.get_role_name() in ROLES['entry'] or not name:
        try:
            return Atspi.Text.get_text(node, 0, -1) or name
        except GLib.Error:
            return name
    return name


def extents(node):
    """Where a node is in its window; nothing wide where it has no place."""
    try:
        box = node.get_extents(Atspi.CoordType.WINDOW)
    except GLib.Error:
        return 0, 0, 0, 0
    return box.x, box.y, box.width, box.height


def shown_boxes(node):
    """Where those children of a node are that have a size."""
    return [box for box in map(extents, children(node)) if box[2] > 0 and box[3] > 0]


def padding(node):
    """How far from a node's edge its children begin, where their extents leave that out.

    It is half of what they leave free below or beside: the lesser, for they need not fill both.
    What stands in the middle of a larger place has no padding about it.
    """
    boxes = shown_boxes(node) if node.get_child_count() <= FEW else []
    if not boxes:
        return 0
    x, y, width, height = extents(node)
    before = min(box[0] for box in boxes) - x, min(box[1] for box in boxes) - y
    after = (x + width - max(box[0] + box[2] for box in boxes),
             y + height - max(box[1] + box[3] for box in boxes))
    if all(abs(start - end) <= 1 for start, end in zip(before, after)):
        return 0
    return max(0, min(after)) // 2


class Program:
    """A running program and its window."""

    def __init__(self, arguments, environment=None, log=None):
        self.process = subprocess.Popen(arguments, env=environment, stdout=log, stderr=log)
        self.window_id = None
        self.known = set()
        self.kept = {}
        self.padding_left_out = None

    def root(self):
        """The program as accessibility sees it."""
        desktop = Atspi.get_desktop(0)
        for child in children(desktop):
            if child.get_process_id() == self.process.pid:
                return child
        return None

    def windows(self):
        root = self.root()
        return list(children(root)) if root is not None else []

    def is_active(self):
        """Whether one of its windows has the keyboard."""
        return any(window.get_state_set().contains(Atspi.StateType.ACTIVE)
                   for window in self.windows())

    def all(self, role=None, name=None, within=None):
        """Yields every node that is shown, of a role, whose name is (or is told by a function)."""
        roles = ROLES.get(role, {role})
        tops = [within] if within is not None else self.windows()
        for top in tops:
            for node in walk(top):
                if role is not None and node.get_role_name() not in roles:
                    continue
                if callable(name):
                    if not name(text_of(node)):
                        continue
                elif name is not None and text_of(node) != name:
                    continue
                if is_shown(node):
                    yield node

    def find(self, role=None, name=None, within=None):
        return next(self.all(role, name, within), None)

    def wait(self, role=None, name=None, within=None, what=None):
        """The first such node, once it is shown."""
        what = what or '%s %s' % (role or 'something', name if not callable(name) else '')
        return wait_for(what, lambda: self.find(role, name, within))

    def keep(self, role, name):
        """What stays as long as the window, looked for once."""
        if (role, name) not in self.kept:
            self.kept[role, name] = self.wait(role, name)
        return self.kept[role, name]

    def wait_for_message(self, start):
        """The passing message over the window that begins so.

        Where the pointer is on it it stays until it was read, however long that takes.
        """
        x, y, width, height = next(self.surfaces())
        point_at(x + width // 2, y + height - MESSAGE_HEIGHT)
        message = self.wait(name=lambda text: text.startswith(start),
                            what='the message “%s”' % start)
        # It is higher above a bar at the foot, and a pointer that was there before may not count.
        point_at(*self.middle(message.get_parent()))
        return message

    def says(self, within=None):
        """All texts that are shown, in one."""
        seen = []
        for node in self.all(within=within):
            text = text_of(node)
            if text and text not in seen[-1:]:
                seen.append(text)
        return '\n'.join(seen)

    def wait_for_window(self, title):
        """The X window of that title has come and has the keyboard."""
        def look():
            if self.process.poll() is not None:
                raise NotSeen('the program ended with %d' % self.process.returncode)
            found = xdotool('search', '--onlyvisible', '--name', title).split()
            return found[-1] if found else None
        self.window_id = wait_for('the window “%s”' % title, look)
        self.known.add(self.window_id)
        xdotool('windowfocus', '--sync', self.window_id)
        return self.window_id

    def surfaces(self):
        """Yields the window and then its popovers: (x, y, width, height) on the display."""
        others = xdotool('search', '--onlyvisible', '--pid', self.process.pid).split()
        for window_id in [self.window_id] + [one for one in others if one != self.window_id]:
            lines = xdotool('getwindowgeometry', '--shell', window_id).split()
            values = dict(line.split('=', 1) for line in lines if '=' in line)
            if len(values) >= 5:
                yield tuple(int(values[key]) for key in ('X', 'Y', 'WIDTH', 'HEIGHT'))

    def leaves_padding_out(self):
        """Whether a child's extents are told as if its parent had no padding.

        So they are from GTK 4.10 on. A button has padding, and what is in it stands in the middle.
        """
        if self.padding_left_out is None:
            for button in self.all('button'):
                x, y, width, height = extents(button)
                for box in shown_boxes(button):
                    if box[2] < width and box[3] < height:
                        self.padding_left_out = box[:2] == (x, y)
                        return self.padding_left_out
        return self.padding_left_out

    def middle(self, node):
        """Where a node's middle is on the display.

        Accessibility counts from the window, though a popover has a surface of its own: the one
        that is as large as the popover. What a window draws around its content is counted by some
        versions of GTK and not by others, so the content, which is as far from the left as from
        the right, gives the measure.
        """
        main, *popovers = self.surfaces()
        node_x, node_y, node_width, node_height = extents(node)
        node_x += node_width // 2
        node_y += node_height // 2
        frame = node
        while frame.get_role_name() not in ROLES['window']:
            if frame is not node and self.leaves_padding_out():
                inset = padding(frame)
                node_x += inset
                node_y += inset
            x, y, width, height = extents(frame)
            for popover in popovers:
                if popover[2:] == (width, height):
                    return popover[0] + node_x - x, popover[1] + node_y - y
            frame = frame.get_parent()
        content_x, _, content_width, _ = max(map(extents, children(frame)), key=lambda box: box[2])
        shift = (main[2] - content_width) // 2 - content_x
        return main[0] + shift + node_x, main[1] + shift + node_y

    def dialog(self):
        """The X window that has come beside those that were waited for; None for none."""
        shown = xdotool('search', '--onlyvisible', '--pid', self.process.pid).split()
        return next((one for one in shown if one not in self.known), None)

    def choose_file(self, path, save=False):
        """Writes a path into the file dialog that has come, and takes it.

        A dialog for saving has an entry; one for opening gets it when a slash is typed. The dialog
        completes what is typed at a time of its own choosing, so what stands behind the cursor is
        taken away, and where it came too late all is typed again.
        """
        xdotool('windowfocus', '--sync', wait_for('the file dialog', self.dialog))
        for _ in range(ATTEMPTS):
            if not save:
                self.press('slash')
            wait_for('the entry for a path',
                     lambda: next(filter(has_focus, self.all('entry')), None))
            self.press('ctrl+a')
            self.type(path)
            self.press('shift+End')
            self.press('Delete')
            self.press('Return')
            try:
                wait_for('the file dialog to go', lambda: not self.dialog(), PATIENCE / ATTEMPTS)
                break
            except NotSeen:
                continue
        else:
            raise NotSeen('the file dialog stays')
        xdotool('windowfocus', '--sync', self.window_id)

    def close_side(self):
        """Closes what stands beside the cards."""
        for button in list(self.all('button', lambda text: text.startswith('Close the '))):
            self.click(button)

    def settle(self, node):
        """Waits until a node has a size and stays in its place."""
        last = []

        def look():
            now = extents(node)
            last.append(now)
            return now[2] > 0 and now[3] > 0 and last[-3:] == [now] * 3
        wait_for('%s to come to rest' % (node.get_name() or node.get_role_name()), look)

    def click(self, node, button=1):
        self.settle(node)
        point_at(*self.middle(node))
        click_here(button)

    def click_until_gone(self, role, name):
        """Clicks what comes, and goes when it is clicked; again where a click gets lost."""
        self.wait(role, name)

        def look():
            node = self.find(role, name)
            if node is not None:
                self.click(node)
                time.sleep(0.5)
            return self.find(role, name) is None
        wait_for('the %s to be clicked' % role, look)

    def click_holding(self, key, node, button=1):
        """Clicks while a key is held down."""
        self.settle(node)
        xdotool('keydown', key)
        self.click(node, button)
        xdotool('keyup', key)

    def drag(self, start, end, steps=6):
        """Drags from one place on the display to another, over those between."""
        point_at(*start)
        xdotool('mousedown', 1)
        for step in range(1, steps + 1):
            point_at(*(a + (b - a) * step // steps for a, b in zip(start, end)))
        xdotool('mouseup', 1)

    def scroll_to(self, node, place):
        """Turns the wheel over a place on the display until a node stands in the window."""
        def look():
            _, _, _, height = next(self.surfaces())
            _, y, _, own = extents(node)
            if y + 2 * own < height:
                return True
            point_at(*place)
            xdotool('click', 5)
            return False
        wait_for('the %s to be scrolled to' % node.get_role_name(), look)

    def focused(self):
        """What has the keyboard; None for nothing."""
        return next(filter(has_focus, (node for top in self.windows() for node in walk(top))), None)

    def choose_below(self, name, downs, within=None):
        """Chooses in a list that opens the value so many further down, by the keyboard."""
        before = len(list(self.surfaces()))
        self.click(self.wait('combo box', name, within=within))
        wait_for('the list of “%s”' % name, lambda: len(list(self.surfaces())) > before)
        wait_for('its values to have the keyboard', lambda: next(
            filter(has_focus, self.all('list item', within=within)), None))
        for _ in range(downs):
            self.press('Down')
        self.press('Return')
        wait_for('the list to go', lambda: len(list(self.surfaces())) == before)

    def press(self, keys):
        xdotool('key', '--clearmodifiers', keys)

    def press_until(self, keys, what, look):
        """Presses keys until look() is true; again where they came too early."""
        def pressed():
            if not look():
                self.press(keys)
            return look()
        return wait_for(what, pressed)

    def type(self, text):
        xdotool('type', '--delay', 30, text)

    def tree(self):
        """The shown nodes as lines, to look at when a test fails."""
        lines = []

        def tell(node, depth):
            if is_shown(node):
                lines.append('%s%s “%s” %s' % ('  ' * depth, node.get_role_name(), text_of(node),
                                               extents(node)))
            for child in children(node):
                tell(child, depth + 1)
        for window in self.windows():
            tell(window, 0)
        return '\n'.join(lines)

    def quit(self):
        """Ends the program; returns its exit status."""
        if self.process.poll() is None:
            self.process.terminate()
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


def marked_words(node, offset):
    """The words around an offset of a text that look alike and unlike their neighbours."""
    run = Atspi.Text.get_attribute_run(node, offset, False)
    # What the binding returns is the attributes, then where they begin and end.
    _, start, end = run
    return Atspi.Text.get_text(node, start, end)


def picture(path, window_id='root'):
    """Keeps what the display shows, where ImageMagick is there to do it."""
    if shutil.which('import') is None:
        return
    subprocess.run(['import', '-window', str(window_id), path], check=False,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def rest(program, patience=PATIENCE):
    """Waits until the window shows the same picture twice running."""
    last = []

    def look():
        shot = subprocess.run(['import', '-window', str(program.window_id), '-depth', '8', 'rgb:-'],
                              capture_output=True, check=False).stdout
        last.append(hash(shot))
        return len(last) > 2 and last[-1] == last[-2] == last[-3]
    wait_for('the window to come to rest', look, patience)
