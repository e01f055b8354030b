"""Opinion maps: people placed by how they voted on statements, and what groups of them share.

The published mathematics of Polis (Small et al. 2021) without chance in it, and a measure of
how far to trust the groups. A map describes votes, never people: it is a proposal to look
closer. Nothing is loaded on import but this package and numpy.
"""

from aukio.engines.opinions._agreement import adjusted_rand
from aukio.engines.opinions._comments import REJECTED, Comment, check_sign, read_comments
from aukio.engines.opinions._faults import VotesFault
from aukio.engines.opinions._figures import Repness, Statement
from aukio.engines.opinions._map import THRESHOLD, Group, OpinionMap, Participant, opinion_map
from aukio.engines.opinions._reading import read_votes
from aukio.engines.opinions._report import as_document, as_table, as_text
from aukio.engines.opinions._stability import Stability, stability
from aukio.engines.opinions._votes import (
    AGREE,
    DISAGREE,
    PASS,
    UNSEEN,
    Vote,
    VoteMatrix,
    matrix_of,
)
from aukio.engines.opinions._writing import matrix_csv, single_votes, votes_csv

__all__ = [
    "AGREE",
    "DISAGREE",
    "PASS",
    "REJECTED",
    "THRESHOLD",
    "UNSEEN",
    "Comment",
    "Group",
    "OpinionMap",
    "Participant",
    "Repness",
    "Stability",
    "Statement",
    "Vote",
    "VoteMatrix",
    "VotesFault",
    "adjusted_rand",
    "as_document",
    "as_table",
    "as_text",
    "check_sign",
    "matrix_csv",
    "matrix_of",
    "opinion_map",
    "read_comments",
    "read_votes",
    "single_votes",
    "stability",
    "votes_csv",
]
