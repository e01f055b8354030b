"""Every change to the plan's data."""

from aukio.apps.plan.actions.amending import (
    Decision,
    add_milestone,
    amend_measure,
    finish_milestone,
)
from aukio.apps.plan.actions.evidence import Shown, add_evidence, check_evidence
from aukio.apps.plan.actions.exporting import export_plan
from aukio.apps.plan.actions.figures import Fact, take_snapshots, tell_figure
from aukio.apps.plan.actions.following import send_news
from aukio.apps.plan.actions.importing import import_plan, read_files
from aukio.apps.plan.actions.leads import name_lead, remove_lead
from aukio.apps.plan.actions.loading import load_plan
from aukio.apps.plan.actions.periods import close_period, open_period, remind
from aukio.apps.plan.actions.reviews import Judgement, review_measure
from aukio.apps.plan.actions.status import Told, approve_completion, report_status

__all__ = [
    "Decision",
    "Fact",
    "Judgement",
    "Shown",
    "Told",
    "add_evidence",
    "add_milestone",
    "amend_measure",
    "approve_completion",
    "check_evidence",
    "close_period",
    "export_plan",
    "finish_milestone",
    "import_plan",
    "load_plan",
    "name_lead",
    "open_period",
    "read_files",
    "remind",
    "remove_lead",
    "report_status",
    "review_measure",
    "send_news",
    "take_snapshots",
    "tell_figure",
]
