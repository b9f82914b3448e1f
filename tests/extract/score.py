#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores what outlayctl extracts against the annotated articles and holds it to floors.

The articles stand beside the source tree, in ../shared; where they are not, nothing is tested.
Prints the scorer's table.
"""
import glob
import json
import subprocess
import sys
from pathlib import Path

SKIPPED = 77
LANGUAGES = ("vi", "de", "fr", "en")
SEED_FLOORS = {"deal_f1": 1.0, "right_cards": 1.0}
DEV_FLOORS = {"deal_f1": 0.68, "deal_precision": 0.72, "right_cards": 0.34}


def figures(score, ctl, gold):
    command = [sys.executable, str(score), "--command", f"{ctl} extract --jsonl", *gold]
    print(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    done = subprocess.run(command + ["--json"], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)["all"]


def below(name, found, floors):
    low = [key for key, floor in floors.items() if found[key] < floor]
    for key in low:
        print(f"{name}: {key} is {found[key]:.3f}, its floor {floors[key]:.3f}")
    return bool(low)


def main():
    root, ctl = Path(sys.argv[1]), sys.argv[2]
    shared = root.parent / "shared"
    score = shared / "score" / "score.py"
    if not score.exists():
        print(f"no annotated articles: {score} is not there")
        return SKIPPED
    seeds = figures(score, ctl, [str(shared / "gold" / "seeds.jsonl")])
    dev = figures(score, ctl, sorted(file for language in LANGUAGES
                                     for file in glob.glob(f"{shared}/gold/dev/{language}*.jsonl")))
    failed = [below("seeds", seeds, SEED_FLOORS), below("development", dev, DEV_FLOORS)]
    return 1 if any(failed) else 0


if __name__ == "__main__":
    sys.exit(main())
