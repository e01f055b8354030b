"""Real conversations: both of their files say the same, and the map agrees with the peer."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from aukio.engines.opinions import check_sign, opinion_map, read_comments, read_votes

ROOT = Path(__file__).resolve().parents[5]
FOLDER = Path(os.environ.get("AUKIO_REALDATA", ROOT.parent / "shared" / "data")) / "dialogues/polis"
pytestmark = [
    pytest.mark.realdata,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="no real data here"),
]
CONVERSATIONS = sorted(path.name for path in FOLDER.glob("*")) if FOLDER.is_dir() else []


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_votes_and_matrix_of_a_conversation_are_the_same(name: str) -> None:
    votes = read_votes(FOLDER / name / "votes.csv")
    matrix = read_votes(FOLDER / name / "participants-votes.csv")

    known = [matrix.statements.index(one) for one in votes.statements]
    assert set(votes.participants) <= set(matrix.participants)
    rows = [matrix.participants.index(one) for one in votes.participants]
    assert (matrix.marks[np.ix_(rows, known)] == votes.marks).all()


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_one_is_agree_in_the_exports(name: str) -> None:
    votes = read_votes(FOLDER / name / "votes.csv")

    check_sign(votes, read_comments(FOLDER / name / "comments.csv"), file=name)


def test_the_groups_are_the_peers(tmp_path: Path) -> None:
    """The peer brings a warning at import, so it runs in a process of its own."""
    file = FOLDER / "vtaiwan.uberx" / "votes.csv"
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.opinions", "--only", "peer", str(file)],
        capture_output=True,
        check=True,
        cwd=ROOT,
        text=True,
    )
    peer = json.loads(told.stdout)["labels"]["own"]
    from sklearn.metrics import adjusted_rand_score

    found = opinion_map(read_votes(file))

    mine = {one.id: one.group for one in found.participants}
    assert mine.keys() == peer.keys()
    assert adjusted_rand_score([peer[one] for one in mine], list(mine.values())) >= 0.9
