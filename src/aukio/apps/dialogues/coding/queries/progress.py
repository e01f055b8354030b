"""How far the coding of a round is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from aukio.apps.dialogues.coding.machine import FEWEST_CODED
from aukio.apps.dialogues.coding.models import Code, Coding, Run
from aukio.apps.dialogues.models import Round, in_use
from aukio.apps.dialogues.queries.pages.remarks import used


@dataclass(frozen=True)
class Progress:
    """Numbers of notes. ``double`` were coded by two or more, ``mine`` by the reader."""

    notes: int
    mine: int
    coded: int
    double: int
    codes: int

    @property
    def left(self) -> int:
        """How many more are to be coded before the machine proposes."""
        return max(FEWEST_CODED - self.coded, 0)


def progress(round: Round, person: Any) -> Progress:
    """Four queries."""
    here = Coding.objects.filter(in_use("note__record__"), note__record__dialogue__round=round)
    by_note = here.order_by().values("note").annotate(coders=Count("pk")).values_list("coders")
    coders = [count for (count,) in by_note]
    return Progress(
        notes=used(round).count(),
        mine=here.filter(coder=person).count(),
        coded=len(coders),
        double=sum(count > 1 for count in coders),
        codes=Code.objects.filter(round=round, merged_into=None, is_retired=False).count(),
    )


def latest_run(round: Round) -> Run | None:
    return Run.objects.filter(round=round).first()
