"""Votes made up for tests: two or three camps that can be told apart."""

from __future__ import annotations

import numpy as np

from aukio.engines.opinions import UNSEEN, VoteMatrix


def camps(
    sizes: tuple[int, ...] = (30, 20), statements: int = 14, *, missing: float = 0.2, seed: int = 1
) -> VoteMatrix:
    """People of each camp vote as their camp does, nine times out of ten."""
    chance = np.random.default_rng(seed)
    lines = chance.permuted(np.resize([1, -1], (len(sizes), statements)), axis=1)
    lines[:, :2] = 1  # two statements unite all
    for camp in range(1, len(sizes)):
        lines[camp, 2:] = np.where(np.arange(2, statements) % len(sizes) == camp, 1, -1)
    lines[0, 2:] = np.where(np.arange(2, statements) % len(sizes) == 0, 1, -1)
    rows = np.repeat(lines, sizes, axis=0)
    flipped = chance.random(rows.shape) < 0.1
    rows = np.where(flipped, chance.integers(-1, 2, rows.shape), rows)
    marks = np.where(chance.random(rows.shape) < missing, UNSEEN, rows).astype(np.int8)
    marks[0], marks[-1] = rows[0], rows[-1]
    return matrix(marks)


def matrix(marks: np.ndarray) -> VoteMatrix:
    """Marks with ids p-less: participants and statements numbered from 0."""
    marks = np.asarray(marks, dtype=np.int8)
    return VoteMatrix(
        tuple(str(one) for one in range(marks.shape[0])),
        tuple(str(one) for one in range(marks.shape[1])),
        marks,
    )
