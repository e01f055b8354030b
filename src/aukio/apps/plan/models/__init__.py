"""What the plan room keeps."""

from aukio.apps.plan.models.plan import Commitment, Measure, Plan, SubCommitment

__all__ = ["Commitment", "Measure", "Plan", "SubCommitment"]
