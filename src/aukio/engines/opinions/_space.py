"""From votes to a plane: imputation, two principal components, scaling for sparse voters.

Source: Small, Bjorkegren, Erkkilä, Shaw, Megill (2021), "Polis: Scaling deliberation by
mapping high dimensional opinion spaces", Recerca 26(2).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from aukio.engines.opinions._votes import UNSEEN, Marks

Floats = NDArray[np.float64]
COMPONENTS: Final = 2
_WHOLE: Final = 700  # a side up to which all components are computed and two kept
_BLOCK: Final = 12
_MOST_ROUNDS: Final = 300
_CLOSE: Final = 1e-10
_NOTHING: Final = 1e-12


@dataclass(frozen=True, eq=False)
class Plane:
    """``points`` (participants × 2) and the share of variance each axis explains."""

    points: Floats
    explained: tuple[float, float]


def plane(marks: Marks) -> Plane:
    """Place every row of votes on a plane.

    A missing vote is taken for its statement's mean; as columns are centred on those very
    means, it becomes 0 and no imputed matrix is ever built. Each point is pushed outwards by
    sqrt(statements / own votes), so that those who voted little do not bunch in the middle.
    Statements without any vote count for nothing.
    """
    seen = marks != UNSEEN
    voted = seen.any(axis=0)
    if not voted.all():
        marks, seen = marks[:, voted], seen[:, voted]
    people, statements = marks.shape
    if people == 0 or statements == 0:
        return Plane(np.zeros((people, COMPONENTS)), (0.0, 0.0))
    centred = _centred(marks, seen)
    axes, strengths = _axes(centred)
    points = centred @ axes
    points *= np.sqrt(statements / np.maximum(seen.sum(axis=1), 1))[:, None]
    total = float(np.einsum("ij,ij->", centred, centred))
    shares = [float(value) / total if total > _NOTHING else 0.0 for value in strengths]
    return Plane(points, (shares[0], shares[1]))


def _centred(marks: Marks, seen: NDArray[np.bool_]) -> Floats:
    votes = np.where(seen, marks, 0).astype(np.float64)
    means = votes.sum(axis=0) / seen.sum(axis=0)
    votes -= means
    votes *= seen
    return votes


def _axes(centred: Floats) -> tuple[Floats, Floats]:
    """The two strongest directions (statements × 2) and their sums of squares, strongest first.

    An axis without any variance is nought, so that rounding noise never looks like opinion.
    """
    people, statements = centred.shape
    if min(people, statements) > _WHOLE:
        axes, strengths = _by_iteration(centred)
    elif people < statements:
        strengths, sides = np.linalg.eigh(centred @ centred.T)
        axes = centred.T @ sides[:, ::-1][:, :COMPONENTS]
        axes /= np.maximum(np.linalg.norm(axes, axis=0), _NOTHING)
    else:
        strengths, axes = np.linalg.eigh(centred.T @ centred)
        axes = axes[:, ::-1]
    strengths = np.sort(strengths)[::-1][:COMPONENTS]
    axes = _two(np.ascontiguousarray(axes[:, :COMPONENTS]))
    strengths = np.pad(strengths, (0, COMPONENTS - len(strengths)))
    axes[:, strengths <= _NOTHING * max(1.0, float(strengths[0])) * people] = 0.0
    return _turned(axes), np.maximum(strengths, 0.0)


def _by_iteration(centred: Floats) -> tuple[Floats, Floats]:
    """Block power iteration with Rayleigh–Ritz, from a start that needs no chance."""
    start = np.cos(np.outer(np.arange(1, centred.shape[1] + 1), np.arange(1, _BLOCK + 1)))
    basis, _ = np.linalg.qr(start)
    before = np.zeros(COMPONENTS)
    for _round in range(_MOST_ROUNDS):
        basis, _ = np.linalg.qr(centred.T @ (centred @ basis))
        image = centred @ basis
        strengths, turn = np.linalg.eigh(image.T @ image)
        basis = basis @ turn[:, ::-1]
        now = strengths[::-1][:COMPONENTS]
        if np.all(np.abs(now - before) <= _CLOSE * now[0]):
            break
        before = now
    return basis, strengths


def _two(axes: Floats) -> Floats:
    return np.pad(axes, ((0, 0), (0, COMPONENTS - axes.shape[1])))


def _turned(axes: Floats) -> Floats:
    """Each axis so that its largest part is positive: a mirror image means the same."""
    largest = np.abs(axes).argmax(axis=0)
    signs = np.sign(axes[largest, np.arange(COMPONENTS)])
    return axes * np.where(signs == 0, 1.0, signs)
