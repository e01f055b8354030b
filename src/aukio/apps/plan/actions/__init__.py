"""Every change to the plan's data."""

from aukio.apps.plan.actions.amending import Decision, amend_measure
from aukio.apps.plan.actions.evidence import Shown, add_evidence, check_evidence
from aukio.apps.plan.actions.exporting import export_plan
from aukio.apps.plan.actions.figures import take_snapshots
from aukio.apps.plan.actions.following import send_news
from aukio.apps.plan.actions.importing import import_plan, read_files
from aukio.apps.plan.actions.leads import name_lead, remove_lead
from aukio.apps.plan.actions.loading import load_plan
from aukio.apps.plan.actions.milestones import (
    Step,
    add_milestone,
    change_milestone,
    finish_milestone,
)
from aukio.apps.plan.actions.periods import close_period, open_period, remind
from aukio.apps.plan.actions.reviews import Judgement, review_measure
from aukio.apps.plan.actions.showing import show_plan
from aukio.apps.plan.actions.status import Told, approve_completion, report_status
from aukio.apps.plan.actions.told_figures import (
    Described,
    Fact,
    describe_indicator,
    tell_figure,
)

__all__ = [
    "Decision",
    "Described",
    "Fact",
    "Judgement",
    "Shown",
    "Step",
    "Told",
    "add_evidence",
    "add_milestone",
    "amend_measure",
    "approve_completion",
    "change_milestone",
    "check_evidence",
    "close_period",
    "describe_indicator",
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
    "show_plan",
    "take_snapshots",
    "tell_figure",
]
