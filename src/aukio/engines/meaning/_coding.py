"""Coding help: from some notes that people coded, proposals for the rest, with reasons."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from aukio.engines.meaning._notes import Note, checked
from aukio.engines.meaning._reasons import reasons
from aukio.engines.meaning._space import neighbours
from aukio.engines.meaning._vectors import note_vectors
from aukio.engines.text import Progress, Vectors

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

# With few examples meaning alone tells codes apart; with many, the very letters help too.
_MANY: Final = 200
_FEWEST: Final = 10
_STRENGTH_FEW: Final = 100.0
_STRENGTH_MANY: Final = 10.0
_LEAST: Final = 0.4
_COMPANY: Final = 20
_ALIKE: Final = 0.9
_CANDIDATES: Final = 60

Codes = Mapping[str, Set[str]]
Rows = NDArray[np.intp]
Chances = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class CodeProposal:
    """A code the machine would give a note that nobody has coded.

    ``confidence`` lies between 0 and 1. ``words`` of the note are those that notes coded so
    hold more often than others; ``like`` are the ids of the nearest notes coded so.
    """

    id: str
    code: str
    confidence: float
    words: tuple[str, ...]
    like: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeProposals:
    """Proposals by note, surest first, and the notes to code next: those that teach most."""

    proposals: tuple[CodeProposal, ...] = ()
    next_ids: tuple[str, ...] = ()


def propose_codes(
    notes: Sequence[Note],
    coded: Codes,
    *,
    embeddings: Vectors | None = None,
    single: bool = False,
    ask: int = 10,
    progress: Progress | None = None,
) -> CodeProposals:
    """Propose codes for the notes that ``coded`` does not name.

    ``coded`` holds, by note id, the codes people gave; an empty set says that none fits.
    ``embeddings`` are :func:`note_vectors` of ``notes``. With ``single`` every note gets its
    likeliest code alone; else every code of at least 40 % chance. A code's chance is a
    logistic regression on the notes' meaning and, from 200 coded notes on, their letters.

    Fewer than ten coded notes give no proposals, only which to code next. Raises ValueError
    when ``coded`` names a note that is not there.
    """
    known = checked(notes)
    place = {note.id: row for row, note in enumerate(known)}
    if strangers := sorted(set(coded) - set(place)):
        raise ValueError(f"No such note: {strangers[0]}")
    rest = np.array([row for row, note in enumerate(known) if note.id not in coded], dtype=np.intp)
    if not len(rest):
        return CodeProposals()
    vectors = note_vectors(known, progress=progress) if embeddings is None else embeddings
    seen = np.array([place[name] for name in coded], dtype=np.intp)
    frame = sorted({code for codes in coded.values() for code in codes})
    if len(seen) < _FEWEST or not frame:
        return CodeProposals((), _ids(known, _spread(vectors, seen, rest, ask)))
    marks = np.array([[code in codes for code in frame] for codes in coded.values()])
    chances = _chances(known, vectors, seen, marks, rest)
    return CodeProposals(
        _proposals(known, vectors, seen, marks, rest, chances, frame, single=single),
        _ids(known, _most_telling(vectors, rest, chances, ask)),
    )


def _chances(
    notes: Sequence[Note], vectors: Vectors, seen: Rows, marks: NDArray[np.bool_], rest: Rows
) -> Chances:
    """The chance of each code for each uncoded note, shape ``(len(rest), codes)``."""
    from sklearn.linear_model import LogisticRegression

    many = len(seen) >= _MANY
    rows: Any = _with_letters(notes, vectors) if many else _with_company(vectors)
    found = np.zeros((len(rest), marks.shape[1]))
    for column, mark in enumerate(marks.T):
        if mark.all():
            found[:, column] = 1.0
            continue
        model = LogisticRegression(
            C=_STRENGTH_MANY if many else _STRENGTH_FEW,
            solver="liblinear",
            intercept_scaling=3,
            random_state=0,
        ).fit(rows[seen], mark)
        found[:, column] = model.predict_proba(rows[rest])[:, 1]
    return found


def _with_company(vectors: Vectors) -> Vectors:
    """Each row drawn half-way to the mean of its nearest, uncoded ones among them.

    A few examples reach further so (Zhu and Ghahramani 2002, "Learning from labeled and
    unlabeled data with label propagation", in one step). For the machine's guess alone:
    nobody's words are joined by it.
    """
    count = min(_COMPANY, len(vectors) // 10)
    if not count:
        return vectors
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    nearest, _ = neighbours(vectors / np.maximum(lengths, 1e-6), count)
    drawn = vectors + vectors[nearest].mean(axis=1)
    scale = lengths / np.maximum(np.linalg.norm(drawn, axis=1, keepdims=True), 1e-6)
    result: Vectors = drawn * scale
    return result


def _with_letters(notes: Sequence[Note], vectors: Vectors) -> "csr_matrix":
    """The vectors beside runs of three to five letters: they meet across inflected forms."""
    from scipy.sparse import csr_matrix, hstack
    from sklearn.feature_extraction.text import TfidfVectorizer

    least = 2 if len(notes) > 1 else 1
    letters = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=least, dtype=np.float32
    )
    try:
        runs = letters.fit_transform(note.whole for note in notes)
    except ValueError:  # no run of letters occurs twice
        return csr_matrix(vectors)
    return hstack([csr_matrix(vectors), runs]).tocsr()


def _proposals(
    notes: Sequence[Note],
    vectors: Vectors,
    seen: Rows,
    marks: NDArray[np.bool_],
    rest: Rows,
    chances: Chances,
    frame: Sequence[str],
    *,
    single: bool,
) -> tuple[CodeProposal, ...]:
    chosen = chances >= _LEAST
    if single:
        chosen = np.zeros_like(chosen)
        chosen[np.arange(len(rest)), chances.argmax(axis=1)] = True
    why = reasons([notes[row] for row in seen], marks)
    found = []
    for line, row in enumerate(rest):
        for column in np.flatnonzero(chosen[line]):
            having = seen[marks[:, column]]
            nearest = having[np.argsort(-(vectors[having] @ vectors[row]), kind="stable")[:2]]
            found.append(
                CodeProposal(
                    notes[row].id,
                    frame[int(column)],
                    round(float(chances[line, column]), 3),
                    why.words(notes[row], int(column)),
                    _ids(notes, nearest),
                )
            )
    return tuple(sorted(found, key=lambda one: -one.confidence))


def _most_telling(vectors: Vectors, rest: Rows, chances: Chances, ask: int) -> Rows:
    """The uncoded notes the machine is least sure of, no two much alike."""
    doubt = (chances * (1 - chances)).sum(axis=1)
    best = np.argsort(-doubt, kind="stable")[:_CANDIDATES]
    chosen: list[int] = []
    for one in best:
        if len(chosen) == ask:
            break
        if all(vectors[rest[one]] @ vectors[rest[other]] < _ALIKE for other in chosen):
            chosen.append(int(one))
    return rest[np.array(chosen, dtype=np.intp)]


def _spread(vectors: Vectors, seen: Rows, rest: Rows, ask: int) -> Rows:
    """Notes far from one another and from those coded, so that every subject is met early.

    Centres of as many groups as notes are asked for: never an outlier, as the farthest
    note would be.
    """
    from sklearn.cluster import KMeans

    count = min(ask, len(rest))
    means = KMeans(n_clusters=count, n_init=2, random_state=len(seen)).fit(vectors[rest])
    nearest = [int(np.argmax(vectors[rest] @ centre)) for centre in means.cluster_centers_]
    return rest[np.array(list(dict.fromkeys(nearest)), dtype=np.intp)]


def _ids(notes: Sequence[Note], rows: Rows) -> tuple[str, ...]:
    return tuple(notes[row].id for row in rows)
