"""Every change to the plan's data."""

from aukio.apps.plan.actions.loading import load_plan

__all__ = ["load_plan"]
