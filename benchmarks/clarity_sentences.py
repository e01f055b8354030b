"""Sentence splitting: sentences of the treebanks joined by single spaces, then split again.

    python -m benchmarks.clarity_sentences

Boundary F1: ends of sentences given against ends in the treebank (positions in the joined text).
Span F1, beside it, wants both ends of a sentence right. Treebanks hold headings and lines without
a stop, whose ends no sign tells once they are joined. Target: Finnish TDT, boundaries, .97.
"""

from __future__ import annotations

import sys

from aukio.engines.text import split_sentences
from benchmarks.clarity_treebank import real_data, sentences

TREEBANKS = {"fi": ("fi_tdt", "fi_ftb"), "sv": ("sv_talbanken",), "en": ("en_ewt",)}
TARGETS = {"fi_tdt": 0.97}


def f1(wanted: set[object], given: set[object]) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * len(wanted & given) / max(1, len(wanted) + len(given))


def measure(language: str, treebank: str) -> tuple[float, float]:
    """Boundary and span F1 on one treebank's dev part."""
    text, wanted = "", set[tuple[int, int]]()
    for one in sentences(real_data() / "language" / "ud" / f"{treebank}-ud-dev.conllu"):
        wanted.add((len(text), len(text) + len(one.text)))
        text += one.text + " "
    given = {(span.start, span.end) for span in split_sentences(text, language=language)}
    ends = f1({end for _, end in wanted}, {end for _, end in given})
    return ends, f1(set(wanted), set(given))


def main() -> int:
    fine = True
    for language, treebanks in TREEBANKS.items():
        for treebank in treebanks:
            ends, spans = measure(language, treebank)
            target = TARGETS.get(treebank, 0.0)
            fine &= ends >= target
            goal = f"target {target:.2f} {'ok' if ends >= target else 'MISSED'}" if target else ""
            print(f"  {treebank:13} boundaries F1 {ends:.3f}  spans F1 {spans:.3f}  {goal}")
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
