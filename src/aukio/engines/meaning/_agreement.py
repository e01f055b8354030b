"""How far coders agree beyond chance."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import permutations
from typing import Final

Unit = Mapping[str, Set[str]]
_NOTHING: Final = frozenset[str]()


def krippendorff_alpha(units: Sequence[Unit], *, distance: str = "masi") -> float | None:
    """Return Krippendorff's alpha: 1 agreement, 0 chance, below 0 less than chance.

    ``units`` holds, for each note, the codes each coder gave; coders may be missing. Units
    with fewer than two coders are left out; None when none is left or when everybody always
    gave the same (agreement beyond chance cannot then be told).

    ``distance``: "nominal" (0 when the sets are the same, else 1) or "masi" (Passonneau 2006,
    "Measuring Agreement on Set-valued Items": sets that share codes are nearer). Formula:
    Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability".
    """
    measure = {"nominal": _nominal, "masi": _masi}[distance]
    paired = [[frozenset(codes) for codes in unit.values()] for unit in units if len(unit) >= 2]
    counts = Counter(value for values in paired for value in values)
    total = sum(counts.values())
    if not paired or len(counts) < 2:
        return None
    observed = sum(
        sum(measure(one, other) for one, other in permutations(values, 2)) / (len(values) - 1)
        for values in paired
    )
    expected = sum(
        counts[one] * counts[other] * measure(one, other) for one, other in permutations(counts, 2)
    )
    return 1 - (total - 1) * observed / expected


def _nominal(one: frozenset[str], other: frozenset[str]) -> float:
    return float(one != other)


def _masi(one: frozenset[str], other: frozenset[str]) -> float:
    if one == other:
        return 0.0
    shared = one & other
    if not shared:
        return 1.0
    alike = 2 / 3 if one <= other or other <= one else 1 / 3
    return 1 - alike * len(shared) / len(one | other)
