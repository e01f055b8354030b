"""The targets of the benchmark, on a part of the treebanks (real data)."""

from __future__ import annotations

import os
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from benchmarks.clarity_structures import _compare
from benchmarks.clarity_treebank import chunks, gold, real_data

from aukio.engines.clarity import Means, available, structures

CHUNKS = 25
FLOORS = {
    "fi_tdt": {"passive": 0.92, "participle_attribute": 0.78},
    "sv_talbanken": {"passive": 0.85},
}


def folder() -> Path:
    """The treebanks; missing in CI is a failure, elsewhere a reason to skip."""
    found = real_data() / "language" / "ud"
    if not found.is_dir():
        if os.environ.get("CI"):
            pytest.fail("real data folder missing")
        pytest.skip("real data folder missing")
    return found


@pytest.mark.realdata
@pytest.mark.skipif(not available("fi").syntax, reason="spaCy model missing")
@pytest.mark.parametrize("treebank", FLOORS)
def test_constructions_are_found_in_raw_text(treebank: str) -> None:
    total: Counter[tuple[str, str]] = Counter()
    path = folder() / f"{treebank}-ud-dev.conllu"
    for text, placed in islice(chunks(path), CHUNKS):
        found = structures(text, treebank[:2], means=Means())
        for kind in FLOORS[treebank]:
            wanted = [
                (start + offset, end + offset)
                for offset, sentence in placed
                for start, end in gold(sentence)[kind]
            ]
            total += _compare(kind, wanted, [(x.start, x.end) for x in found if x.kind == kind])
    for kind, floor in FLOORS[treebank].items():
        hit, miss, false = (total[kind, what] for what in ("hit", "miss", "false"))
        assert 2 * hit / (2 * hit + miss + false) >= floor, kind
