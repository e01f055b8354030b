"""How far coders agree, of codes each gave without seeing the other's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.coding.models import Decision
from aukio.apps.dialogues.coding.standing import Codes, Standing
from aukio.apps.dialogues.models import Round

FEWEST_DOUBLE = 20  # notes coded by two before a figure is told
GAVE, DID_NOT = frozenset({1}), frozenset[int]()
RELIABLE, TENTATIVE = 0.8, 0.667  # Krippendorff 2004, "Content Analysis", chapter 11


@dataclass(frozen=True)
class CodeAgreement:
    """Notes that all, or only some, of those who coded them gave the code."""

    code: int
    all: int
    some: int
    percent: int
    alpha: float | None


@dataclass(frozen=True)
class Agreement:
    """``notes`` were coded by two or more, each without seeing the other's codes."""

    notes: int
    same: int
    alpha: float | None
    codes: tuple[CodeAgreement, ...]

    @property
    def is_enough(self) -> bool:
        return self.notes >= FEWEST_DOUBLE

    @property
    def meaning(self) -> str:
        """What the figure says, in plain words."""
        if self.alpha is None:
            return _("Everybody gave the same codes all the time, so chance cannot be told apart.")
        if self.alpha >= RELIABLE:
            return _("You understand the codes the same way. The coding can be relied on.")
        if self.alpha >= TENTATIVE:
            return _(
                "You mostly understand the codes the same way. Draw conclusions with care, and "
                "look at the codes on which you differ."
            )
        if self.alpha > 0:
            return _(
                "You understand the codes differently. Talk through the codes on which you differ, "
                "mend their descriptions and code more notes."
            )
        return _("You agree no more than by chance. Talk the codes through before you go on.")

    @property
    def grade(self) -> str:
        if self.alpha is None or self.alpha < TENTATIVE:
            return pgettext("agreement", "Weak")
        return (
            pgettext("agreement", "Good")
            if self.alpha >= RELIABLE
            else pgettext("agreement", "Fair")
        )


def agreement(round: Round, found: Standing) -> Agreement:
    """Per code and in all. Notes on which a proposal of the machine was accepted are left out.

    The figures are counted only from ``FEWEST_DOUBLE`` notes on; before that they are unknown.
    """
    by_machine = set(
        Decision.objects.filter(accepted=True, proposal__note__record__dialogue__round=round)
        .values_list("proposal__note", flat=True)
    )  # fmt: skip
    units = [
        given for note, given in found.blind.items() if len(given) > 1 and note not in by_machine
    ]
    same = sum(len(set(given.values())) == 1 for given in units)
    if len(units) < FEWEST_DOUBLE:
        return Agreement(len(units), same, None, ())
    frame = sorted({code for given in units for codes in given.values() for code in codes})
    return Agreement(
        notes=len(units),
        same=same,
        alpha=_alpha(units, "masi"),
        codes=tuple(_of_code(code, units) for code in frame),
    )


def _of_code(code: int, units: list[Mapping[int, Codes]]) -> CodeAgreement:
    marks = [
        {coder: GAVE if code in codes else DID_NOT for coder, codes in given.items()}
        for given in units
    ]
    every = sum(all(given.values()) for given in marks)
    some = sum(any(given.values()) for given in marks) - every
    percent = 100 * (len(units) - some) // len(units)
    return CodeAgreement(code, every, some, percent, _alpha(marks, "nominal"))


def _alpha(units: list[Any], distance: str) -> float | None:
    """``units``: codes by coder. The engine only compares them, so that ids do as names."""
    # Read in here: the engine brings arrays that pages do not otherwise need.
    from aukio.engines.meaning import krippendorff_alpha

    return krippendorff_alpha(units, distance=distance)
