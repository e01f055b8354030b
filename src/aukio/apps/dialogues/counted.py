"""Which rounds, dialogues and summaries the plan's figures are counted from.

Rounds that have been planned only are not counted. While the only round there is is sample,
the figures are of it; as soon as there is a real one, sample rounds are left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from aukio.apps.dialogues.models import Dialogue, Publication, Round, RoundStatus


def rounds_that_count() -> list[Round]:
    """Rounds that count, newest first; sample ones only where there are no others."""
    to_come = (RoundStatus.PLANNED, RoundStatus.OPEN)
    found = Round.objects.exclude(status__in=to_come).order_by("-year", "season", "-pk")
    there = list(found)
    return [one for one in there if not one.is_sample] or there


def held(rounds: list[Round]) -> list[Dialogue]:
    rows = Dialogue.objects.filter(round__in=rounds)
    return list(rows.select_related("municipality", "area"))


def organisers_of(rows: Iterable[Dialogue]) -> set[int]:
    return {row.organiser_id for row in rows if row.organiser_id is not None}


def county_of(row: Dialogue) -> int | None:
    area = row.municipality or row.area
    if area is None:
        return None
    return int(area.pk) if area.kind == "wellbeing" else area.wellbeing_id


def latest_publication(*, first: bool = False) -> Publication | None:
    """Of the round published last: its newest version, or its first."""
    found = Publication.objects.filter(round__in=rounds_that_count()).select_related("round")
    latest = found.filter(version=1).order_by("-published_at").first()
    if latest is None or first:
        return latest
    return found.filter(round=latest.round).order_by("-version").first()
