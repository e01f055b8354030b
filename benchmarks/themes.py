"""Themes: how well they meet topics people gave, and how little they follow language.

Promises: on SIB-200 NMI with topics at least .50 and with language at most .01, mean of five
seeds; on CIMT's contributions NMI with themes at least .20; on both and a real conversation no
note left out, every quote exact and no stop word in a label. Peer: k-means told the true number
of topics, on the very same vectors and on lemma tf-idf. BERTopic told the number was measured at
.513 when this was planned; it leaves 40 % of the notes out.

Each vote of the grouping hears a random half of the coordinates. Where all votes heard the whole,
the mean on SIB-200 lay at .49–.50 and single seeds on both sides of the promise; on halves and
thirds of SIB-200 and on CIMT the votes of halves came out as good or better. Tried on cached
vectors without a gain that held over the samples: fewer themes by merging those the voters put
together, other resolutions, 8 to 60 neighbours, mutual neighbours, local scaling, whitening, words
weighted otherwise, "passage: " for "query: ", spectral cuts and spherical k-means. Fewer
dimensions give more neighbours of one topic, and yet worse themes.
"""

import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import mean

from aukio.engines.meaning import Note, Themes, find_themes, note_vectors
from aukio.engines.text import Vectors, is_stopword, read_table
from benchmarks._text_common import CIMT, POLIS, cimt, polis, real_data, show, sib

PROMISED_NMI, MOST_LANGUAGE, PROMISED_CIMT = 0.50, 0.01, 0.20
SEEDS = (0, 1, 2, 3, 4)
BERTOPIC = 0.513
NOT_THEMES = ("document_id", "title", "text", "url")
Row = tuple[object, ...]


def main() -> int:
    """Print a row for each figure; return 0 when every promise holds."""
    rows = [*_sib_rows(), *_cimt_rows(), *_open_rows("biodiversity", polis(POLIS[0]))]
    show(("what", "value", "promise", "holds"), [(*row, "")[:4] for row in rows])
    return int(any(row[3:] == ("NO",) for row in rows))


def _sib_rows() -> list[Row]:
    notes, topics = sib()
    languages = [note.language for note in notes]
    vectors, read = _timed_vectors(notes)
    begun = time.monotonic()
    found = [find_themes(notes, embeddings=vectors, seed=seed) for seed in SEEDS]
    each = (time.monotonic() - begun) / len(SEEDS)
    groups = [[themes.assignments[note.id] for note in notes] for themes in found]
    topic = [nmi(topics, group) for group in groups]
    language = [nmi(languages, group) for group in groups]
    return [
        _row(f"SIB-200 NMI with topics, mean of {spread(topic)}", mean(topic), PROMISED_NMI),
        ("ratio to BERTopic told k (.513, when planned)", mean(topic) / BERTOPIC, ""),
        _row("SIB-200 NMI with language, worst", max(language), MOST_LANGUAGE, least=False),
        ("peer: k-means told k, same vectors", nmi(topics, _k_means(notes, vectors, topics)), ""),
        ("peer: k-means told k, lemma tf-idf", nmi(topics, _k_means(notes, None, topics)), ""),
        ("SIB-200 themes found", "/".join(str(len(themes.themes)) for themes in found), ""),
        ("SIB-200 seconds, reading + grouping", f"{read:.0f} + {each:.0f}", ""),
        *_faults("SIB-200", notes, found[0]),
    ]


def _cimt_rows() -> list[Row]:
    notes = cimt()
    vectors, read = _timed_vectors(notes)
    found = [find_themes(notes, embeddings=vectors, seed=seed) for seed in SEEDS]
    groups = [[themes.assignments[note.id] for note in notes] for themes in found]
    marks, first, rarest = cimt_codes()
    by_first = [nmi(first, group) for group in groups]
    plain = [replace(note, title="") for note in notes]
    bare = find_themes(plain, embeddings=note_vectors(plain)).assignments
    return [
        _row(f"CIMT NMI, first code, mean of {spread(by_first)}", mean(by_first), PROMISED_CIMT),
        ("CIMT NMI, combination of codes", mean([nmi(marks, group) for group in groups]), ""),
        ("CIMT NMI, rarest code", mean([nmi(rarest, group) for group in groups]), ""),
        ("CIMT NMI, every pair with a code", mean([_by_pairs(marks, one) for one in groups]), ""),
        ("CIMT NMI, first code, without titles", nmi(first, [bare[one.id] for one in notes]), ""),
        ("peer: k-means told k, first code", nmi(first, _k_means(notes, vectors, first)), ""),
        ("CIMT themes found", "/".join(str(len(themes.themes)) for themes in found), ""),
        ("CIMT seconds, reading", f"{read:.0f}", ""),
        *_faults("CIMT", notes, found[0]),
    ]


