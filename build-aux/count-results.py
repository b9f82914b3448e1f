#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the cases in meson's testlog.json; the last line says how many passed and failed.

A test that speaks TAP counts by its cases, any other counts as one. A program that died counts as
one more failure, for the cases it did not get to say anything about.
"""

import json
import re
import sys

CASE = re.compile(r'^(not )?ok\b[ \d-]*([^#]*)(?:#\s*(SKIP)\b\s*(.*))?', re.IGNORECASE)
GOOD = {'OK', 'EXPECTEDFAIL'}


def cases(test):
    """Yields (outcome, name, reason) of each case of one test of meson's."""
    found = failed = 0
    title = test['name'].rpartition(' / ')[2]
    lines = (test.get('stdout') or '').splitlines()
    if any(re.match(r'1\.\.\d|TAP version', line) for line in lines):
        for line in lines:
            match = CASE.match(line)
            if not match:
                continue
            found += 1
            name = '%s: %s' % (title, match.group(2).strip())
            if match.group(3):
                yield 'skipped', name, match.group(4)
            elif match.group(1):
                failed += 1
                yield 'failed', name, ''
            else:
                yield 'passed', name, ''
    result = test['result']
    if result == 'SKIP':
        if not found:
            yield 'skipped', title, ''
    elif result not in GOOD and not failed:
        yield 'failed', title, result.lower()
    elif result in GOOD and not found:
        yield 'passed', title, ''


def main():
    counts = {'passed': 0, 'failed': 0, 'skipped': 0}
    with open(sys.argv[1], encoding='utf-8') as log:
        for line in log:
            for outcome, name, reason in cases(json.loads(line)):
                counts[outcome] += 1
                if outcome != 'passed':
                    print('%s: %s%s' % (outcome, name, ' (%s)' % reason if reason else ''))
    text = '%(passed)d passed, %(failed)d failed' % counts
    if counts['skipped']:
        text += ', %(skipped)d skipped' % counts
    print(text)
    return 1 if counts['failed'] or not counts['passed'] else 0


if __name__ == '__main__':
    sys.exit(main())
