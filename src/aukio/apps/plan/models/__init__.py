"""What the plan room keeps."""

from aukio.apps.plan.models.evidence import Evidence
from aukio.apps.plan.models.figures import IndicatorDefinition, Snapshot
from aukio.apps.plan.models.history import Amendment, Milestone
from aukio.apps.plan.models.origin import ImportedFile, Origin
from aukio.apps.plan.models.plan import Commitment, Measure, Plan, SubCommitment
from aukio.apps.plan.models.responsible import Responsible
from aukio.apps.plan.models.review import Review
from aukio.apps.plan.models.status import Completion, Period, StatusReport
from aukio.apps.plan.models.voices import Comment, Response, Subscription

__all__ = [
    "Amendment",
    "Comment",
    "Commitment",
    "Completion",
    "Evidence",
    "ImportedFile",
    "IndicatorDefinition",
    "Measure",
    "Milestone",
    "Origin",
    "Period",
    "Plan",
    "Response",
    "Responsible",
    "Review",
    "Snapshot",
    "StatusReport",
    "SubCommitment",
    "Subscription",
]
