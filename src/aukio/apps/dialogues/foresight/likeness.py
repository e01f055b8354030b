"""Which themes of two rounds may be the same matter, by meaning. It stores nothing.

The engines are imported where they are used: a web process never loads them. Only what is
published is read: the sentences of the summaries, and the themes' names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from aukio.apps.dialogues.foresight.actions.linking import Pair
from aukio.apps.dialogues.foresight.queries.voices import Tree, Voices

if TYPE_CHECKING:
    from aukio.engines.text import Vectors

LIKE_ENOUGH = 0.35  # a cosine from the middle of all themes; below it nothing is proposed
CLOSEST = 3
Embed = Callable[[list[str]], "Vectors"]


@dataclass(frozen=True)
class _Row:
    round: int
    theme: int
    sentence: int  # 0 is the theme's own name and description
    text: str


def likely_pairs(rounds: tuple[Voices, ...], embed: Embed) -> list[Pair]:
    """Pairs in which each theme is the other's nearest in that round, the likest first.

    The same rounds give the same pairs. ``embed`` gives rows of length 1.
    """
    import numpy as np

    rows = [row for at, heard in enumerate(rounds) for row in _rows(at, heard)]
    if not rows:
        return []
    spoken = embed([row.text for row in rows])
    themes = list(dict.fromkeys((row.round, row.theme) for row in rows))
    own = {
        key: [i for i, row in enumerate(rows) if (row.round, row.theme) == key] for key in themes
    }
    middle = np.stack([spoken[own[key]].mean(axis=0) for key in themes])
    middle = middle - middle.mean(axis=0)
    middle = middle / np.maximum(np.linalg.norm(middle, axis=1, keepdims=True), 1e-9)
    likeness = middle @ middle.T
    found = []
    for before, after in combinations(range(len(rounds)), 2):
        first = [i for i, key in enumerate(themes) if key[0] == before]
        second = [i for i, key in enumerate(themes) if key[0] == after]
        for i in first:
            j = max(second, key=lambda j: likeness[i, j])
            nearest_back = max(first, key=lambda i: likeness[i, j])
            if nearest_back == i and likeness[i, j] >= LIKE_ENOUGH:
                why = _closest(rows, spoken, own[themes[i]], own[themes[j]])
                found.append(Pair(themes[i][1], themes[j][1], round(float(likeness[i, j]), 3), why))
    return sorted(found, key=lambda pair: -pair.likeness)


def _rows(at: int, heard: Voices) -> list[_Row]:
    rows = []
    for theme in heard.content["themes"]:
        named = f"{_text(theme['title'])}. {_text(theme['description'])}".strip(". ")
        rows.append(_Row(at, theme["id"], 0, named))
        rows += [_Row(at, theme["id"], one["id"], _text(one["text"])) for one in theme["sentences"]]
    return [row for row in rows if row.text]


def _text(texts: Tree) -> str:
    """In one language for all where there is one: Finnish, else Swedish, else English."""
    return next((texts[code] for code in ("fi", "sv", "en") if texts.get(code)), "")


def _closest(
    rows: list[_Row], spoken: Vectors, one: list[int], other: list[int]
) -> tuple[tuple[int, int, float], ...]:
    """The pairs of sentences that mean most nearly the same, each sentence once."""
    near = sorted(
        (
            (float(spoken[i] @ spoken[j]), rows[i].sentence, rows[j].sentence)
            for i in one
            for j in other
            if rows[i].sentence and rows[j].sentence
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    found: list[tuple[int, int, float]] = []
    for cosine, first, second in near:
        taken = any(first == a or second == b for a, b, _cosine in found)
        if not taken and len(found) < CLOSEST:
            found.append((first, second, round(cosine, 3)))
    return tuple(found)
