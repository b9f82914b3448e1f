# SPDX-License-Identifier: GPL-3.0-or-later
"""Ledgers with articles in many languages, and what outlayctl prints of them."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tree'))
import tap  # noqa: E402

XHTML = '{http://www.w3.org/1999/xhtml}'
LAYOUTS = {
    'brief': [],
    'table': ['--group', 'kind', '--with', 'sources'],
    'cards': ['--with', 'evidence'],
    'dossier': ['--with', 'sources'],
    'sources': [],
}


class Pages:
    """Two ledgers: one with usual articles, one with articles that are hard to set as well."""

    def __init__(self, root, outlayctl, fill):
        self.place = tempfile.TemporaryDirectory(prefix='outlay-pages-')
        self.golden = os.path.join(root, 'tests', 'report', 'golden')
        self.outlayctl = os.path.abspath(outlayctl)
        self.filler = os.path.abspath(fill)
        self.environment = dict(os.environ, XDG_DATA_HOME=self.place.name, LC_ALL='C.UTF-8')
        self.environment.pop('SOURCE_DATE_EPOCH', None)
        self.environment.pop('LANGUAGE', None)
        self.ledgers = {}
        for name, files in (('usual', ['fixture/articles.jsonl']),
                            ('hard', ['fixture/articles.jsonl', 'report/hard.jsonl'])):
            self.ledgers[name] = os.path.join(self.place.name, name + '.db')
            for file in files:
                subprocess.run([self.filler, self.ledgers[name],
                                os.path.join(root, 'tests', file)],
                               check=True)

    def fill(self, name, deals):
        """A ledger of deals, each of an article of its own that says no more."""
        path = os.path.join(self.place.name, name)
        with open(path + '.jsonl', 'w', encoding='utf-8') as file:
            for number, (who, whom, billions) in enumerate(deals):
                evidence = '%d billion dollars' % billions
                deal = {'main': True, 'kind': 'supply', 'status': 'agreed', 'evidence': evidence,
                        'parties': [{'role': 'investor', 'name': who},
                                    {'role': 'recipient', 'name': whom}],
                        'amount': {'currency': 'USD', 'low': None, 'high': billions * 10 ** 9,
                                   'qualifier': 'exact'},
                        'amount_alt': [], 'capacity': None, 'places': [],
                        'announced': '2026-02-01', 'start': None, 'end': None,
                        'deal': str(number)}
                json.dump({'id': str(number), 'lang': 'en', 'published': '2026-02-01',
                           'title': '%s pays %s' % (who, whom), 'deals': [deal],
                           'text': '%s pays %s %s.' % (who, whom, evidence)}, file)
                file.write('\n')
        self.ledgers[name] = path + '.db'
        subprocess.run([self.filler, self.ledgers[name], path + '.jsonl'], check=True)

    def run(self, *words, **environment):
        return subprocess.run([self.outlayctl, *words], check=True, timeout=120,
                              capture_output=True, env=dict(self.environment, **environment))

    def in_language(self, code):
        """The environment in which the labels are of this language.

        LANGUAGE counts in no locale that is called C, whatever comes behind; the same locale under
        another name is made for that.
        """
        if code == 'en':
            return {}
        made = os.path.join(self.place.name, 'xx_XX.UTF-8')
        if not os.path.exists(made):
            if not os.path.exists('/usr/share/i18n/locales/C'):
                raise tap.Skip('there is nothing to make a locale of')
            self.tool('localedef', '-i', 'C', '-f', 'UTF-8', made)
        return {'LOCPATH': self.place.name, 'LC_ALL': 'xx_XX.UTF-8', 'LANGUAGE': code}

    def print(self, layout, *options, ledger='usual', name='pages.pdf', **environment):
        path = os.path.join(self.place.name, name)
        self.run('print', '--ledger', self.ledgers[ledger], '--layout', layout, '-o', path,
                 *options, **environment)
        return path

    def tool(self, *words):
        if shutil.which(words[0]) is None:
            raise tap.Skip('%s is not installed' % words[0])
        return subprocess.run(words, capture_output=True, check=True).stdout.decode('utf-8')

    def words(self, path):
        """What the pages say, in the order in which it was set, however lines and pages break."""
        text = self.tool('pdftotext', '-raw', path, '-').replace('\f', '\n')
        return unicodedata.normalize('NFKC', ' '.join(text.split()))


def boxes(pages, path):
    """Yields (page, its size, word, its box) of every word."""
    text = pages.tool('pdftotext', '-bbox', path, '-')
    text = re.sub(r'[\x00-\x08\x0b\x0c\x0e-\x1f]', '', text)
    for number, page in enumerate(ElementTree.fromstring(text).iter(XHTML + 'page'), 1):
        size = float(page.get('width')), float(page.get('height'))
        for word in page.iter(XHTML + 'word'):
            yield number, size, word.text or '', tuple(
                float(word.get(name)) for name in ('xMin', 'yMin', 'xMax', 'yMax'))
