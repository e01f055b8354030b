"""Every read a page needs: frozen dataclasses, a constant number of queries at any size.

``public`` reads only frozen publications. ``desk``, ``records`` and ``gaps`` read work in
progress; their pages are for those whom the rules let in.
"""

from aukio.apps.dialogues.queries.desk import (
    Desk,
    DeskNote,
    DeskTheme,
    SummaryDesk,
    desk,
    history,
    summary_desk,
    theme_desk,
)
from aukio.apps.dialogues.queries.gaps import NotHeard, not_heard, uncovered_notes
from aukio.apps.dialogues.queries.public import (
    DialoguePage,
    RoundCard,
    RoundPage,
    SentencePage,
    ThemePage,
    dialogue_page,
    public_rounds,
    publication_of,
    round_page,
    sentence_page,
    theme_page,
)
from aukio.apps.dialogues.queries.records import (
    DialogueRow,
    RecordPage,
    dialogues_for,
    record_page,
    rounds_for,
)
from aukio.apps.dialogues.queries.words import Shown, shown

__all__ = [
    "Desk",
    "DeskNote",
    "DeskTheme",
    "DialoguePage",
    "DialogueRow",
    "NotHeard",
    "RecordPage",
    "RoundCard",
    "RoundPage",
    "SentencePage",
    "Shown",
    "SummaryDesk",
    "ThemePage",
    "desk",
    "dialogue_page",
    "dialogues_for",
    "history",
    "not_heard",
    "public_rounds",
    "publication_of",
    "record_page",
    "round_page",
    "rounds_for",
    "sentence_page",
    "shown",
    "summary_desk",
    "theme_desk",
    "theme_page",
    "uncovered_notes",
]
