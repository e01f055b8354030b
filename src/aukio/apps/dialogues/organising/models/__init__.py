"""What organising needs beside the room's own rounds and dialogues."""

from aukio.apps.dialogues.organising.models.announcement import Announcement, Tick
from aukio.apps.dialogues.organising.models.application import Application, ApplicationState
from aukio.apps.dialogues.organising.models.gathering import (
    KEPT_DAYS,
    MOST_PLACES,
    NEEDS_KEPT,
    Gathering,
    Needs,
    SignUp,
)
from aukio.apps.dialogues.organising.models.invitation import (
    Contact,
    ContactKind,
    Invitation,
    Invited,
    ReplyKind,
)
from aukio.apps.dialogues.organising.models.material import MaterialKind, MaterialVersion
from aukio.apps.dialogues.organising.models.milestone import USUAL, Milestone
from aukio.apps.dialogues.organising.models.topic import (
    Assessment,
    Criterion,
    Fit,
    TopicProposal,
    TopicState,
)
from aukio.apps.dialogues.organising.models.training import Training

__all__ = [
    "KEPT_DAYS",
    "MOST_PLACES",
    "NEEDS_KEPT",
    "USUAL",
    "Announcement",
    "Application",
    "ApplicationState",
    "Assessment",
    "Contact",
    "ContactKind",
    "Criterion",
    "Fit",
    "Gathering",
    "Invitation",
    "Invited",
    "MaterialKind",
    "MaterialVersion",
    "Milestone",
    "Needs",
    "ReplyKind",
    "SignUp",
    "Tick",
    "TopicProposal",
    "TopicState",
    "Training",
]
