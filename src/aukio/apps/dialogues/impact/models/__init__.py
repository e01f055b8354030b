"""The brief for leadership, the questions put to owners, and what became of them."""

from aukio.apps.dialogues.impact.models.brief import Brief, Edition, Opening, Point, PointKind
from aukio.apps.dialogues.impact.models.following import Follower, News, NewsKind
from aukio.apps.dialogues.impact.models.ledger import (
    Change,
    ChangeKind,
    Contact,
    Entry,
    EntryKind,
    Notice,
    Progress,
    Question,
    Stage,
)

__all__ = [
    "Brief",
    "Change",
    "ChangeKind",
    "Contact",
    "Edition",
    "Entry",
    "EntryKind",
    "Follower",
    "News",
    "NewsKind",
    "Notice",
    "Opening",
    "Point",
    "PointKind",
    "Progress",
    "Question",
    "Stage",
]
