#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how fast outlayctl reads articles, as ratios that hold on any machine.

The development articles are taken where they stand beside the source tree, else those of the
project's own. outlayctl reads with one thread; it is kept on one processor all the same, and what
counts is processor time, which would sum up all threads. Times of its start are taken off.
"""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

MEGABYTE = 1_000_000
BULK = 50 * MEGABYTE
LONG = 10 * MEGABYTE
N_SHORT = 5000
ROUNDS = 3

FIELDS = ("title", "lang", "published", "text")

# Above these something is clearly wrong, also on a busy machine, which slows what looks things up
# more than it slows wc. GOAL_BY_WC is where it should get.
GOAL_BY_WC = 10
MOST_BY_WC = 300
MOST_WHOLE_BY_WC = 350
MOST_BY_LENGTH = 1.5
MOST_MEMORY = 1.1


def run(command, output=os.devnull):
    """Processor seconds and kilobytes at most of a command on one processor."""
    with open(output, "wb") as out:
        child = subprocess.Popen(
            command, stdout=out, env={**os.environ, "LC_ALL": "C.UTF-8"},
            preexec_fn=lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}))
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{command[0]} ended with {child.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def seconds(command, rounds=ROUNDS):
    return min(run(command)[0] for _ in range(rounds))


def load(root):
    """The articles to read: dictionaries with text and, where known, title, lang and published."""
    gold = sorted((root.parent / "shared" / "gold" / "dev").glob("*.jsonl"))
    lines = [line for file in gold for line in file.read_text(encoding="utf-8").splitlines()]
    if not lines:
        files = sorted((root / "tests" / "extract" / "articles").glob("*.txt"))
        reader = root / "tests" / "extract" / "articles.py"
        lines = subprocess.run([sys.executable, reader, *files], check=True, capture_output=True,
                               text=True).stdout.splitlines()
    articles = [{key: value for key, value in article.items() if key in FIELDS}
                for article in map(json.loads, lines)]
    for file in sorted((root / "data" / "samples").glob("*.txt")) if not articles else ():
        articles.append({"lang": file.name[:2], "text": file.read_text(encoding="utf-8")})
    return articles


def repeat(articles, n_bytes):
    """The articles over and over until their texts have @n_bytes."""
    while True:
        for article in articles:
            yield article
            n_bytes -= len(article["text"].encode()) + 1
            if n_bytes <= 0:
                return


def write(path, articles):
    with open(path, "w", encoding="utf-8") as file:
        for number, article in enumerate(articles):
            file.write(json.dumps({"id": number, **article}, ensure_ascii=False) + "\n")


def write_texts(path, articles):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(article["text"] + "\n" for article in articles)


def speed(ctl, timer, folder, articles, start):
    """How long extraction alone takes, and how long the whole program, against wc."""
    bulk = list(repeat(articles, BULK))
    write_texts(folder / "bulk.txt", bulk)
    write(folder / "bulk.jsonl", bulk)
    counting = seconds(["wc", "-mw", folder / "bulk.txt"])
    run([timer, folder / "bulk.jsonl"], folder / "seconds")
    alone = float((folder / "seconds").read_text())
    whole = seconds([ctl, "extract", "--jsonl", folder / "bulk.jsonl"], 1) - start
    counting = min(counting, seconds(["wc", "-mw", folder / "bulk.txt"]))
    return alone / counting, whole / counting


def cut(articles, n_articles, n_bytes):
    """@n_articles articles that have, all together, @n_bytes of one language's texts."""
    paragraphs = [paragraph for article in repeat(articles, n_bytes)
                  for paragraph in article["text"].split("\n") if paragraph]
    for number in range(n_articles):
        first, end = (len(paragraphs) * (number + i) // n_articles for i in (0, 1))
        yield {**articles[0], "text": "\n\n".join(paragraphs[first:end])}


def length(ctl, folder, articles, start):
    english = [article for article in articles if article.get("lang") == "en"]
    write(folder / "long.jsonl", cut(english, 1, LONG))
    write(folder / "short.jsonl", cut(english, N_SHORT, LONG))
    once, often = (seconds([ctl, "extract", "--jsonl", folder / name], 2) - start
                   for name in ("long.jsonl", "short.jsonl"))
    return once / often


def memory(ctl, folder, articles):
    few = articles * max(1, 1000 // len(articles))
    write(folder / "few.jsonl", few)
    write(folder / "many.jsonl", few * 8)
    less, more = (run([ctl, "extract", "--jsonl", folder / name])[1]
                  for name in ("few.jsonl", "many.jsonl"))
    return more / less


def main():
    root, ctl, timer = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    articles = load(root)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "none.jsonl").touch()
        start = seconds([ctl, "extract", "--jsonl", folder / "none.jsonl"])
        alone, whole = speed(ctl, timer, folder, articles, start)
        figures = (
            (f"extraction against “wc -mw” on the same bytes (goal {GOAL_BY_WC})", alone,
             MOST_BY_WC),
            ("with reading, cleaning and printing", whole, MOST_WHOLE_BY_WC),
            (f"one article of 10 MB against {N_SHORT} that have as much",
             length(ctl, folder, articles, start), MOST_BY_LENGTH),
            ("memory for eight times the articles", memory(ctl, folder, articles), MOST_MEMORY),
        )
    for what, ratio, most in figures:
        print(f"{what}: {ratio:.2f} times (at most {most})")
    return any(ratio > most for _, ratio, most in figures)


if __name__ == "__main__":
    sys.exit(main())
