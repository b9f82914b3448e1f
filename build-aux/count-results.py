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
MOST_REASONS = 25


def tap_cases(title, lines):
    """Yields (outcome, name, reasons) of each case of a test that speaks TAP."""
    case = None
    for line in lines:
        match = CASE.match(line)
        if match:
            if case:
                yield case
            name = '%s: %s' % (title, match.group(2).strip())
            if match.group(3):
                case = 'skipped', name, [match.group(4)]
            else:
                case = 'failed' if match.group(1) else 'passed', name, []
        elif case and case[0] == 'failed' and line.startswith('#'):
            case[2].append(line[1:].strip())
    if case:
        yield case


def cases(test):
    """Yields (outcome, name, reasons) of each case of one test of meson's."""
    title = test['name'].rpartition(' / ')[2]
    lines = (test.get('stdout') or '').splitlines()
    found = []
    if any(re.match(r'1\.\.\d|TAP version', line) for line in lines):
        found = list(tap_cases(title, lines))
        yield from found
    result = test['result']
    if result == 'SKIP' and not found:
        yield 'skipped', title, []
    elif result in GOOD and not found:
        yield 'passed', title, []
    elif result not in GOOD | {'SKIP'} and not any(case[0] == 'failed' for case in found):
        yield 'failed', title, [result.lower()]


def main():
    counts = {'passed': 0, 'failed': 0, 'skipped': 0}
    with open(sys.argv[1], encoding='utf-8') as log:
        for line in log:
            for outcome, name, reasons in cases(json.loads(line)):
                counts[outcome] += 1
                if outcome != 'passed':
                    print('%s: %s' % (outcome, name))
                for reason in reasons[:MOST_REASONS]:
                    print('    ' + reason)
    text = '%(passed)d passed, %(failed)d failed' % counts
    if counts['skipped']:
        text += ', %(skipped)d skipped' % counts
    print(text)
    return 1 if counts['failed'] or not counts['passed'] else 0


if __name__ == '__main__':
    sys.exit(main())
