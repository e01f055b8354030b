"""Precision and recall of the rules on how a text speaks to its reader, on labelled sentences.

    python -m benchmarks.clarity_reader [--show]

Data and labelling guide: data/clarity/README.md. Odd lines were seen when the rules were made,
even lines were not. Exit 1 when the even lines miss the targets.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from aukio.engines.clarity import Profile, Request, check, read_document

FOLDER = Path(__file__).resolve().parents[1] / "data" / "clarity"
RULES = {"P": "passive-instruction", "M": "plain-must", "Y": "plain-may", "A": "no-address"}
GROUPS = {"passive": "P", "must/may": "MY", "address": "A"}
PRECISION, RECALL = 0.90, 0.80


def rows(language: str) -> list[tuple[str, set[str]]]:
    """The sentences of a language with their labels."""
    lines = (FOLDER / f"labelled-{language}.tsv").read_text(encoding="utf-8").splitlines()
    return [(text, set(labels) - {"-"}) for text, labels in (line.split("\t") for line in lines)]


def found(text: str, language: str) -> set[str]:
    """The labels the engine gives a sentence."""
    request = Request(profile=Profile.EASY, language=language, deep=False)
    given = {one.rule for one in check(read_document(text), request).findings}
    return {label for label, rule in RULES.items() if rule in given}


def measure(part: int, show: bool) -> Counter[tuple[str, str]]:
    """Hits, misses and false alarms by group over the odd (0) or even (1) lines."""
    total: Counter[tuple[str, str]] = Counter()
    for language in ("fi", "sv", "en"):
        for text, labels in rows(language)[part::2]:
            given = found(text, language)
            if show and given != labels:
                print(f"  {language} wanted {labels or '-'} got {given or '-'}: {text}")
            for group, members in GROUPS.items():
                for label in members:
                    total[group, "hit"] += label in labels and label in given
                    total[group, "miss"] += label in labels and label not in given
                    total[group, "false"] += label not in labels and label in given
    return total


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--show", action="store_true", help="print disagreements of odd lines")
    show, fine = options.parse_args().show, True
    for part, name in enumerate(("odd lines (seen)", "even lines (not seen)")):
        total = measure(part, show and part == 0)
        print(name)
        for group in GROUPS:
            hit, miss, false = (total[group, what] for what in ("hit", "miss", "false"))
            precision, recall = hit / max(1, hit + false), hit / max(1, hit + miss)
            fine &= part == 0 or (precision >= PRECISION and recall >= RECALL)
            print(f"  {group:9} P {precision:.2f} R {recall:.2f}  ({hit} / {miss} / {false})")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
