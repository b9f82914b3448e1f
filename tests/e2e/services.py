# SPDX-License-Identifier: GPL-3.0-or-later
"""The session bus: services that a desktop has there, and the program as a desktop reaches it."""

import threading

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

FILE_MANAGER = '''<node><interface name="org.freedesktop.FileManager1"><method name="ShowItems">
<arg type="as" direction="in"/><arg type="s" direction="in"/></method></interface></node>'''
NOTIFICATIONS = '''<node><interface name="org.freedesktop.Notifications"><method name="Notify">
<arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
</method><method name="CloseNotification"><arg type="u" direction="in"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal></interface></node>'''


class Service(threading.Thread):
    """A service with one interface, whose calls are answered in a thread of its own."""

    def __init__(self, description, path):
        super().__init__(daemon=True)
        [self.interface] = Gio.DBusNodeInfo.new_for_xml(description).interfaces
        self.path = path
        self.bus = None
        self.there = threading.Event()
        self.start()
        self.there.wait()

    def run(self):
        context = GLib.MainContext.new()
        context.push_thread_default()
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.bus.register_object(self.path, self.interface, self.called)
        Gio.bus_own_name_on_connection(self.bus, self.interface.name, Gio.BusNameOwnerFlags.NONE,
                                       lambda *_: self.there.set())
        GLib.MainLoop.new(context, False).run()

    def called(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        invocation.return_value(self.answer(method, *arguments.unpack()))


class FileManager(Service):
    """Remembers what it is asked to show, or refuses."""

    def __init__(self):
        self.asked = []
        self.refuses = False
        super().__init__(FILE_MANAGER, '/org/freedesktop/FileManager1')

    def called(self, *call):
        if self.refuses:
            call[-1].return_dbus_error('org.freedesktop.DBus.Error.NotSupported', 'refused')
        else:
            super().called(*call)

    def answer(self, _method, files, _startup_id):
        self.asked += files


class Notifications(Service):
    """Remembers what the user was told: the text of each by its number, those withdrawn too."""

    def __init__(self):
        self.told = {}
        self.withdrawn = set()
        super().__init__(NOTIFICATIONS, '/org/freedesktop/Notifications')

    def answer(self, method, *arguments):
        if method == 'CloseNotification':
            self.withdrawn.add(arguments[0])
            return None
        _, replaced, _, summary, body, _, _, _ = arguments
        number = replaced or len(self.told) + 1
        self.told[number] = '%s\n%s' % (summary, body)
        return GLib.Variant('(u)', (number,))

    def click(self, number):
        self.bus.emit_signal(None, self.path, self.interface.name, 'ActionInvoked',
                             GLib.Variant('(us)', (number, 'default')))


class Application:
    """The program whose name on the bus begins so."""

    def __init__(self, name, whole=False):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        [self.name] = self.names(name, whole)
        self.path = '/' + self.name.replace('.', '/')

    @staticmethod
    def names(start, whole=False):
        """The names on the bus that begin so, or are that."""
        reply = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            'org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'ListNames',
            None, None, Gio.DBusCallFlags.NONE, -1, None)
        return [name for name in reply.unpack()[0]
                if name == start or not whole and name.startswith(start)]

    def call(self, interface, method, arguments, path=''):
        reply = self.bus.call_sync(self.name, self.path + path, interface, method, arguments, None,
                                   Gio.DBusCallFlags.NONE, -1, None)
        return reply.unpack()

    def actions(self, path=''):
        [names] = self.call('org.gtk.Actions', 'List', None, path)
        return names

    def activate(self, action):
        """Asks for an action as a launcher does."""
        self.call('org.freedesktop.Application', 'ActivateAction',
                  GLib.Variant('(sava{sv})', (action, [], {})))

    def activate_in_window(self, action, target):
        """Asks for an action of the main window, with a word as its target."""
        self.call('org.gtk.Actions', 'Activate',
                  GLib.Variant('(sava{sv})', (action, [GLib.Variant('s', target)], {})),
                  '/window/1')
