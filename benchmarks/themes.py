"""Themes: how well they meet topics people gave, and how little they follow language.

Peer: BERTopic with the number of topics given, on the same rows: NMI .513 (measured for the
plan; BERTopic itself leaves 40 % of notes out). Promise: at least .50, language at most .01,
nothing left out, and .20 on CIMT's themes (each note's combination of themes, and its first).
"""

import sys
import time
from collections.abc import Sequence

from aukio.engines.meaning import Note, Themes, find_themes
from aukio.engines.text import read_table
from benchmarks._text_common import CIMT, cimt, real_data, show, sib

PEER_NMI = 0.513
NOT_THEMES = ("document_id", "title", "text", "url")


def main() -> int:
    """Print a row for each promise; return 0 when all hold."""
    notes, topics = sib()
    found, seconds = _timed(notes)
    groups = [found.assignments[note.id] for note in notes]
    topic, language = nmi(topics, groups), nmi([note.language for note in notes], groups)
    rows: list[Sequence[object]] = [
        ("SIB-200 NMI with topics", topic, 0.50, topic / PEER_NMI),
        ("SIB-200 NMI with language", language, 0.01, ""),
        ("SIB-200 notes left out", len(notes) - len(groups), 0, ""),
        ("SIB-200 themes", len(found.themes), "", ""),
        ("SIB-200 seconds", seconds, "", ""),
    ]
    german = _cimt_rows()
    show(("what", "value", "promise", "ratio to BERTopic"), [*rows, *german])
    return int(topic < 0.50 or language > 0.01 or float(str(german[0][1])) < 0.20)


def _cimt_rows() -> list[Sequence[object]]:
    notes = cimt()
    found, seconds = _timed(notes)
    groups = [found.assignments[note.id] for note in notes]
    combined, first = cimt_topics()
    return [
        ("CIMT NMI, combination of themes", nmi(combined, groups), 0.20, ""),
        ("CIMT NMI, first theme", nmi(first, groups), 0.20, ""),
        ("CIMT themes", len(found.themes), "", ""),
        ("CIMT seconds", seconds, "", ""),
    ]


def cimt_topics() -> tuple[list[str], list[str]]:
    """Return each contribution's combination of coded themes, and the first of them."""
    table = read_table(real_data() / CIMT)
    columns = [place for place, name in enumerate(table.columns) if name not in NOT_THEMES]
    marks = [tuple(row[place] == "1" for place in columns) for row in table.rows]
    first = [str(mark.index(True)) if any(mark) else "none" for mark in marks]
    return [str(mark) for mark in marks], first


def nmi(one: Sequence[str], other: Sequence[str]) -> float:
    """Return normalised mutual information (arithmetic mean), 0 to 1."""
    from sklearn.metrics import normalized_mutual_info_score

    return float(normalized_mutual_info_score(one, other))


def _timed(notes: Sequence[Note]) -> tuple[Themes, float]:
    begun = time.monotonic()
    return find_themes(notes), time.monotonic() - begun


if __name__ == "__main__":
    sys.exit(main())
