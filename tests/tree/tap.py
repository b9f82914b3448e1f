# SPDX-License-Identifier: GPL-3.0-or-later
"""Named cases that report in TAP, which meson reads: one line a case, the reason beneath."""

import sys
import traceback

CASES = []


class Skip(Exception):
    """Raised by a case that cannot be told here; its text says why."""


def case(sentence):
    """Marks a function as the case that this sentence of the specification names.

    The function yields (or returns a list of) faults; a case without a fault has passed.
    """
    def mark(function):
        CASES.append((sentence, function))
        return function
    return mark


def faults_of(function, *arguments):
    """What a case finds wrong, as a list of lines."""
    return list(function(*arguments) or [])


def run(*arguments, steps=False, at_failure=None):
    """Runs all cases with these arguments; returns the exit status.

    With steps each case goes on from where the one before it came to, so the first that fails is
    the last that is tried. at_failure is called after each
    case that fails.
    """
    failed = 0
    print('1..%d' % len(CASES))
    for number, (sentence, function) in enumerate(CASES, 1):
        if steps and failed:
            print('not ok %d %s\n# not reached' % (number, sentence))
            continue
        try:
            faults = faults_of(function, *arguments)
        except Skip as reason:
            print('ok %d %s # SKIP %s' % (number, sentence, reason))
            continue
        except Exception:
            faults = traceback.format_exc().splitlines()
        print('%s %d %s' % ('not ok' if faults else 'ok', number, sentence))
        for fault in faults:
            print('# ' + fault)
        failed += bool(faults)
        if faults and at_failure:
            at_failure()
        sys.stdout.flush()
    return 1 if failed else 0
