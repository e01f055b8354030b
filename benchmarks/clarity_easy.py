"""Does the easy score tell elementary from advanced English? OneStopEnglish, against LIX.

    python -m benchmarks.clarity_easy [--profile easy]

AUC: the chance that an elementary text scores higher than an advanced one. Peers: LIX (the
engine's own count) and, where installed, textstat's automated readability index.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from aukio.engines.clarity import Profile, Request, check, read_document
from benchmarks.clarity_treebank import real_data

TARGET = 0.93
LEVELS = {"easy": "Ele-Txt", "hard": "Adv-Txt"}


def auc(higher: Sequence[float], lower: Sequence[float]) -> float:
    """Area under the ROC curve by pairs; ties count half."""
    wins = sum((a > b) + 0.5 * (a == b) for a in higher for b in lower)
    return wins / (len(higher) * len(lower))


def automated_index(text: str) -> float | None:
    """The peer's figure, None where textstat is not installed."""
    try:
        import textstat
    except ImportError:
        return None
    return -float(textstat.automated_readability_index(text))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--profile", default="easy")
    request = Request(profile=Profile(options.parse_args().profile), language="en")
    figures: dict[str, dict[str, list[float]]] = {}
    for level, folder in LEVELS.items():
        for path in sorted((real_data() / "language" / "onestop" / folder).glob("*.txt")):
            text = path.read_text(encoding="utf-8-sig")
            text = text.removeprefix("Intermediate").removeprefix("Elementary").strip()
            report = check(read_document(text), request)
            row = {"aukio": report.score, "LIX": -report.figures.lix, "ARI": automated_index(text)}
            for name, value in row.items():
                if value is not None:
                    figures.setdefault(name, {}).setdefault(level, []).append(value)
    results = {name: auc(rows["easy"], rows["hard"]) for name, rows in figures.items()}
    for name, value in results.items():
        print(f"{name:8} AUC {value:.3f}")
    mine = figures["aukio"]
    print(f"median easy {sorted(mine['easy'])[len(mine['easy']) // 2]}", end=" ")
    print(f"hard {sorted(mine['hard'])[len(mine['hard']) // 2]}  target AUC {TARGET}")
    return 0 if results["aukio"] >= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
