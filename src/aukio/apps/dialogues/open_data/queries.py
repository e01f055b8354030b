"""Which publications there are to take along."""

from __future__ import annotations

from aukio.apps.dialogues.models import Publication, RoundStatus


def newest_of_all() -> list[Publication]:
    """The newest of each published round, the newest round first; one query."""
    rows = (
        Publication.objects.exclude(round__status=RoundStatus.PLANNED)
        .select_related("round")
        .order_by("-round__year", "-round", "-version")
    )
    found: dict[int, Publication] = {}
    for one in rows:
        found.setdefault(one.round_id, one)
    return list(found.values())
