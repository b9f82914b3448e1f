#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The printed pages of every layout in several languages: what they say, and where it stands.

Arguments: the root of the tree, the built outlayctl, the built fill-ledger, the built translations;
with --write what is found is kept as what is wanted. What is kept is free of the words of the
catalogues, so that a better translation changes nothing here; the labels are looked up in the
catalogues instead.
"""

import gettext
import os
import re
import sys
import unicodedata

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tree'))
import tap  # noqa: E402
from printed import LAYOUTS, Pages, boxes  # noqa: E402

# Japanese parts no words by blanks, so that only labels and sums are looked for; Korean has no
# catalogue: what is said about the articles is English then.
LANGUAGES = ('en', 'vi', 'de', 'fr', 'ja', 'ko')
PARTED = ('en', 'vi', 'de', 'fr')
SPOKEN = ('Arabic', 'English', 'French', 'German', 'Japanese', 'Vietnamese')
TOLERANCE = 3
FAMILIES = ('NotoSerif-Bold', 'NotoSans-Regular')

# Of each layout headings that it has in every language.
LABELS = {
    'brief': ['report\x04By kind', 'report\x04Deals', 'report\x04How the sums are made'],
    'table': ['report\x04Who → whom', 'field\x04Amount', 'field\x04Capacity', 'report\x04All'],
    'cards': ['status\x04Announced', 'What the articles say'],
    'dossier': ['What the articles say', 'report\x04Rests on', 'report\x04Where'],
    'sources': ['report\x04Sources'],
}


def read_catalogue(path):
    if not path or not os.path.exists(path):
        return {}
    with open(path, 'rb') as file:
        return gettext.GNUTranslations(file)._catalog


def read_countries(root):
    with open(os.path.join(root, 'data', 'countries.ini'), encoding='utf-8') as file:
        return [name.strip() for line in file if re.match('[A-Z]{2} =', line)
                for name in line.split('=', 1)[1].split(';')]


class Language:
    """What the catalogue of a language says; English where there is none."""

    def __init__(self, place, code, countries, kept):
        self.messages = read_catalogue(os.path.join(place, code, 'LC_MESSAGES', 'outlay.mo'))
        # Names of countries and languages are translated where another package is installed;
        # articles in that language have them anyhow, so those that occur are kept.
        self.names = list(countries) + list(SPOKEN) + kept
        for domain, names in (('iso_3166', countries), ('iso_639-3', SPOKEN)):
            foreign = read_catalogue(gettext.find(domain, '/usr/share/locale', [code]))
            self.names += [foreign.get(name, name) for name in names]

    def say(self, label):
        return self.messages.get(label, label.split('\x04')[-1])

    def without_names(self, text):
        """The text without names of countries and languages, whether they are translated or not."""
        for name in sorted(set(self.names), key=len, reverse=True):
            text = re.sub(r'(?<!\w)%s(?!\w)' % re.escape(unicodedata.normalize('NFKC', name)), ' ',
                          text, flags=re.IGNORECASE)
        return text

    def words(self):
        """All words that may come from the catalogue."""
        found = set()
        for label, message in self.messages.items():
            for text in (label if isinstance(label, str) else label[0], message):
                found.update(re.findall(r'\w+', unicodedata.normalize('NFKC', str(text)).lower()))
        return found


class Golden:
    """What is printed, and what is to be."""

    def __init__(self, root, outlayctl, fill, catalogues):
        self.pages = Pages(root, outlayctl, fill)
        self.pages.environment['OUTLAY_LOCALEDIR'] = os.path.abspath(catalogues)
        countries = read_countries(root)
        self.languages = {code: Language(catalogues, code, countries, self.kept_names(code))
                          for code in LANGUAGES}
        self.printed = {}

    def print(self, layout, code):
        if (layout, code) not in self.printed:
            self.printed[layout, code] = self.pages.print(
                layout, *LAYOUTS[layout], ledger='hard', name='%s.%s.pdf' % (layout, code),
                **self.pages.in_language(code))
        return self.printed[layout, code]

    def file(self, name):
        return os.path.join(self.pages.golden, name + '.txt')

    def kept_names(self, code):
        """The translated names of countries and languages that occur on the pages."""
        if not os.path.exists(self.file('names.' + code)):
            return []
        with open(self.file('names.' + code), encoding='utf-8') as file:
            return file.read().splitlines()

    def write_names(self, code):
        pages = ' '.join(self.pages.words(self.print(layout, code)) for layout in LAYOUTS).lower()
        names = sorted(name for name in set(self.languages[code].names)
                       if unicodedata.normalize('NFKC', name).lower() in pages)
        with open(self.file('names.' + code), 'w', encoding='utf-8') as file:
            file.writelines(name + '\n' for name in names)

    def words(self, layout, code):
        """English whole; of another language what does not come from its catalogue, in order."""
        text = self.pages.words(self.print(layout, code))
        # How a page takes a script that runs the other way depends on who reads the page.
        words = [word for word in text.split() if not re.search('[\u0590-\u08ff]', word)]
        if not self.languages[code].messages:
            return words
        known = self.languages[code].words()
        text = self.languages[code].without_names(' '.join(words))
        return [word for word in re.findall(r'\w+', text)
                if word.lower() not in known and not word.isdigit()]

    def wanted(self, name):
        with open(self.file(name), encoding='utf-8') as file:
            return file.read().split()

    def places(self, layout):
        """Of the first word of each line: the page, from the left, from the top, the word.

        Lines with words that run the other way are left out: readers of PDF take them in this order
        or that.
        """
        words = list(boxes(self.pages, self.print(layout, 'en')))
        seen, lines = set(), []
        for page, _, word, (_, top, _, _) in words:
            if re.search('[\u0590-\u08ff]', word):
                seen.update((page, round(top) + away) for away in range(-6, 7))
        for page, _, word, (left, top, _, _) in words:
            line = page, round(top)
            if line in seen or (page, round(top) - 1) in seen or (page, round(top) + 1) in seen:
                continue
            seen.add(line)
            lines.append((page, round(left), round(top), word))
        return lines

    def write(self):
        os.makedirs(self.pages.golden, exist_ok=True)
        for code in PARTED:
            if self.languages[code].messages:
                self.write_names(code)
        for layout in LAYOUTS:
            for code in PARTED:
                text = ' '.join(self.words(layout, code))
                with open(self.file('%s.%s' % (layout, code)), 'w', encoding='utf-8') as file:
                    file.write(re.sub(r'(.{60,90}?) ', r'\1\n', text) + '\n')
            with open(self.file(layout + '.places'), 'w', encoding='utf-8') as file:
                file.writelines('%d %d %d %s\n' % line for line in self.places(layout))


def difference(found, wanted):
    """Where two lists of words part; a narrower column may break a long word elsewhere."""
    found, wanted = ''.join(found), ''.join(wanted)
    if found == wanted:
        return None
    at = next((at for at, (one, other) in enumerate(zip(found, wanted)) if one != other),
              min(len(found), len(wanted)))
    return '“%s”, not “%s”' % (found[max(at - 30, 0):at + 50], wanted[max(at - 30, 0):at + 50])


def says(golden, code):
    language = golden.languages[code]
    known = language.words()
    for layout in LAYOUTS:
        found = golden.words(layout, code)
        name = code if language.messages or code == 'en' else 'en'
        wanted = golden.wanted('%s.%s' % (layout, name))
        if language.messages:
            wanted = [word for word in wanted if word.lower() not in known]
        fault = difference(found, wanted)
        if fault:
            yield '%s in %s: %s' % (layout, code, fault)


@tap.case('every layout says what it is to say in English')
def says_english(golden):
    yield from says(golden, 'en')


@tap.case('every layout says it in Vietnamese, German and French, with the words of the articles')
def says_translated(golden):
    for code in ('vi', 'de', 'fr'):
        yield from says(golden, code)


@tap.case('without a catalogue all is said in English')
def says_untranslated(golden):
    yield from says(golden, 'ko')


def squeezed(text):
    return re.sub(r'\W', '', unicodedata.normalize('NFKC', text)).lower()


@tap.case('the labels are those of the catalogue')
def has_labels(golden):
    for code, language in golden.languages.items():
        for layout, labels in LABELS.items():
            text = squeezed(golden.pages.words(golden.print(layout, code)))
            for label in labels:
                if squeezed(language.say(label)) not in text:
                    yield '%s in %s: no %r' % (layout, code, language.say(label))


@tap.case('Japanese sums are told by ten thousands, charts in a unit of theirs')
def counts_in_myriads(golden):
    text = squeezed(golden.pages.words(golden.print('brief', 'ja')))
    for sum_ in ('最大60億ドル', '種類案件億'):
        if sum_ not in text:
            yield sum_


@tap.case('every line stands where it stood')
def keeps_places(golden):
    for layout in LAYOUTS:
        fonts = golden.pages.tool('pdffonts', golden.print(layout, 'en'))
        if not all(family in fonts for family in FAMILIES):
            raise tap.Skip('other fonts are installed')
        with open(golden.file(layout + '.places'), encoding='utf-8') as file:
            wanted = [line.split() for line in file]
        found = golden.places(layout)
        if len(found) != len(wanted):
            yield '%s: %d lines, not %d' % (layout, len(found), len(wanted))
        for (page, left, top, word), line in zip(found, wanted):
            if (page != int(line[0]) or abs(left - int(line[1])) > TOLERANCE
                    or abs(top - int(line[2])) > TOLERANCE):
                yield '%s: “%s” at %s, not at %s' % (layout, word, (page, left, top), line[:3])
                break


@tap.case('in every language nothing leaves the margins, and head and foot keep their places')
def keeps_margins(golden):
    for code in LANGUAGES:
        for layout in LAYOUTS:
            feet = {}
            for page, (width, height), word, box in boxes(golden.pages, golden.print(layout, code)):
                if box[0] < 28 or box[2] > width - 28 or box[1] < 22 or box[3] > height - 8:
                    yield '%s in %s: “%s” at %s' % (layout, code, word, box)
                if box[1] > height - 50:
                    feet.setdefault(page, []).append(box)
            for page, line in feet.items():
                if abs(max(box[2] for box in line) - (595.28 - 50)) > 1:
                    yield '%s in %s: the number of page %d is not at the margin' % (layout, code,
                                                                                   page)


@tap.case('the figures of a table end at the right edge of their column, in every language')
def aligns_figures(golden):
    for code, language in golden.languages.items():
        words = list(boxes(golden.pages, golden.print('table', code)))
        head = language.say('report\x04Sources')
        edges = [box[2] for page, _, word, box in words if word == head and page == 1]
        figures = [box[2] for page, _, word, box in words
                   if page == 1 and word.isdigit() and edges and abs(box[2] - edges[0]) < 12
                   and box[1] < 760]
        if len(figures) < 4:
            yield '%s: %d figures' % (code, len(figures))
        yield from ('%s: a figure ends at %.1f, not %.1f' % (code, right, edges[0])
                    for right in figures if abs(right - edges[0]) > 0.6)


@tap.case('the document tells the language that its labels are in')
def tells_language(golden):
    for code, language in golden.languages.items():
        with open(golden.print('sources', code), 'rb') as file:
            content = file.read()
        wanted = language.say('language code\x04en')
        if b'/Lang (%s)' % wanted.encode() not in content:
            yield '%s: not %s' % (code, wanted)


def main():
    golden = Golden(*sys.argv[1:5])
    try:
        if sys.argv[5:] == ['--write']:
            golden.write()
            return 0
        return tap.run(golden)
    finally:
        golden.pages.place.cleanup()


if __name__ == '__main__':
    sys.exit(main())