def _by_pairs(marks: Sequence[str], groups: Sequence[str]) -> float:
    pairs = [
        (place, group)
        for mark, group in zip(marks, groups, strict=True)
        for place, given in enumerate(mark)
        if given == "1"
    ]
    return nmi([str(place) for place, _ in pairs], [group for _, group in pairs])


def _open_rows(name: str, notes: Sequence[Note]) -> list[Row]:
    found = find_themes(notes)
    return [(f"{name} themes found", len(found.themes), ""), *_faults(name, notes, found)]


def _faults(name: str, notes: Sequence[Note], found: Themes) -> list[Row]:
    """What must not be there: notes left out, quotes that differ, stop words that name."""
    texts = {note.id: note.text for note in notes}
    quotes = [quote for theme in found.themes for quote in theme.quotes]
    changed = [quote for quote in quotes if texts[quote.id][quote.start : quote.end] != quote.text]
    placed = {one for theme in found.themes for one in theme.note_ids} & set(found.assignments)
    return [
        _row(f"{name} notes left out", len(set(texts) - placed), 0, least=False),
        _row(f"{name} quotes not exact, of {len(quotes)}", len(changed), 0, least=False),
        _row(f"{name} stop words in labels", len(_stop_words(found)), 0, least=False),
    ]


def _stop_words(found: Themes) -> list[str]:
    return [
        word
        for theme in found.themes
        for language, label in theme.label.items()
        for word in label.split(", ")
        if is_stopword(word, language=language)
    ]


def _row(what: str, value: float, promise: float, *, least: bool = True) -> Row:
    holds = value >= promise if least else value <= promise
    return what, value, f"{'≥' if least else '≤'} {promise:g}", "yes" if holds else "NO"


def _timed_vectors(notes: Sequence[Note]) -> tuple[Vectors, float]:
    begun = time.monotonic()
    return note_vectors(notes), time.monotonic() - begun


def _k_means(notes: Sequence[Note], vectors: Vectors | None, truth: Sequence[str]) -> list[str]:
    from sklearn.cluster import KMeans

    from aukio.engines.meaning import Quote
    from aukio.engines.meaning._overlap import word_rows

    whole = [Quote(note.id, 0, len(note.text), note.text) for note in notes]
    rows = word_rows(notes, whole) if vectors is None else vectors
    means = KMeans(n_clusters=len(set(truth)), n_init=3, random_state=0)
    return [str(number) for number in means.fit_predict(rows)]


def cimt_codes() -> tuple[list[str], list[str], list[str]]:
    """Each contribution's codes as a string of marks, its first code, and its rarest."""
    table = read_table(real_data() / CIMT)
    columns = [place for place, name in enumerate(table.columns) if name not in NOT_THEMES]
    marks = ["".join("1" if row[place] == "1" else "0" for place in columns) for row in table.rows]
    given = [[place for place, one in enumerate(mark) if one == "1"] for mark in marks]
    counts = Counter(place for one in given for place in one)
    first = [str(one[0]) if one else "none" for one in given]
    rarest = [str(min(one, key=counts.__getitem__)) if one else "none" for one in given]
    return marks, first, rarest


def spread(values: Sequence[float]) -> str:
    """How many there are, and the lowest and the highest."""
    return f"{len(values)} ({min(values):.3f}–{max(values):.3f})"


def nmi(one: Sequence[str], other: Sequence[str]) -> float:
    """Return normalised mutual information (arithmetic mean), 0 to 1."""
    from sklearn.metrics import normalized_mutual_info_score

    return float(normalized_mutual_info_score(one, other))


if __name__ == "__main__":
    sys.exit(main())
