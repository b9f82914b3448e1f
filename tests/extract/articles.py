#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads annotated articles (articles/README.md tells their form) and prints them as JSON lines.

    articles.py FILE...           prints them
    articles.py --check FILE...   only says what is wrong
"""
import json
import re
import sys
from decimal import Decimal
from pathlib import Path

KINDS = ("build", "equity", "supply", "acquisition", "venture", "financing", "budget", "grant")
STATUSES = ("rumoured", "announced", "agreed", "under_way", "completed", "cancelled")
ROLES = ("investor", "recipient", "partner")
HEDGES = {"": "exact", "=": "exact", "~": "about", "<=": "up_to", ">=": "at_least"}
HEAD = re.compile(r"^== (?P<id>\w\w-\w+) (?P<day>-|\d{4}-\d\d-\d\d) ?\| ?(?P<title>.*)$")
DAY = re.compile(r"^\d{4}(-\d\d(-\d\d)?|-Q[1-4]|-H[12])?$")
NUMBER = r"\d+(?:\.\d+)?(?:e\d+)?"


class Wrong(Exception):
    pass


def whole(number):
    value = Decimal(number)
    return int(value) if value == int(value) else float(value)


def figure(text):
    """Bounds and qualifier of "=5e9", "~5e9", "<=5e9", ">=5e9", "5e9..7e9" or "vague 2e9.."."""
    text = text.strip()
    vague = text.startswith("vague")
    between = re.fullmatch(rf"({NUMBER})?\.\.({NUMBER})?", text.removeprefix("vague").strip())
    if between:
        low, high = (whole(n) if n else None for n in between.groups())
        return low, high, "vague" if vague else "range"
    if vague:
        return None, None, "vague"
    single = re.fullmatch(rf"(=|~|<=|>=|)\s*({NUMBER})", text)
    if not single:
        raise Wrong(f"no figure: {text}")
    qualifier, value = HEDGES[single[1]], whole(single[2])
    return (value, None, qualifier) if qualifier == "at_least" else (None, value, qualifier)


def amount(text):
    currency, _, rest = text.strip().partition(" ")
    per = re.search(r" per (each|year)$", rest)
    rest = re.sub(r" per (each|year)$", "", rest)
    if not re.fullmatch("[A-Z]{3}", currency):
        raise Wrong(f"no currency: {text}")
    low, high, qualifier = figure(rest)
    found = {"currency": currency, "low": low, "high": high, "qualifier": qualifier}
    return {**found, "per": per[1]} if per else found


def capacity(text):
    low, high, qualifier = figure(text)
    return {"mw": high if high is not None else low, "qualifier": qualifier}


def day(text):
    if not DAY.match(text):
        raise Wrong(f"no day: {text}")
    return text


def part(deal, text, article):
    key, _, value = text.strip().partition(" ")
    value = value.strip()
    if key in ("main", "aside"):
        deal["main"] = key == "main"
    elif key in KINDS:
        deal["kind"] = key
    elif key in STATUSES:
        deal["status"] = key
    elif key in ROLES:
        names = [name.strip() for name in value.split("|")]
        if not any(name in article for name in names):
            raise Wrong(f"no form of {names[0]} stands in the text")
        deal["parties"].append({"role": key, "names": names})
    elif key in ("amount", "alt"):
        if key == "amount":
            deal["amount"] = amount(value)
        else:
            deal["amount_alt"].append(amount(value))
    elif key == "MW":
        deal["capacity"] = capacity(value)
    elif key == "in":
        deal["places"] = value.split()
    elif key in ("announced:", "start:", "end:"):
        deal[key[:-1]] = day(value)
    else:
        raise Wrong(f"what is {text.strip()!r}?")


def read_deal(line, article):
    """A deal from "main; build; announced; investor A|B; amount USD <=5e9 » quote"."""
    deal = {"main": True, "kind": None, "status": None, "parties": [],
            "amount": None, "amount_alt": [], "capacity": None, "places": [],
            "announced": None, "start": None, "end": None}
    fields, mark, quote = line.partition("»")
    quote = quote.strip()
    if not mark or quote not in article:
        raise Wrong(f"the quote does not stand in the text: {quote}")
    for text in fields.split(";"):
        part(deal, text, article)
    if not deal["kind"] or not deal["status"] or not deal["parties"]:
        raise Wrong(f"kind, status or party missing: {line}")
    return {**deal, "evidence": quote}


def read_article(block):
    head = HEAD.match(block[0])
    if not head:
        raise Wrong(f"no headline: {block[0]}")
    lines = [line for line in block[1:] if not line.startswith("deal ")]
    text = "\n".join(lines).strip()
    deals = [read_deal(line[len("deal "):], head["title"] + "\n" + text)
             for line in block if line.startswith("deal ")]
    published = None if head["day"] == "-" else head["day"]
    return {"id": head["id"], "lang": head["id"][:2], "published": published,
            "title": head["title"], "text": text, "deals": deals}


def read_file(path, complain):
    blocks = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            blocks.append([line])
        elif blocks:
            blocks[-1].append(line)
    for block in blocks:
        try:
            yield read_article(block)
        except Wrong as error:
            complain(f"{path}: {block[0]}: {error}")


def main():
    check = sys.argv[1:2] == ["--check"]
    wrong = []
    seen = set()
    for path in sys.argv[2 if check else 1:]:
        for article in read_file(path, wrong.append):
            if article["id"] in seen:
                wrong.append(f"{path}: {article['id']} comes twice")
            seen.add(article["id"])
            if not check:
                print(json.dumps(article, ensure_ascii=False))
    print(*wrong, sep="\n", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
