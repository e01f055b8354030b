"""Forms of the plan room."""

from aukio.apps.plan.forms.reporting import (
    ApproveForm,
    CheckForm,
    EvidenceForm,
    PeriodForm,
    UpdateForm,
)
from aukio.apps.plan.forms.team import (
    AmendForm,
    DescribeForm,
    FactForm,
    LeadForm,
    MilestoneForm,
    NewMilestoneForm,
    ReviewForm,
    VersionedForm,
)
from aukio.apps.plan.forms.voices import AnswerForm, CommentForm, FollowForm

__all__ = [
    "AmendForm",
    "AnswerForm",
    "ApproveForm",
    "CheckForm",
    "CommentForm",
    "DescribeForm",
    "EvidenceForm",
    "FactForm",
    "FollowForm",
    "LeadForm",
    "MilestoneForm",
    "NewMilestoneForm",
    "PeriodForm",
    "ReviewForm",
    "UpdateForm",
    "VersionedForm",
]
