"""The code frame, what people coded, and what the machine proposes."""

from aukio.apps.dialogues.coding.models.coding import (
    Coding,
    Given,
    Opening,
    Settled,
    SettledCode,
    Step,
    ThemeSource,
)
from aukio.apps.dialogues.coding.models.frame import LONGEST_NAME, Code, FrameChange, Shape
from aukio.apps.dialogues.coding.models.proposal import Decision, Proposal, Run, Useful

__all__ = [
    "LONGEST_NAME",
    "Code",
    "Coding",
    "Decision",
    "FrameChange",
    "Given",
    "Opening",
    "Proposal",
    "Run",
    "Settled",
    "SettledCode",
    "Shape",
    "Step",
    "ThemeSource",
    "Useful",
]
