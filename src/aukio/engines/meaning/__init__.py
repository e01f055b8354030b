"""What many people said: themes across languages, quotes that cover them, and how well.

The engine groups and quotes; it never infers what anybody is for or against, and all it
returns is a proposal for people to change. Nothing is loaded on import.
"""

from aukio.engines.meaning._agreement import krippendorff_alpha
from aukio.engines.meaning._apart import Apart, pick_apart
from aukio.engines.meaning._coding import CodeProposal, CodeProposals, propose_codes
from aukio.engines.meaning._notes import Note, Quote, Theme, Themes
from aukio.engines.meaning._progress import Telling
from aukio.engines.meaning._quotes import coverage, pick_quotes, sentences
from aukio.engines.meaning._themes import find_themes
from aukio.engines.meaning._vectors import note_vectors

__all__ = [
    "Apart",
    "CodeProposal",
    "CodeProposals",
    "Note",
    "Quote",
    "Telling",
    "Theme",
    "Themes",
    "coverage",
    "find_themes",
    "krippendorff_alpha",
    "note_vectors",
    "pick_apart",
    "pick_quotes",
    "propose_codes",
    "sentences",
]
