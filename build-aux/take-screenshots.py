#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures of the window with the samples; build-aux/screenshots calls it.

Arguments: the root of the tree, the folder of an installation, the folder for the pictures, and
“all” for each view in each language, size and scheme instead of those of the README.
"""

import os
import re
import subprocess
import sys
import tempfile

root, installed, pictures = map(os.path.abspath, sys.argv[1:4])
sys.path.insert(0, os.path.join(root, 'tests', 'e2e'))
import desktop  # noqa: E402

WIDTH, HEIGHT = 1280, 800
COLOURS = 256
# What the details pane opens on: the deal that three articles tell.
AMOUNT = re.compile(r'\b38\b|380')

SETTINGS = ('[Settings]\ngtk-application-prefer-dark-theme=%d\ngtk-enable-animations=false\n'
            'gtk-theme-name=%s\ngtk-xft-dpi=%d\n')
DESKTOP = "[org/gnome/desktop/interface]\ncolor-scheme='%s'\n"


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def environment(folder, look):
    """A home of its own, so that nobody's settings or ledger show."""
    dark = look.get('dark', False)
    config = os.path.join(folder, 'config-' + look['name'])
    write(os.path.join(config, 'gtk-4.0', 'settings.ini'),
          SETTINGS % (dark, look.get('theme', 'Default'), 96 * 1024 * look.get('text', 1)))
    write(os.path.join(config, 'glib-2.0', 'settings', 'keyfile'),
          DESKTOP % ('prefer-dark' if dark else 'default'))
    data_dirs = os.path.join(installed, 'share') + ':/usr/local/share:/usr/share'
    return dict(os.environ, XDG_CONFIG_HOME=config, XDG_DATA_HOME=os.path.join(folder, 'data'),
                XDG_STATE_HOME=os.path.join(folder, 'state'), XDG_DATA_DIRS=data_dirs,
                GSETTINGS_BACKEND='keyfile', GSK_RENDERER='cairo', LC_ALL='C.UTF-8',
                LANGUAGE=look.get('language', 'en'))


def take(program, name):
    """The window alone, in few enough colours for a light file."""
    path = os.path.join(pictures, name)
    desktop.xdotool('mousemove', '--sync', 1399, 899)
    desktop.rest(program)
    desktop.picture(path, program.window_id)
    subprocess.run(['mogrify', '-strip', '-dither', 'None', '-colors', str(COLOURS), path],
                   check=True)
    print('%s: %d bytes' % (path, os.path.getsize(path)))


def start(ledger, folder, look):
    program = desktop.Program([os.path.join(installed, 'bin', 'outlay'), '--ledger', ledger],
                              environment(folder, look))
    program.wait_for_window('Outlay')
    desktop.xdotool('windowsize', '--sync', program.window_id, look.get('width', WIDTH), HEIGHT)
    if os.path.exists(ledger):
        program.wait('card', what='the cards')
    desktop.rest(program)
    return program


def import_samples(folder):
    ledger = os.path.join(folder, 'samples.ledger')
    subprocess.run([os.path.join(installed, 'bin', 'outlayctl'), 'import', '--ledger', ledger,
                    os.path.join(root, 'data', 'samples')], check=True, stdout=subprocess.DEVNULL)
    return ledger


# The looks that are looked at; right to left is that of the toolkit's own Hebrew.
LOOKS = (
    {'name': 'light'}, {'name': 'dark', 'dark': True},
    {'name': 'contrast', 'theme': 'Default-hc'},
    {'name': 'narrow', 'width': 360}, {'name': 'large', 'text': 2},
    {'name': 'de', 'language': 'de'}, {'name': 'vi', 'language': 'vi'},
    {'name': 'ja', 'language': 'ja'}, {'name': 'rtl', 'language': 'he'},
)
VIEWS = (('cards', 'alt+1'), ('table', 'alt+2'), ('timeline', 'alt+3'), ('flows', 'alt+4'))


def take_all(folder):
    """Each view in each look, and the window without a deal."""
    ledger = import_samples(folder)
    for look in LOOKS:
        program = start(ledger, folder, look)
        for view, keys in VIEWS:
            program.press(keys)
            take(program, '%s-%s.png' % (view, look['name']))
        program.press('alt+1')
        program.click(program.wait('card', lambda text: AMOUNT.search(text)))
        take(program, 'details-%s.png' % look['name'])
        program.quit()
        program = start(os.path.join(folder, 'none-%s.ledger' % look['name']), folder, look)
        take(program, 'empty-%s.png' % look['name'])
        program.quit()


def take_best(folder):
    """Those of the README and of the metainfo."""
    ledger = import_samples(folder)
    for look in LOOKS[:2]:
        program = start(ledger, folder, look)
        take(program, 'cards-%s.png' % look['name'])
        if look['name'] == 'light':
            program.press('alt+4')
            take(program, 'flows-light.png')
            program.press('alt+1')
            program.click(program.wait('card', lambda text: AMOUNT.search(text)))
            take(program, 'details-light.png')
        program.quit()


def main():
    os.makedirs(pictures, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        if sys.argv[4:5] == ['all']:
            take_all(folder)
        else:
            take_best(folder)


if __name__ == '__main__':
    main()
