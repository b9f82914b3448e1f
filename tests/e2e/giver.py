#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small window beside the program under test, whose content is dragged or copied.

Arguments: "drag" or "copy"; "files", "page" or "text"; then the files, or the content itself. With
"drag" whatever is dragged from the window is that; with "copy" it lies in the clipboard once the
window was clicked, and its title says so. With "take" alone there is no window: the text that lies
in the clipboard is written out.
"""

import sys

import gi

gi.require_version('Gtk', '4.0')
gi.require_version('Gdk', '4.0')
from gi.repository import Gdk, Gio, GLib, GObject, Gtk  # noqa: E402


def make_content(kind, given):
    if kind == 'files':
        addresses = ''.join(Gio.File.new_for_path(path).get_uri() + '\r\n' for path in given)
        return Gdk.ContentProvider.new_for_bytes('text/uri-list',
                                                 GLib.Bytes.new(addresses.encode()))
    data = GLib.Bytes.new(given[0].encode())
    if kind == 'page':
        return Gdk.ContentProvider.new_for_bytes('text/html', data)
    value = GObject.Value(GObject.TYPE_STRING, given[0])
    return Gdk.ContentProvider.new_for_value(value)


def copy(window, content):
    window.get_clipboard().set_content(content)
    window.set_title('Copied')


def show(application, way, content):
    window = Gtk.ApplicationWindow(application=application, title='Giver', default_width=120,
                                   default_height=80, decorated=False)
    label = Gtk.Label(label='Drag or click')
    if way == 'drag':
        source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
        source.set_content(content)
        label.add_controller(source)
    else:
        click = Gtk.GestureClick()
        click.connect('pressed', lambda *_: copy(window, content))
        label.add_controller(click)
    window.set_child(label)
    window.present()


def give(way, kind, *given):
    application = Gtk.Application(flags=Gio.ApplicationFlags.NON_UNIQUE)
    application.connect('activate', lambda _: show(application, way, make_content(kind, given)))
    return application.run([])


def take():
    """Writes what was copied as text; ends with 1 where nothing was."""
    loop = GLib.MainLoop()
    status = 1

    def taken(clipboard, result):
        nonlocal status
        try:
            sys.stdout.write(clipboard.read_text_finish(result) or '')
            status = 0
        except GLib.Error:
            pass
        loop.quit()
    Gtk.init()
    Gdk.Display.get_default().get_clipboard().read_text_async(None, taken)
    loop.run()
    return status


def main():
    way, *given = sys.argv[1:]
    return take() if way == 'take' else give(way, *given)


if __name__ == '__main__':
    sys.exit(main())
