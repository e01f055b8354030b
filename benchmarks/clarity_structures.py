"""How well the clarity engine finds constructions: F1 against treebanks, raw text in.

    python -m benchmarks.clarity_structures [--part dev] [--language fi] [--without voikko|spacy]

A found span that overlaps a gold span of its kind is a hit. Gold spans come from Universal
Dependencies features (`clarity_treebank.py`). Exit 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from aukio.engines.clarity import Means, structures
from benchmarks.clarity_treebank import Span, chunks, gold, real_data

FINNISH = {
    "passive": 0.95,
    "participle_attribute": 0.85,
    "agent_participle": 0.85,
    "temporal_essa": 0.88,
    "temporal_tuaan": 0.78,
    "final_kseen": 0.92,
    "referative": 0.80,
    "matta": 0.85,
    "modal_en": 0.0,
    "potential": 0.0,
}
POOLED = {"comitative": 0.90, "abessive": 0.80, "instructive": 0.60}
TREEBANKS = {
    "fi": [(("fi_tdt",), FINNISH), (("fi_tdt", "fi_ftb"), POOLED)],
    "en": [(("en_ewt",), {"passive": 0.89})],
    "sv": [(("sv_talbanken",), {"passive": 0.88})],
}


def counts(path: Path, language: str, means: Means) -> Counter[tuple[str, str]]:
    """Hits, misses and false alarms by kind over one treebank."""
    total: Counter[tuple[str, str]] = Counter()
    for text, placed in chunks(path):
        wanted: dict[str, list[Span]] = {}
        for offset, sentence in placed:
            for kind, spans in gold(sentence).items():
                wanted.setdefault(kind, []).extend((a + offset, b + offset) for a, b in spans)
        found: dict[str, list[Span]] = {}
        for one in structures(text, language, means=means):
            found.setdefault(str(one.kind), []).append((one.start, one.end))
        for kind in wanted.keys() | found.keys():
            total.update(_compare(kind, wanted.get(kind, []), found.get(kind, [])))
    return total


def _compare(kind: str, wanted: list[Span], found: list[Span]) -> Counter[tuple[str, str]]:
    hits = sum(_touches(span, found) for span in wanted)
    false = sum(not _touches(span, wanted) for span in found)
    return Counter(
        {(kind, "hit"): hits, (kind, "miss"): len(wanted) - hits, (kind, "false"): false}
    )


def _touches(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def report(total: Counter[tuple[str, str]], targets: dict[str, float]) -> bool:
    """Print one line a kind; true when every target is met."""
    fine = True
    for kind, target in targets.items():
        hit, miss, false = (total[kind, what] for what in ("hit", "miss", "false"))
        f1 = 2 * hit / max(1, 2 * hit + miss + false)
        fine &= f1 >= target
        goal = f"target {target:.2f} {'ok' if f1 >= target else 'MISSED'}" if target else ""
        print(f"  {kind:22} F1 {f1:.3f}  hit {hit} miss {miss} false {false}  {goal}")
    return fine


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--part", default="dev")
    options.add_argument("--language", choices=TREEBANKS)
    options.add_argument("--without", choices=["voikko", "spacy"], action="append", default=[])
    asked = options.parse_args()
    means = Means(syntax="spacy" not in asked.without, morphology="voikko" not in asked.without)
    folder, fine = real_data() / "language" / "ud", True
    for language in [asked.language] if asked.language else TREEBANKS:
        for treebanks, targets in TREEBANKS[language]:
            print(f"{' + '.join(treebanks)} {asked.part}")
            total: Counter[tuple[str, str]] = Counter()
            for name in treebanks:
                path = folder / f"{name}-ud-{asked.part}.conllu"
                total += counts(path, language, means)
            fine &= report(total, targets)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
