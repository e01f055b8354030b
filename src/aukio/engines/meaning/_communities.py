"""Groups of like notes: a neighbour graph cut where it is loosely joined."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from aukio.engines.meaning._space import neighbours, unit
from aukio.engines.text import Progress, Vectors

Groups = NDArray[np.intp]

_NEIGHBOURS: Final = 15
_RESOLUTIONS: Final = (0.7, 1.0, 1.5)
_WORK: Final = 16_000  # notes times runs at each resolution
_RUNS: Final = (3, 8)
_LAST_RUNS: Final = 4
_FEWEST_TO_DIVIDE: Final = 4
_WEAKEST: Final = 1e-3


def communities(rows: Vectors, *, seed: int = 0, progress: Progress | None = None) -> Groups:
    """Return a group number for each row of ``(n, d)``; 0 is the largest group.

    Each row is joined to its 15 nearest with its cosine as weight, and the graph is cut by
    Louvain's method (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008), several times
    at each of three resolutions. Each time the neighbours are looked for in another random half
    of the coordinates (Ho 1998, doi:10.1109/34.709601), so that the runs err in different ways.
    All runs vote: a joint of the whole rows weighs as much as the share of runs that keep it
    (after Lancichinetti & Fortunato 2012, doi:10.1038/srep00336), and of several last runs on
    that graph the one is taken that agrees best with the voters. No label or number of themes is
    needed. Groups too small to be called a theme join their nearest neighbour.
    ``progress(done, total)`` counts runs.
    """
    n = len(rows)
    if n < _FEWEST_TO_DIVIDE or not rows.any():
        return np.zeros(n, dtype=np.intp)
    edges = _edges(rows)
    voters = _voters(rows, seed, progress)
    agreed = _agreed(n, edges, voters, seed, progress)
    return _by_size(_without_tiny(rows, agreed, smallest_group(n)))


def smallest_group(n: int) -> int:
    """Return how few of ``n`` notes may make a theme: 2 for a handful, 10 for thousands."""
    return int(np.clip(round(np.sqrt(n) / 4), 2, 10))


class _Edges:
    """An undirected weighted graph as three arrays of one length."""

    def __init__(self, left: Groups, right: Groups, weight: NDArray[np.float64]) -> None:
        self.left, self.right, self.weight = left, right, weight

    def weighted(self, factor: NDArray[np.float64]) -> "_Edges":
        keep = factor > 0
        return _Edges(self.left[keep], self.right[keep], (self.weight * factor)[keep])


def _edges(rows: Vectors) -> _Edges:
    count = min(_NEIGHBOURS, len(rows) - 1)
    found, cosines = neighbours(rows, count)
    here = np.repeat(np.arange(len(rows)), count)
    there = found.ravel()
    pairs = np.stack([np.minimum(here, there), np.maximum(here, there)], axis=1)
    distinct, first = np.unique(pairs, axis=0, return_index=True)
    weight = np.maximum(cosines.ravel()[first].astype(np.float64), _WEAKEST)
    return _Edges(distinct[:, 0], distinct[:, 1], weight)


def _voters(rows: Vectors, seed: int, progress: Progress | None) -> list[Groups]:
    each = int(np.clip(_WORK // len(rows), *_RUNS))
    found: list[Groups] = []
    for run in range(each):
        graph = _graph(len(rows), _edges(_half(rows, [seed, run])))
        for resolution in _RESOLUTIONS:
            found.append(_louvain(graph, resolution, seed * 1000 + run))
            if progress is not None:
                progress(len(found), each * len(_RESOLUTIONS) + _LAST_RUNS)
    return found


def _half(rows: Vectors, seed: list[int]) -> Vectors:
    """Return the rows, of length 1 again, in a random half of their coordinates."""
    width = rows.shape[1]
    chosen = np.random.default_rng(seed).permutation(width)[: (width + 1) // 2]
    return unit(rows[:, np.sort(chosen)])


def _agreed(
    n: int, edges: _Edges, voters: Sequence[Groups], seed: int, progress: Progress | None
) -> Groups:
    kept = np.mean([run[edges.left] == run[edges.right] for run in voters], axis=0)
    graph = _graph(n, edges.weighted(kept))
    last = []
    for run in range(_LAST_RUNS):
        last.append(_louvain(graph, 1.0, seed * 1000 + run))
        if progress is not None:
            progress(len(voters) + run + 1, len(voters) + _LAST_RUNS)
    return max(last, key=lambda groups: _agreement(groups, voters))


def _agreement(groups: Groups, voters: Sequence[Groups]) -> float:
    """Return the mean normalised mutual information of one partition with the voters'."""
    return float(np.mean([_shared_information(groups, voter) for voter in voters]))


def _shared_information(one: Groups, other: Groups) -> float:
    """Return normalised mutual information, 0 to 1, as scikit-learn has it.

    Written out here because importing scikit-learn takes 100 MB in the worker for good.
    """
    _, rows = np.unique(one, return_inverse=True)
    _, columns = np.unique(other, return_inverse=True)
    both = np.zeros((rows.max() + 1, columns.max() + 1))
    np.add.at(both, (rows, columns), 1 / len(rows))
    alone = _entropy(both.sum(axis=1)), _entropy(both.sum(axis=0))
    mean = (alone[0] + alone[1]) / 2
    return 1.0 if mean == 0 else (alone[0] + alone[1] - _entropy(both)) / mean


def _entropy(shares: NDArray[np.float64]) -> float:
    held = shares[shares > 0]
    return float(max(0.0, -(held * np.log(held)).sum())) if held.size > 1 else 0.0


def _graph(n: int, edges: _Edges) -> Any:
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_weighted_edges_from(
        zip(edges.left.tolist(), edges.right.tolist(), edges.weight.tolist(), strict=True)
    )
    return graph


def _louvain(graph: Any, resolution: float, seed: int) -> Groups:
    from networkx.algorithms.community import louvain_communities

    groups = np.zeros(len(graph), dtype=np.intp)
    found = louvain_communities(graph, weight="weight", resolution=resolution, seed=seed)
    for number, members in enumerate(found):
        groups[list(members)] = number
    return groups


def _without_tiny(rows: Vectors, groups: Groups, smallest: int) -> Groups:
    numbers, sizes = np.unique(groups, return_counts=True)
    large = numbers[sizes >= min(smallest, sizes.max())]
    centres = np.stack([rows[groups == number].mean(axis=0) for number in large])
    lost = ~np.isin(groups, large)
    result = groups.copy()
    if lost.any():
        result[lost] = large[np.argmax(rows[lost] @ centres.T, axis=1)]
    return result


def _by_size(groups: Groups) -> Groups:
    """Number groups from 0 by falling size, earlier first member first among equals."""
    result = np.zeros_like(groups)
    for number, old in enumerate(_order(groups)):
        result[groups == old] = number
    return result


def _order(groups: Groups) -> Iterator[int]:
    numbers, first, sizes = np.unique(groups, return_index=True, return_counts=True)
    for place in np.lexsort((first, -sizes)):
        yield int(numbers[place])
