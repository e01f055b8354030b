"""Coding help: how much of people's coding the machine proposes rightly.

Promises: on a neighbourhood consultation's twelve codes (several a contribution), micro-F1 at
least .80 on what is left after 80 contributions were coded in the order the machine asks for,
and at least .86 in five-fold trial; trained on Finnish SIB-200 alone, at least .80 of the
Swedish sentences get their topic. Peer: the same number coded, nearest coded note (1-NN).
"""

import sys
from collections.abc import Mapping, Sequence

import numpy as np
from sklearn.metrics import f1_score
from sklearn.model_selection import KFold

from aukio.engines.meaning import Note, note_vectors, propose_codes
from aukio.engines.text import Vectors, read_table
from benchmarks._text_common import CIMT, real_data, show, sib

NOT_CODES = ("document_id", "title", "text", "url")
Truth = Mapping[str, frozenset[str]]
AFTER, STEP, SEEDS = 80, 5, (0, 1, 2)


def main() -> int:
    """Print a row for each figure; return 0 when every promise holds."""
    notes, truth = contributions()
    vectors = note_vectors(notes)
    by_asking = [_after_asking(notes, truth, vectors, seed) for seed in SEEDS]
    rows = [
        _row("CIMT micro-F1 after 80 coded, mean of three", _mean(by_asking, 0), 0.80),
        ("peer: nearest coded note, the same 80", _mean(by_asking, 1), "", ""),
        _row("CIMT micro-F1, five-fold", _five_fold(notes, truth, vectors), 0.86),
        _row("SIB-200 Finnish to Swedish, accuracy", _across(), 0.80),
    ]
    show(("what", "value", "promise", "holds"), rows)
    return int(any(row[3] == "NO" for row in rows))


def contributions() -> tuple[list[Note], Truth]:
    """The contributions with their titles, and the codes people gave each."""
    table = read_table(real_data() / CIMT)
    columns = {name: place for place, name in enumerate(table.columns)}
    codes = [name for name in table.columns if name not in NOT_CODES]
    notes = [
        Note(row[columns["document_id"]], f"{row[columns['title']]}\n{row[columns['text']]}", "de")
        for row in table.rows
    ]
    truth = {
        row[columns["document_id"]]: frozenset(name for name in codes if row[columns[name]] == "1")
        for row in table.rows
    }
    return notes, truth


def _after_asking(
    notes: Sequence[Note], truth: Truth, vectors: Vectors, seed: int
) -> tuple[float, float]:
    """Micro-F1 on the rest: the machine's, and the peer's. The first 20 are those it spreads."""
    order = np.random.default_rng(seed).permutation(len(notes))
    notes, vectors = [notes[row] for row in order], vectors[order]
    coded: dict[str, frozenset[str]] = {}
    asked = propose_codes(notes, {}, embeddings=vectors, ask=20).next_ids
    while True:
        coded |= {name: truth[name] for name in asked[: AFTER - len(coded)]}
        found = propose_codes(notes, coded, embeddings=vectors, ask=STEP)
        if len(coded) == AFTER:
            break
        asked = found.next_ids
    given: dict[str, set[str]] = {}
    for one in found.proposals:
        given.setdefault(one.id, set()).add(one.code)
    rest = [note.id for note in notes if note.id not in coded]
    return _micro(truth, given, rest), _micro(truth, _nearest(notes, coded, vectors), rest)


def _nearest(
    notes: Sequence[Note], coded: Truth, vectors: Vectors
) -> Mapping[str, Sequence[str] | frozenset[str]]:
    seen = [row for row, note in enumerate(notes) if note.id in coded]
    best = (vectors @ vectors[seen].T).argmax(axis=1)
    return {note.id: coded[notes[seen[best[row]]].id] for row, note in enumerate(notes)}


def _five_fold(notes: Sequence[Note], truth: Truth, vectors: Vectors) -> float:
    given: dict[str, set[str]] = {}
    for train, _ in KFold(5, shuffle=True, random_state=0).split(notes):
        coded = {notes[row].id: truth[notes[row].id] for row in train}
        for one in propose_codes(notes, coded, embeddings=vectors).proposals:
            given.setdefault(one.id, set()).add(one.code)
    return _micro(truth, given, list(truth))


def _across() -> float:
    notes, topics = sib()
    of_note = {note.id: topic for note, topic in zip(notes, topics, strict=True)}
    two = [note for note in notes if note.language in {"fi", "sv"}]
    coded = {note.id: frozenset({of_note[note.id]}) for note in two if note.language == "fi"}
    found = propose_codes(two, coded, single=True).proposals
    return sum(of_note[one.id] == one.code for one in found) / len(found)


def _micro(truth: Truth, given: Mapping[str, object], names: Sequence[str]) -> float:
    codes = sorted({code for codes in truth.values() for code in codes})
    real = [[code in truth[name] for code in codes] for name in names]
    said = [[code in given.get(name, ()) for code in codes] for name in names]  # type: ignore[operator]
    return float(f1_score(real, said, average="micro"))


def _mean(pairs: Sequence[tuple[float, float]], place: int) -> float:
    return float(np.mean([pair[place] for pair in pairs]))


def _row(what: str, value: float, promise: float) -> tuple[object, ...]:
    return what, value, f"≥ {promise:g}", "yes" if value >= promise else "NO"


if __name__ == "__main__":
    sys.exit(main())
