#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of the window; build-aux/screenshots calls it.

Arguments: the root of the tree, the folder of an installation, the folder for the pictures; then,
for the whole set instead of the pictures of the README, “all” and the program that makes large
ledgers, and the names of looks where not all are wanted.
"""

import gettext
import itertools
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

root, installed, pictures = map(os.path.abspath, sys.argv[1:4])
sys.path[:0] = [os.path.join(root, 'tests', 'e2e'), os.path.join(root, 'tests', 'extract')]
import articles  # noqa: E402
import desktop  # noqa: E402

# Three monitors side by side, and one.
DISPLAY = 5760, 1080
WIDE = 1400, 900
SIZE = 1280, 800
# What stores of programs show without scaling it down.
STORE_SIZE = 1000, 700
COLOURS = 256
LARGE = 100000
PAUSE = 1.5
# What the toolkit draws about a window where no shadow can be.
FRAME = 4
# The deal that three articles tell, in the figures of all languages.
AMOUNT = re.compile(r'\b38\b|380')
# Two articles that may tell of one deal, for the review.
PAIR = ('Halden Grid will invest $4 billion in a data centre in Turku, the company said on Monday.',
        'Halden Grid plans to spend $4.3 billion on a data centre in Finland with 200 megawatts.')

# Names by which an engine reads one of them otherwise.
OTHER_NAMES = '[Halden Holding]\nalias = Halden Grid\ncountry = FI\ntype = company\n'

# What the samples lack: money that comes back to who paid it.
CIRCLE = ('OpenAI has agreed to buy computing power worth $300 billion from Oracle, the companies '
          'said on 10 September 2025.',
          'Oracle has ordered chips worth about $40 billion from Nvidia, the company said in '
          'May 2025.')
CIRCLE_NAME = 'OpenAI\u00a0→ Oracle\u00a0→ Nvidia\u00a0→'
# Files that cannot be read, each for a reason of its own.
BROKEN = {'annual-report.docx': 'PK\x03\x04', 'notes.txt': '', 'page.pdf': '%PDF-1.7 without end'}

SETTINGS = ('[Settings]\ngtk-application-prefer-dark-theme=%d\ngtk-enable-animations=false\n'
            'gtk-theme-name=%s\ngtk-font-name=Cantarell %d\n')
DESKTOP = "[org/gnome/desktop/interface]\ncolor-scheme='%s'\n"

# Hebrew stands for the toolkit's own words and direction around ours in English.
LOOKS = {
    'light': {}, 'dark': {'dark': True},
    'contrast': {'theme': 'Default-hc'}, 'contrast-dark': {'theme': 'Default-hc', 'dark': True},
    'narrow': {'size': (360, 720)}, 'narrow-dark': {'size': (360, 720), 'dark': True},
    'large': {'text': 2}, 'large-narrow': {'text': 2, 'size': (360, 720)},
    'wide': {'size': WIDE}, 'monitors': {'size': DISPLAY},
    'de': {'language': 'de'}, 'vi': {'language': 'vi'},
    'ja': {'language': 'ja', 'articles': ('ja', 'zh', 'ko')}, 'rtl': {'language': 'he'},
    '100000': {'deals': LARGE},
}


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def import_into(ledger, *paths, data=None):
    """Imports them by an engine of its own where another folder of data is named."""
    subprocess.run([os.path.join(installed, 'bin', 'outlayctl'), 'import', '--ledger', ledger,
                    *paths], env=dict(os.environ, **({'OUTLAY_DATA_DIR': data} if data else {})),
                   check=True, stdout=subprocess.DEVNULL)


def bare(label):
    """A label without the mark of the letter that is its key."""
    return label.replace('_', '')


def speak(language):
    """Lets the toolkit speak a language that has no translation of ours: an empty one is made."""
    path = os.path.join(installed, 'share', 'locale', language, 'LC_MESSAGES', 'outlay.mo')
    if os.path.exists(path):
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    subprocess.run(['msgfmt', '-o', path, '-'], input=head, text=True, check=True)


class Look:
    """The program in one language, size and scheme, with a home of its own."""

    def __init__(self, name, folder):
        self.name = name
        self.traits = LOOKS[name]
        self.size = self.traits.get('size', SIZE)
        self.home = os.path.join(folder, name)
        self.language = self.traits.get('language', 'en')
        if self.language != 'en':
            speak(self.language)
        self.words = gettext.translation('outlay', os.path.join(installed, 'share', 'locale'),
                                         [self.language], fallback=True)
        self.program = None

    def say(self, words, context=None):
        """The words as this look shows them."""
        if context is not None:
            return self.words.pgettext(context, words)
        return self.words.gettext(words)

    def count(self, one, many, number):
        """The words with that number in them."""
        return self.words.ngettext(one, many, number).replace('{count}', str(number))

    def environment(self):
        dark = self.traits.get('dark', False)
        config = os.path.join(self.home, 'config')
        write(os.path.join(config, 'gtk-4.0', 'settings.ini'),
              SETTINGS % (dark, self.traits.get('theme', 'Default'),
                          11 * self.traits.get('text', 1)))
        write(os.path.join(config, 'glib-2.0', 'settings', 'keyfile'),
              DESKTOP % ('prefer-dark' if dark else 'default'))
        return dict(os.environ, XDG_CONFIG_HOME=config,
                    XDG_DATA_HOME=os.path.join(self.home, 'data'),
                    XDG_STATE_HOME=os.path.join(self.home, 'state'),
                    XDG_DATA_DIRS=os.path.join(installed, 'share') + ':/usr/local/share:/usr/share',
                    GSETTINGS_BACKEND='keyfile', GSK_RENDERER='cairo', LC_ALL='C.UTF-8',
                    LANGUAGE=self.language)

    def open_window(self, ledger, *paths, size=None):
        self.program = desktop.Program(
            [os.path.join(installed, 'bin', 'outlay'), '--ledger', ledger, *paths],
            self.environment())
        self.program.wait_for_window('Outlay')
        desktop.xdotool('windowsize', '--sync', self.program.window_id, *(size or self.size))
        desktop.rest(self.program)

    def start(self, ledger, size=None):
        empty = not os.path.exists(ledger)
        self.open_window(ledger, size=size)
        if not empty:
            self.program.wait('card', what='the cards')
        desktop.rest(self.program)

    def rest(self):
        """Waits until nothing changes any more, also what a worker thread has to bring."""
        time.sleep(PAUSE)
        desktop.rest(self.program)

    def take(self, name, pointing=False):
        """The window with what is open over it, the pointer left where it is or out of the way."""
        path = os.path.join(pictures, '%s-%s.png' % (name, self.name))
        if not pointing:
            desktop.xdotool('mousemove', '--sync', DISPLAY[0] - 1, DISPLAY[1] - 1)
        self.rest()
        desktop.picture(path)
        x, y, width, height = next(self.program.surfaces())
        subprocess.run(['mogrify', '-crop', '%dx%d+%d+%d' % (width, height, x, y), '+repage',
                        '-shave', '%dx%d' % (FRAME, FRAME), '+repage', '-strip', '-dither', 'None',
                        '-colors', str(COLOURS), path], check=True)
        print('%s: %d bytes' % (path, os.path.getsize(path)), flush=True)

    def take_window(self, name, open_it, title, take_more=None):
        """A window of its own, what is opened from it, then closed again."""
        main = self.program.window_id
        open_it()
        self.program.wait_for_window(title)
        if self.size[0] < SIZE[0]:
            desktop.xdotool('windowsize', '--sync', self.program.window_id, *self.size)
        self.take(name)
        if take_more is not None:
            take_more()
        self.program.press('Escape')
        desktop.wait_for('the window to go', lambda: self.program.window_id not in desktop.xdotool(
            'search', '--onlyvisible', '--pid', self.program.process.pid).split())
        self.program.window_id = main
        desktop.xdotool('windowfocus', '--sync', main)

    def light_circle(self):
        """Shows what a circle of money is made of."""
        circle = self.program.find(name=lambda text: text.startswith(CIRCLE_NAME))
        if circle is not None:
            self.program.click(circle)

    def take_views(self):
        for view, keys in (('table', 'alt+2'), ('timeline', 'alt+3'), ('flows', 'alt+4'),
                           ('cards', 'alt+1')):
            self.program.press(keys)
            self.rest()
            if view == 'flows':
                self.light_circle()
            self.take(view)

    def open_details(self):
        # Where text is large that card may be out of view.
        card = self.program.find('card', AMOUNT.search)
        self.program.click(card or self.program.wait('card', what='a card'))

    def close_side(self):
        self.program.press('Escape')
        desktop.rest(self.program)


def take_details(look):
    look.open_details()
    look.take('details')
    quote = look.program.find('button', lambda text: AMOUNT.search(text) and '\n' not in text
                              and text.startswith(look.say('Amount', 'field')))
    if quote is not None:
        look.program.click(quote)
        look.take('article')
        look.close_side()
    look.close_side()


def take_facets(look):
    program = look.program
    shown = [('facet', look.say('Party', 'facet')), ('range', look.say('Amount', 'facet'))]
    if look.size[0] < SIZE[0]:
        # All of them are behind one button there.
        shown = [('filters', look.say('Filters'))]
    for name, title in shown:
        button = program.find('button', lambda text, title=title: text.startswith(title))
        if button is not None:
            program.click(button)
            look.take(name)
            program.press('Escape')
    desktop.rest(program)


def take_no_match(look):
    look.program.press('ctrl+f')
    look.program.type('zzyzx')
    look.take('no-match')
    look.program.press('Escape')
    desktop.rest(look.program)


def import_texts(look, ledger, name, texts):
    for number, text in enumerate(texts):
        path = os.path.join(look.home, '%s-%d.txt' % (name, number))
        write(path, text)
        import_into(ledger, path)


def take_review(look, ledger):
    import_texts(look, ledger, 'pair', PAIR)
    look.start(ledger)
    look.program.press('F6')
    name = look.say('To review', 'scope')
    row = look.program.find(name=name)
    if row is None:
        look.program.press('F9')
        row = look.program.wait(name=name)
    look.program.click(row)
    look.take('review')
    look.program.quit()


def take_reread(look):
    """What reading again says of a deal that another engine has read otherwise."""
    ledger = os.path.join(look.home, 'reread.ledger')
    data = os.path.join(look.home, 'engine')
    article = os.path.join(look.home, 'reread.txt')
    samples = os.path.join(root, 'data', 'samples')
    paths = [os.path.join(samples, name) for name in os.listdir(samples)]
    write(os.path.join(data, 'organisations', 'own.ini'), OTHER_NAMES)
    write(article, PAIR[0])
    import_into(ledger, article, data=data)
    import_into(ledger, *paths)
    look.start(ledger)
    look.program.wait_for_message(look.count(
        'Another version of Outlay read {count} article. This one may read more out of it.',
        'Another version of Outlay read {count} articles. This one may read more out of them.', 1))
    look.take('offer', pointing=True)
    look.program.press('ctrl+r')
    look.program.wait_for_message(look.count('{count} article read again',
                                             '{count} articles read again', len(paths) + 1))
    look.take('reread', pointing=True)
    look.program.click(look.program.wait('button', bare(look.say('_Show'))))
    look.take('changed')
    look.program.quit()


def take_menu(look):
    """What can be done to a deal."""
    look.program.click(look.program.wait('card', what='a card'), button=3)
    look.take('menu')
    look.program.press('Escape')
    desktop.rest(look.program)


def take_report(look, ledger):
    """What an import says of files that could not be read, and of one that was there before."""
    paths = [os.path.join(look.home, name) for name in BROKEN]
    for path, content in zip(paths, BROKEN.values()):
        write(path, content)
    again = sorted(os.listdir(os.path.join(root, 'data', 'samples')))[0]
    look.open_window(ledger, *paths, os.path.join(root, 'data', 'samples', again))
    look.program.wait('card', what='the cards')
    look.rest()
    if look.program.find('button', look.say('Undo Import')) is None:
        look.program.press('F10')
        look.program.click(look.program.wait(name=bare(look.say('_Last Import Report'))))
    look.take('report')
    look.program.quit()


def take_failure(look):
    ledger = os.path.join(look.home, 'broken.ledger')
    write(ledger, 'This is no ledger. ' * 100)
    look.open_window(ledger)
    look.take('failure')
    look.program.quit()


def take_loading(look, ledger):
    """The page while a ledger opens, which another program holds for as long as that takes."""
    holder = sqlite3.connect(ledger, isolation_level=None)
    holder.execute('PRAGMA locking_mode = EXCLUSIVE')
    holder.execute('BEGIN EXCLUSIVE')
    look.open_window(ledger)
    # The wait has an end, which may have come already; the next one begins now.
    look.program.click(look.program.wait('button', bare(look.say('_Try Again'))))
    look.program.wait(name=look.say('Opening the ledger…'))
    look.take('loading')
    holder.close()
    look.program.quit()


def take_copies(look):
    """The copies of the ledger, which the preferences lead to: by keys, as large text has the way
    there scrolled out of sight."""
    def open_them():
        button = look.program.wait('button', bare(look.say('_Go Back to a Copy…')))
        look.program.press_until('Tab', 'the way to the copies to have the keyboard',
                                 lambda: desktop.has_focus(button))
        look.program.press('space')
    look.take_window('copies', open_them, look.say('Go Back to a Copy'))


def take_rejected(look):
    """What is no deal, which the main menu leads to: by keys, as it may be scrolled away."""
    title = look.say('Rejected Deals')

    def open_them():
        look.program.press('F10')
        item = look.program.wait('menu item', bare(look.say('Re_jected Deals…')))
        look.program.press_until('Down', 'the way there to have the keyboard',
                                 lambda: desktop.has_focus(item))
        look.program.press('Return')
    look.program.press('ctrl+a')
    look.program.press('Delete')
    look.program.wait('button', look.say('Undo', 'button'))
    look.take_window('rejected', open_them, title)
    look.program.press('ctrl+z')
    look.program.wait('card', AMOUNT.search, what='a card')


def take_dialogs(look):
    def press(keys):
        return lambda: look.program.press(keys)
    look.take_window('preferences', press('ctrl+comma'), look.say('Preferences'),
                     lambda: take_copies(look))
    look.take_window('print', press('ctrl+p'), look.say('Print'))
    look.take_window('help', press('F1'), look.say('Help'))
    take_rejected(look)


def make_ledger(look, maker):
    """The ledger of a look: the samples, articles in its language, or very many deals."""
    ledger = os.path.join(look.home, 'shown.ledger')
    os.makedirs(look.home, exist_ok=True)
    if 'deals' in look.traits:
        subprocess.run([maker, ledger, str(look.traits['deals'])], check=True)
        return ledger
    import_into(ledger, os.path.join(root, 'data', 'samples'))
    import_texts(look, ledger, 'circle', CIRCLE)
    for language in look.traits.get('articles', ()):
        path = os.path.join(root, 'tests', 'extract', 'articles', language + '.txt')
        lines = os.path.join(look.home, language + '.jsonl')
        write(lines, ''.join(json.dumps(one, ensure_ascii=False) + '\n'
                             for one in itertools.islice(articles.read_file(path, print), 8)))
        import_into(ledger, '--jsonl', lines)
    return ledger


def take_all(folder, maker, names):
    """Each view, pane and window in each look, and the window without a deal."""
    for name in names or LOOKS:
        look = Look(name, folder)
        ledger = make_ledger(look, maker)
        look.start(ledger)
        look.take_views()
        if 'deals' in look.traits:
            look.program.quit()
            continue
        take_details(look)
        take_menu(look)
        take_facets(look)
        take_no_match(look)
        take_dialogs(look)
        look.program.quit()
        take_review(look, ledger)
        take_reread(look)
        take_report(look, ledger)
        take_failure(look)
        take_loading(look, ledger)
        look.start(os.path.join(look.home, 'empty.ledger'))
        look.take('empty')
        look.program.quit()


def take_best(folder):
    """Those of the README and of the metainfo."""
    for name in ('light', 'dark'):
        look = Look(name, folder)
        look.start(make_ledger(look, None), STORE_SIZE)
        look.take('cards')
        if name == 'light':
            look.program.press('F9')
            for view, keys in (('flows', 'alt+4'), ('timeline', 'alt+3')):
                look.program.press(keys)
                look.rest()
                if view == 'flows':
                    look.light_circle()
                look.take(view)
            look.program.press('alt+1')
            look.program.press('F9')
            look.rest()
            look.open_details()
            look.take('details')
        look.program.quit()


def main():
    os.makedirs(pictures, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        if sys.argv[4:5] == ['all']:
            take_all(folder, sys.argv[5], sys.argv[6:])
        else:
            take_best(folder)


if __name__ == '__main__':
    main()
