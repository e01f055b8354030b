"""What a round of dialogues is made of, from the day to the published sentence."""

from aukio.apps.dialogues.models.change import Change
from aukio.apps.dialogues.models.dialogue import AgeBandCount, Dialogue, GroupCount
from aukio.apps.dialogues.models.finding import HIDDEN, Decision, Finding, FindingKind
from aukio.apps.dialogues.models.languages import TEXTS_HAVE_A_STATUS, InThreeLanguages, TextStatus
from aukio.apps.dialogues.models.publication import Publication
from aukio.apps.dialogues.models.record import (
    LANGUAGES,
    Gate,
    Note,
    Permission,
    Record,
    SourceKind,
    in_use,
)
from aukio.apps.dialogues.models.round import DialogueDay, Round, RoundStatus, Season
from aukio.apps.dialogues.models.summary import (
    Quote,
    QuoteProposal,
    Sentence,
    Summary,
    Voice,
    Why,
)
from aukio.apps.dialogues.models.theme import Origin, Theme, ThemeNote, ThemeState
from aukio.apps.dialogues.models.variant import Variant, VariantKind, VariantSentence

__all__ = [
    "HIDDEN",
    "LANGUAGES",
    "TEXTS_HAVE_A_STATUS",
    "AgeBandCount",
    "Change",
    "Decision",
    "Dialogue",
    "DialogueDay",
    "Finding",
    "FindingKind",
    "Gate",
    "GroupCount",
    "InThreeLanguages",
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
    "Variant",
    "VariantKind",
    "VariantSentence",
    "Voice",
    "Why",
    "in_use",
]
