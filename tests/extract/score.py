#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores what outlayctl extracts against annotated articles and holds it to floors.

Our own articles (articles/README.md) are read everywhere. More stand beside the source tree, in
../shared, with a scorer whose table is printed; where they are not, that part is left out.
"""
import glob
import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

sys.dont_write_bytecode = True
import articles  # noqa: E402: writes nothing into the tree

LANGUAGES = ("vi", "de", "fr", "en")
OWN_FLOORS = {"deal_f1": 0.71, "right_cards": 0.36}
SEED_FLOORS = {"deal_f1": 1.0, "right_cards": 1.0}
DEV_FLOORS = {"deal_f1": 0.75, "deal_precision": 0.75, "right_cards": 0.45}
# Of an amount or a capacity, how far two that are the same may be apart.
TOLERANCE = 0.01
LEADING = ("investor", "recipient")
LEGAL_FORMS = {"inc", "corp", "corporation", "ltd", "limited", "llc", "plc", "ag", "se", "sa",
               "spa", "nv", "co", "company", "group", "holdings", "holding", "gmbh", "jsc", "the"}


def plain(name):
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", name).casefold())
    return "".join([word for word in words if word not in LEGAL_FORMS] or words)


def bounds(amount):
    return [amount[key] for key in ("low", "high") if amount.get(key) is not None] if amount else []


def near(one, other):
    return abs(one - other) <= TOLERANCE * max(abs(one), abs(other))


def same_figure(gold, found):
    """Whether the amount found is the annotated one or a conversion that the article gives."""
    amount = found.get("amount") or {}
    return any(want and want["currency"] == amount.get("currency")
               and any(near(a, b) for a in bounds(want) for b in bounds(amount))
               for want in [gold["amount"], *gold["amount_alt"]])


def is_plain(amount):
    return bool(bounds(amount)) and amount["qualifier"] != "vague"


def megawatts(deal):
    return (deal.get("capacity") or {}).get("mw")


def same_capacity(gold, found):
    want, got = megawatts(gold), megawatts(found)
    return near(want, got) if want and got else not want and not got


def shared_parties(gold, found):
    """The roles, annotated and found, of each party of both."""
    left = list(found["parties"])
    roles = []
    for want in gold["parties"]:
        names = {plain(name) for name in want["names"]}
        got = next((party for party in left if plain(party["name"]) in names), None)
        if got:
            left.remove(got)
            roles.append((want["role"], got["role"]))
    return roles


def likeness(gold, found):
    """How well the two may be one deal; 0 where they can't."""
    common = len(shared_parties(gold, found))
    if not common:
        return 0
    if is_plain(gold["amount"]):
        return 10 + common if same_figure(gold, found) else 0
    if megawatts(gold) and same_capacity(gold, found):
        return 8 + common
    if is_plain(found.get("amount")):
        return 0
    return 4 + common if common >= 2 or gold["kind"] == found["kind"] else 0


def pair(gold, found):
    """Pairs of deals, the likest first, each deal in one pair."""
    pairs = []
    ranked = sorted(((likeness(want, got), -i, -k) for i, want in enumerate(gold)
                     for k, got in enumerate(found)), reverse=True)
    for score, i, k in ranked:
        if score and all(i != a and k != b for a, b in pairs):
            pairs.append((i, k))
    return [(gold[-i], found[-k]) for i, k in pairs]


def is_right_card(gold, found):
    """Whether amount, capacity and everybody who pays or gets are right."""
    want, got = gold["amount"], found.get("amount")
    if not want or not got:
        amount = not want and not got
    elif want["qualifier"] == "vague":
        amount = (got["qualifier"], got["currency"]) == ("vague", want["currency"])
    else:
        amount = got["qualifier"] == want["qualifier"] and same_figure(gold, found)
    agreed = sum(want == got and want in LEADING for want, got in shared_parties(gold, found))
    n_gold, n_found = (sum(party["role"] in LEADING for party in deal["parties"])
                       for deal in (gold, found))
    return bool(amount) and same_capacity(gold, found) and agreed == n_gold == n_found


def extract(ctl, asked):
    """What two processes both find: where things lie in memory must not count."""
    answers = {subprocess.run([ctl, "extract", "--jsonl"], input=asked, capture_output=True,
                              text=True, check=True).stdout for _ in range(2)}
    if len(answers) > 1:
        sys.exit("The same articles gave other deals the second time.")
    return [json.loads(line) for line in answers.pop().splitlines()]


def own_figures(root, ctl, languages):
    """F1 of the deals and the share of right cards among the deals that an article is about."""
    wrong = []
    gold = [article for language in languages
            for article in articles.read_file(root / "tests/extract/articles" / f"{language}.txt",
                                              wrong.append)]
    if wrong or not gold:
        sys.exit("\n".join(wrong) or "no articles")
    keys = ("id", "title", "text", "published")
    asked = "".join(json.dumps({key: article[key] for key in keys}) + "\n" for article in gold)
    found = {record["id"]: record["deals"] for record in extract(ctl, asked)}
    pairs = [pair(article["deals"], found[article["id"]]) for article in gold]
    n_gold = sum(len(article["deals"]) for article in gold)
    n_found = sum(len(found[article["id"]]) for article in gold)
    n_main = sum(deal["main"] for article in gold for deal in article["deals"])
    right = sum(want["main"] and is_right_card(want, got) for some in pairs for want, got in some)
    return {"articles": len(gold), "deal_f1": 2 * sum(map(len, pairs)) / max(1, n_gold + n_found),
            "right_cards": right / max(1, n_main)}


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
    languages = sorted(path.stem for path in (root / "tests/extract/articles").glob("??.txt"))
    own = own_figures(root, ctl, languages)
    print("our articles: " + ", ".join(f"{key} {value:.3g}" for key, value in own.items()))
    failed = [below("our articles", own, OWN_FLOORS)]
    if not score.exists():
        print(f"no more articles: {score} is not there")
        return 1 if any(failed) else 0
    seeds = figures(score, ctl, [str(shared / "gold" / "seeds.jsonl")])
    dev = figures(score, ctl, sorted(file for language in LANGUAGES
                                     for file in glob.glob(f"{shared}/gold/dev/{language}*.jsonl")))
    failed += [below("seeds", seeds, SEED_FLOORS), below("development", dev, DEV_FLOORS)]
    return 1 if any(failed) else 0


if __name__ == "__main__":
    sys.exit(main())
