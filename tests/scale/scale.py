#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the window does with a hundred thousand deals, against an empty window of the same run.
The README has the table of a run.

Arguments: the built make-ledger and window-times, a folder where the ledger is kept, and the
files that say what is in it: it takes some minutes to make, and is made anew only when they change.
A figure fails only where something is clearly wrong; what should be
reached stands beside it. Times are medians of some starts; those of one machine mean nothing on
another.
"""
import hashlib
import os
import statistics
import subprocess
import sys
import time

N_DEALS = 100_000
STARTS = 5
PARTS = 'facets,search,orders,acts,views'

# How far beyond its target a figure may be before it is clearly wrong, also on a busy machine.
PATIENCE = 10

# What is told, what it should be at most and in what; None where there is no target.
FIGURES = (
    ('first-cards', 'start to first cards', None, 'ms'),
    ('loaded', 'start to all deals read', None, 'ms'),
    ('loading-step', 'longest step of ours while reading', 8, 'ms'),
    ('bare', 'a bare grid of labels to other ones', None, 'ms'),
    ('facet', 'click on a facet to new cards', 50, 'ms'),
    ('facet-step', 'longest step of ours at such a click', 8, 'ms'),
    ('search-step', 'longest step of ours while typing', 8, 'ms'),
    ('search-whole-step', 'longest step while typing, with GTK’s', None, 'ms'),
    ('order', 'another order to new cards', 50, 'ms'),
    ('scroll', 'a jump in the cards to the new ones', 50, 'ms'),
    ('star', 'a star to its card', 50, 'ms'),
    ('undo', 'undo to the cards as they were', None, 'ms'),
    ('details', 'a deal to its details', 50, 'ms'),
    ('table', 'cards to table and back', None, 'ms'),
    ('select-all', 'all rows selected', None, 'ms'),
    ('timeline', 'cards to timeline and back', None, 'ms'),
    ('flows', 'cards to flows and back', None, 'ms'),
)


def run(program, parts, *arguments):
    """What one run told, by name."""
    began = time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000
    result = subprocess.run([program, str(began), parts, *arguments], capture_output=True,
                            text=True, check=False)
    if result.returncode:
        sys.exit('Bail out! %s ended with %d: %s'
                 % (program, result.returncode, result.stderr.strip()))
    lines = (line.split() for line in result.stdout.splitlines())
    return {name: float(value) for name, value in lines}


def digest(recipe):
    """What tells ledgers made by other recipes from one by this."""
    known = hashlib.sha256()
    for path in recipe:
        with open(path, 'rb') as file:
            known.update(file.read())
    return known.hexdigest()[:16]


def make_ledger(maker, folder, recipe):
    """The path of the ledger, which is made where there is none by this recipe."""
    path = os.path.join(folder, 'large-%d-%s.db' % (N_DEALS, digest(recipe)))
    if os.path.exists(path):
        return path
    for name in os.listdir(folder):
        if name.startswith('large-'):
            os.remove(os.path.join(folder, name))
    print('# making a ledger of %d deals, which takes some minutes' % N_DEALS, flush=True)
    subprocess.run([maker, path + '.part', str(N_DEALS)], check=True)
    os.rename(path + '.part', path)
    return path


def tell(number, name, value, target, unit, busy=None):
    """One line of the table, and whether the figure may stand."""
    fine = target is None or value <= target * PATIENCE
    goal = '' if target is None else ' (at most %g %s%s)' % (
        target, unit, '' if value <= target else ', NOT REACHED')
    work = '' if busy is None else ', the main thread worked %.1f ms' % busy
    print('# %-40s %10.1f %s%s%s' % (name, value, unit, work, goal))
    print('%s %d - %s' % ('ok' if fine else 'not ok', number, name))


def main():
    """Runs everything and prints TAP."""
    maker, program, folder, *recipe = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    os.environ['XDG_DATA_HOME'] = os.path.join(folder, 'data-home')
    ledger = make_ledger(maker, folder, recipe)
    # The first start of a day copies the ledger.
    run(program, 'none', '--ledger', ledger)
    empty, full = [], []
    for _ in range(STARTS):
        empty.append(run(program, 'none'))
        full.append(run(program, 'none', '--ledger', ledger))
    told = run(program, PARTS, '--ledger', ledger)
    for name in ('first-cards', 'first-cards-busy', 'loaded', 'loading-step', 'memory'):
        told[name] = statistics.median(start[name] for start in full)
    for name in ('bare', 'bare-busy'):
        told[name] = statistics.median(start[name] for start in empty)
    window = statistics.median(start['first-frame'] for start in empty)
    window_busy = statistics.median(start['first-frame-busy'] for start in empty)
    blank = statistics.median(start['memory'] for start in empty)
    print('1..%d' % (len(FIGURES) + 4))
    tell(1, 'start to an empty window', window, None, 'ms', window_busy)
    tell(2, 'first cards against an empty window', told['first-cards'] / window, 1.5, 'times')
    tell(3, 'the same of the main thread’s work', told['first-cards-busy'] / window_busy, 1.5,
         'times')
    tell(4, 'memory beyond that of an empty window', (told['memory'] - blank) / 1024, 120, 'MB')
    for number, (key, name, target, unit) in enumerate(FIGURES, 5):
        tell(number, name, told[key], target, unit, told.get(key + '-busy'))


if __name__ == '__main__':
    main()
