#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fuzzes the extractor or a reader for a while; README.md here tells how.

    fuzz.py BUILD [READER] [SECONDS [OPTION OF LIBFUZZER...]]
"""

import datetime
import json
import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# As fuzz-extract.c has them.
LANGUAGES = ('', 'de', 'en', 'es', 'fr', 'it', 'ja', 'ko', 'pt', 'vi', 'zh', 'xx')
CLEANED = 0x80
DAY_ZERO = datetime.date(1999, 12, 31)

HALF_AN_HOUR = 1800
LONGEST_INPUT = {'extract': 8192}
LONGEST_FILE = 32768
# fuzz-extract looks at the processor's time itself; what waits longer than this hangs.
LONGEST_WAIT = {'extract': 300}
LONGEST_WAIT_FOR_FILE = 5
MARKS = re.compile(rb'</?[\w:.-]+|<!\[CDATA\[|\]\]>|&\w+;|"\w+":|^[A-Z][\w-]+:|[\w-]+/[\w-]+|'
                   rb'[\w:]+=', re.MULTILINE)
# The extractor interns names, and GLib drops its table of them for a larger one without giving it
# back, which would be found as a leak, by libFuzzer or at the end; the tests look for ours there.
LEAKS = {'extract': 'detect_leaks=0'}
KEPT_FOR_GOOD = ROOT / 'tests' / 'leaks.supp'


def seed(lang, day, title, text):
    """An input of fuzz-extract.c."""
    number = (datetime.date.fromisoformat(day) - DAY_ZERO).days if day else 0
    head = bytes([CLEANED | LANGUAGES.index(lang)]) + number.to_bytes(2, 'little')
    return head + title.encode() + b'\n' + text


def annotated():
    files = sorted((ROOT / 'tests' / 'extract' / 'articles').glob('*.txt'))
    reader = [sys.executable, ROOT / 'tests' / 'extract' / 'articles.py', *files]
    lines = subprocess.run(reader, check=True, capture_output=True, text=True).stdout
    for article in map(json.loads, lines.splitlines()):
        yield seed(article['lang'], article['published'], article['title'],
                   article['text'].encode())


def samples():
    for file in sorted((ROOT / 'data' / 'samples').glob('*.txt')):
        yield seed(file.name[:2], None, '', file.read_bytes())


def words():
    """The values of the lexicon, at their commas, and the names of organisations and places."""
    files = [*sorted((ROOT / 'data' / 'lexicon').glob('*.ini')),
             *sorted((ROOT / 'data' / 'organisations').glob('*.ini'))]
    for file in [*files, ROOT / 'data' / 'currencies.ini']:
        for line in file.read_text(encoding='utf-8').splitlines():
            if line.startswith('#') or '=' not in line:
                continue
            for word in line.partition('=')[2].replace(';', ',').split(','):
                yield word.strip().strip('*').encode()


def files(reader):
    """The files of the corpus, those of the reader's own format first."""
    corpus = ROOT / 'tests' / 'read' / 'corpus'
    for file in [*sorted((corpus / reader).glob('*')), *sorted(corpus.glob('*/*'))]:
        if file.stat().st_size:
            yield file.read_bytes()


def marks(reader):
    """The names and marks that the reader's own files have."""
    for file in sorted((ROOT / 'tests' / 'read' / 'corpus' / reader).glob('*')):
        text = file.read_bytes()
        yield from MARKS.findall(text)


def write_dictionary(path, entries):
    with open(path, 'w', encoding='ascii') as file:
        for word in sorted({word for word in entries if 0 < len(word) < 40}):
            quoted = ''.join(f'\\x{byte:02x}' for byte in word)
            file.write(f'"{quoted}"\n')


def main():
    build, arguments = Path(sys.argv[1]), sys.argv[2:]
    target = arguments.pop(0) if arguments and arguments[0].isalpha() else 'extract'
    seconds = arguments.pop(0) if arguments else str(HALF_AN_HOUR)
    folder = build / 'tests' / 'fuzz' / target
    seeds, corpus, found = folder / 'seeds', folder / 'corpus', folder / 'found'
    for path in (seeds, corpus, found):
        path.mkdir(exist_ok=True, parents=True)
    inputs = [*annotated(), *samples()] if target == 'extract' else files(target)
    for number, data in enumerate(inputs):
        (seeds / str(number)).write_bytes(data)
    write_dictionary(folder / 'words.dict', words() if target == 'extract' else marks(target))
    command = [folder.parent / f'fuzz-{target}', corpus, seeds, f'-dict={folder / "words.dict"}',
               f'-artifact_prefix={found}/', f'-max_total_time={seconds}',
               f'-max_len={LONGEST_INPUT.get(target, LONGEST_FILE)}',
               f'-timeout={LONGEST_WAIT.get(target, LONGEST_WAIT_FOR_FILE)}',
               *arguments]
    environment = {'G_SLICE': 'always-malloc',
                   'ASAN_OPTIONS': LEAKS.get(target, 'detect_leaks=1'),
                   'LSAN_OPTIONS': f'suppressions={KEPT_FOR_GOOD}:print_suppressions=0',
                   **os.environ}
    return subprocess.run(command, check=False, env=environment).returncode


if __name__ == '__main__':
    sys.exit(main())
