"""What a round of dialogues is made of, from the day to the published sentence."""

from aukio.apps.dialogues.models.change import Change
from aukio.apps.dialogues.models.dialogue import AgeBandCount, Dialogue, GroupCount
from aukio.apps.dialogues.models.publication import Publication
from aukio.apps.dialogues.models.record import LANGUAGES, Note, Permission, Record, SourceKind
from aukio.apps.dialogues.models.round import DialogueDay, Round, RoundStatus, Season
from aukio.apps.dialogues.models.summary import (
    Quote,
    QuoteProposal,
    Sentence,
    Summary,
    TextStatus,
    Voice,
)
from aukio.apps.dialogues.models.theme import Origin, Theme, ThemeNote, ThemeState

__all__ = [
    "LANGUAGES",
    "AgeBandCount",
    "Change",
    "Dialogue",
    "DialogueDay",
    "GroupCount",
    "Note",
    "Origin",
    "Permission",
    "Publication",
    "Quote",
    "QuoteProposal",
    "Record",
    "Round",
    "RoundStatus",
    "Season",
    "Sentence",
    "SourceKind",
    "Summary",
    "TextStatus",
    "Theme",
    "ThemeNote",
    "ThemeState",
    "Voice",
]
