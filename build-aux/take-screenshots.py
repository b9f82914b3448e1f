#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures of the window with the samples; build-aux/screenshots calls it.

Arguments: the root of the tree, the folder of an installation, the folder for the pictures.
"""

import os
import subprocess
import sys
import tempfile

root, installed, pictures = map(os.path.abspath, sys.argv[1:4])
sys.path.insert(0, os.path.join(root, 'tests', 'e2e'))
import desktop  # noqa: E402

WIDTH, HEIGHT = 1280, 800
COLOURS = 256
# What the details pane opens on: the deal that three articles tell.
CARD = 'OpenAI'

SETTINGS = '[Settings]\ngtk-application-prefer-dark-theme=%s\ngtk-enable-animations=false\n'
DESKTOP = "[org/gnome/desktop/interface]\ncolor-scheme='%s'\n"


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def environment(folder, dark):
    """A home of its own, so that nobody's settings or ledger show."""
    config = os.path.join(folder, 'config-dark' if dark else 'config')
    write(os.path.join(config, 'gtk-4.0', 'settings.ini'), SETTINGS % int(dark))
    write(os.path.join(config, 'glib-2.0', 'settings', 'keyfile'),
          DESKTOP % ('prefer-dark' if dark else 'default'))
    data_dirs = os.path.join(installed, 'share') + ':/usr/local/share:/usr/share'
    return dict(os.environ, XDG_CONFIG_HOME=config, XDG_DATA_HOME=os.path.join(folder, 'data'),
                XDG_STATE_HOME=os.path.join(folder, 'state'), XDG_DATA_DIRS=data_dirs,
                GSETTINGS_BACKEND='keyfile', GSK_RENDERER='cairo', LC_ALL='C.UTF-8')


def take(program, name):
    """The window alone, in few enough colours for a light file."""
    path = os.path.join(pictures, name)
    desktop.xdotool('mousemove', '--sync', 1399, 899)
    desktop.rest(program)
    desktop.picture(path, program.window_id)
    subprocess.run(['mogrify', '-strip', '-dither', 'None', '-colors', str(COLOURS), path],
                   check=True)
    print('%s: %d bytes' % (path, os.path.getsize(path)))


def start(ledger, folder, dark):
    program = desktop.Program([os.path.join(installed, 'bin', 'outlay'), '--ledger', ledger],
                              environment(folder, dark))
    program.wait_for_window('Outlay')
    desktop.xdotool('windowsize', '--sync', program.window_id, WIDTH, HEIGHT)
    program.wait(name=lambda text: CARD in text, what='the cards')
    return program


def main():
    os.makedirs(pictures, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        ledger = os.path.join(folder, 'samples.ledger')
        subprocess.run([os.path.join(installed, 'bin', 'outlayctl'), 'import', '--ledger', ledger,
                        os.path.join(root, 'data', 'samples')], check=True,
                       stdout=subprocess.DEVNULL)
        for dark in (False, True):
            program = start(ledger, folder, dark)
            take(program, 'cards-dark.png' if dark else 'cards-light.png')
            if not dark:
                program.click(program.find(name=lambda text: '38 billion' in text))
                take(program, 'details-light.png')
            program.quit()


if __name__ == '__main__':
    main()
