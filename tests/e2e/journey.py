# SPDX-License-Identifier: GPL-3.0-or-later
"""The built window on a ledger of its own, for steps that each go on from the one before."""

import glob
import json
import os
import re
import subprocess
import sys
import tempfile

import desktop
from desktop import text_of

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tree'))
import tap  # noqa: E402

TITLE = 'Outlay'
# A program beside the one under test.
GIVER = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'giver.py')
COMPLAINT = re.compile(r'-(CRITICAL|WARNING) \*\*')
# Words of the library: of a session without a desktop; of a row that is made anew, for the ledger
# was read again, while the button is held down on it.
NOT_OURS = ('unable to send notifications', 'Broken accounting of active state')


class Journey:
    """The program, its ledger, and where the steps have come to."""

    def __init__(self, root, outlay, outlayctl, keep):
        self.root = os.path.abspath(root)
        samples = os.path.join(self.root, 'data', 'samples', '*')
        self.samples = sorted(glob.glob(samples))
        self.outlay = os.path.abspath(outlay)
        self.outlayctl = os.path.abspath(outlayctl)
        self.keep = keep
        self.place = tempfile.TemporaryDirectory(prefix='outlay-e2e-')
        self.ledger = os.path.join(self.place.name, 'journey.ledger')
        self.pdf = os.path.join(self.place.name, 'deals.pdf')
        self.log = os.path.join(self.place.name, 'log')
        self.environment = dict(
            os.environ, GSK_RENDERER='cairo', GTK_USE_PORTAL='0', LC_ALL='C.UTF-8',
            HOME=self.place.name, XDG_DATA_HOME=os.path.join(self.place.name, 'data'),
            XDG_CONFIG_HOME=os.path.join(self.place.name, 'config'),
            XDG_CACHE_HOME=os.path.join(self.place.name, 'cache'),
            XDG_STATE_HOME=os.path.join(self.place.name, 'state'))
        self.environment.pop('GTK_A11Y', None)
        self.program = None

    def start(self, *paths, stdin=None):
        """Starts the program, with files to import, and what stands in a file to read."""
        arguments = [self.outlay, '--ledger', self.ledger, *paths]
        if stdin is not None:
            arguments = ['sh', '-c', 'exec "$@" < "$0"', stdin, *arguments]
        with open(self.log, 'a', encoding='utf-8') as log:
            self.program = desktop.Program(arguments, self.environment, log)
        self.program.wait_for_window(TITLE)

    def content_width(self, title=TITLE):
        """How wide a window is without its shadow, which the header may stand into.

        A hint over the window is a child of it, too.
        """
        window = next(one for one in self.program.windows() if one.get_name() == title)
        return min(desktop.extents(child)[2] for child in desktop.children(window)
                   if child.get_role_name() == 'panel')

    def resize(self, width, height, title=TITLE):
        """Makes the window so large, its shadow left out."""
        _, _, whole, _ = next(self.program.surfaces())
        frame = whole - self.content_width(title)
        desktop.xdotool('windowsize', '--sync', self.program.window_id, width + frame,
                        height + frame)
        desktop.wait_for('%d pixels' % width, lambda: self.content_width(title) == width)

    def act(self, verb, *words):
        """Has outlayctl work on the ledger, before the program starts or beside it.

        Returns what it says.
        """
        done = subprocess.run([self.outlayctl, verb, '--ledger', self.ledger, *words],
                              env=self.environment, check=False, capture_output=True, text=True,
                              timeout=120)
        if done.returncode:
            raise desktop.NotSeen('outlayctl %s failed: %s' % (verb, done.stderr))
        return done.stdout

    def take_in(self, *paths):
        self.act('import', *paths)

    def hand_over(self, *paths):
        """Gives the window files, as a desktop does that opens them with it."""
        subprocess.run([self.outlay, '--ledger', self.ledger, *paths], env=self.environment,
                       timeout=desktop.PATIENCE, check=True)

    def wait_for_report(self, new, there=0, failed=0, deleted=0):
        """The report counts so many articles; returns it."""
        wanted = '%d\nnew article%s\n%d\nalready there\n%s%d\nnot imported' % (
            new, '' if new == 1 else 's', there,
            '%d\ndeleted by you\n' % deleted if deleted else '', failed)

        def look():
            report = self.program.find('panel', 'Import report')
            found = report is not None and wanted in self.program.says(within=report)
            return report if found else None
        return desktop.wait_for('the report of the import to say ' + wanted.replace('\n', ' '),
                                look)

    def write(self, name, text):
        """The path of a file that holds that text."""
        path = os.path.join(self.place.name, name)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
        return path

    def fill(self):
        """Puts articles into the ledger that do not agree on the amount of one loan."""
        subprocess.run([os.path.join(self.keep, '..', 'fixture', 'fill-ledger'), self.ledger,
                        os.path.join(self.root, 'tests', 'fixture', 'articles.jsonl')],
                       check=True, timeout=60)

    def start_with_samples(self):
        """The program shows the deals of the sample articles."""
        self.take_in(*self.samples)
        self.start()
        self.wait_for_count('%d deals' % len(self.deals()))

    def deals(self, *filters):
        """What outlayctl lists."""
        result = subprocess.run([self.outlayctl, 'list', '--ledger', self.ledger, '--json',
                                 *filters], capture_output=True, text=True, check=False,
                                env=self.environment, timeout=60)
        return [json.loads(line) for line in result.stdout.splitlines()]

    def totals(self):
        """What the header says: "25 deals · …" or "4 of 25 deals · …"."""
        return self.program.find('label', lambda text: re.match(r'\d+ (of \d+ )?deals?\b', text))

    def wait_for_count(self, pattern):
        return self.program.wait('label', lambda text: re.match(pattern + r'\b', text),
                                 what='the header to say ' + pattern)

    def cards(self):
        """The spoken sentences of the cards that can be seen."""
        return [text_of(card) for card in self.program.all('card')]

    def copied(self):
        """The text that lies in the clipboard, as another program gets it."""
        taken = subprocess.run([sys.executable, GIVER, 'take'], check=False, capture_output=True,
                               text=True, timeout=desktop.PATIENCE,
                               env=dict(self.environment, GTK_A11Y='none'))
        return taken.stdout

    def left_behind(self):
        """Keeps a picture and the words of the window for who looks into a failure."""
        if self.program is None:
            return
        with open(self.log, encoding='utf-8', errors='replace') as log:
            for line in log.readlines()[-20:]:
                print('# the program said: ' + line.rstrip())
        if self.program.process.poll() is None:
            desktop.picture(os.path.join(self.keep, 'e2e-failure.png'))
            with open(os.path.join(self.keep, 'e2e-failure.txt'), 'w', encoding='utf-8') as file:
                file.write(self.program.tree())

    def end(self):
        if self.program is not None:
            self.program.quit()
        self.place.cleanup()

    def complaints(self):
        """What the program said that it should not have to say."""
        with open(self.log, encoding='utf-8', errors='replace') as log:
            return [line.strip() for line in log
                    if COMPLAINT.search(line) and not any(word in line for word in NOT_OURS)]


def main():
    """Takes the steps; the arguments are those of the program."""
    journey = Journey(*sys.argv[1:])
    try:
        status = tap.run(journey, steps=True, at_failure=journey.left_behind)
    finally:
        journey.end()
    return status
