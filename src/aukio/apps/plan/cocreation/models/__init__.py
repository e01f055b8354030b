"""What the wing keeps."""

from aukio.apps.plan.cocreation.models.call import Call, Phase, Question
from aukio.apps.plan.cocreation.models.proposal import Contact, Ground, Proposal, State
from aukio.apps.plan.cocreation.models.response import Decision, Response
from aukio.apps.plan.cocreation.models.theme import Alike, Change, Origin, Placement, Theme

__all__ = [
    "Alike",
    "Call",
    "Change",
    "Contact",
    "Decision",
    "Ground",
    "Origin",
    "Phase",
    "Placement",
    "Proposal",
    "Question",
    "Response",
    "State",
    "Theme",
]
