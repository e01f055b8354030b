"""What the machine works out from proposals: themes and likely twins. It stores nothing.

The engines are imported where they are used: a web process never loads them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from django.utils.translation import gettext as _

Report = Callable[[int, int, str], None]
READING, WHOLE = 80, 100  # progress in per cent
KEYWORDS = 8
NEIGHBOURS = 3
# Cosine in the engine's space, where language is taken out: of the sample's 300 pairs the four
# written as twins, three of them in two languages, lie at 0.29 to 0.43, one more pair above
# 0.23 (tests/test_machine.py). A pair is a hint only.
ALIKE = 0.28


@dataclass(frozen=True)
class Said:
    """A proposal as the machine needs it; ``is_free`` where no person has placed it."""

    id: int
    text: str
    language: str
    is_free: bool = True


@dataclass(frozen=True)
class Group:
    """Proposals that speak of the same thing, with why: words, and the nearest to it.

    ``neighbours`` gives for each proposal the ids of those most like it in the group.
    """

    proposals: tuple[int, ...]
    label: Mapping[str, str]
    keywords: tuple[str, ...] = ()
    nearest: tuple[int, ...] = ()
    neighbours: Mapping[int, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Likeness:
    """Two proposals, the lower id first, and how alike they are (cosine)."""

    first: int
    second: int
    likeness: float


@dataclass(frozen=True)
class Draft:
    groups: tuple[Group, ...] = ()
    alike: tuple[Likeness, ...] = ()


def propose(said: Sequence[Said], report: Report) -> Draft:
    """Themes for proposals no person has placed, and pairs among all of them.

    The same proposals in the same order give the same draft.
    """
    if not said:
        return Draft()
    from aukio.engines.meaning import Note, find_themes, note_vectors

    notes = [Note(str(one.id), one.text, one.language) for one in said]

    def reading(done: int, of: int) -> None:
        report(done * READING // max(of, 1), WHOLE, _("Reading the proposals"))

    rows = _unit(note_vectors(notes, progress=reading))
    report(READING, WHOLE, _("Grouping the proposals into themes"))
    free = [place for place, one in enumerate(said) if one.is_free]
    found = find_themes([notes[place] for place in free], embeddings=rows[free])
    likeness = rows @ rows.T
    place_of = {one.id: place for place, one in enumerate(said)}
    groups = tuple(_group(theme, likeness, place_of) for theme in found.themes)
    report(WHOLE, WHOLE, _("Done"))
    return Draft(groups, _alike(said, likeness))


def _unit(vectors: Any) -> Any:
    import numpy as np

    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / np.maximum(lengths, 1e-9)


def _group(theme: Any, likeness: Any, place_of: Mapping[int, int]) -> Group:
    members = tuple(int(one) for one in theme.note_ids)

    def near(pk: int) -> tuple[int, ...]:
        others = (one for one in members if one != pk)
        ranked = sorted(others, key=lambda one: -likeness[place_of[pk], place_of[one]])
        return tuple(ranked[:NEIGHBOURS])

    return Group(
        proposals=members,
        label=dict(theme.label),
        keywords=_keywords(theme.keywords),
        nearest=tuple(int(quote.id) for quote in theme.quotes),
        neighbours={pk: near(pk) for pk in members},
    )


def _alike(said: Sequence[Said], likeness: Any) -> tuple[Likeness, ...]:
    """Pairs that are alike enough and each among the other's nearest."""
    import numpy as np

    among = _nearest(likeness)
    firsts, seconds = np.nonzero(np.triu((likeness >= ALIKE) & among & among.T, k=1))
    pairs = []
    for one, other in zip(firsts.tolist(), seconds.tolist(), strict=True):
        first, second = sorted((said[one].id, said[other].id))
        pairs.append(Likeness(first, second, round(float(likeness[one, other]), 3)))
    return tuple(sorted(pairs, key=lambda one: (-one.likeness, one.first, one.second)))


def _nearest(likeness: Any) -> Any:
    """A table of truth: whether the column is among the row's nearest others."""
    import numpy as np

    others = likeness.copy()
    np.fill_diagonal(others, -2.0)
    rank = np.argsort(np.argsort(-others, axis=1), axis=1)
    return rank < NEIGHBOURS


def _keywords(words: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The best words of every language in turn, until there are enough."""
    turns = zip_longest(*words.values())
    found = [word for turn in turns for word in turn if word]
    return tuple(dict.fromkeys(found))[:KEYWORDS]
