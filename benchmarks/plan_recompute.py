"""The plan room: counting every live figure anew, and the plan's page.

Promises: all figures in less than 2 s on as many dialogues as the sample round has, and in less
than 10 s on a hundred times as many; the plan's page in at most 8 ms of processor time and 6
queries, with 25 measures and with a thousand. Peer for the figures: the database's own COUNT of
the same rows, the least any way of counting can cost.

Run: ``python -m benchmarks.plan_recompute``. Uses a database of its own.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from benchmarks._house import fresh_house

SAMPLE = 28  # dialogues of the sample round
LIMITS = {SAMPLE: 2.0, SAMPLE * 100: 10.0}  # seconds
PAGE_MS, PAGE_QUERIES, TURNS = 8.0, 6, 100


def seed_dialogues(count: int) -> None:
    """``count`` dialogues in two rounds, by one organiser in four."""
    from aukio.apps.dialogues.models import Dialogue, Round, RoundStatus
    from aukio.shared.organisations.models import Organisation

    Dialogue.objects.all().delete()
    for season in ("spring", "autumn"):
        made, _new = Round.objects.get_or_create(
            slug=f"bench-{season}",
            defaults={
                "title_fi": season, "year": 2026, "season": season, "status": RoundStatus.PUBLISHED,
            },
        )  # fmt: skip
        organisers = [
            Organisation.objects.get_or_create(name_fi=f"Järjestäjä {n}", kind="municipality")[0]
            for n in range(count // 8 or 1)
        ]
        Dialogue.objects.bulk_create(
            Dialogue(
                round=made, reference=str(n), title="Dialogi",
                organiser=organisers[n % len(organisers)], participants=12,
            )
            for n in range(count // 2)
        )  # fmt: skip


def seed_measures(count: int) -> None:
    """Give the plan's first section measures until the plan has ``count``."""
    from aukio.apps.plan.models import Measure, SubCommitment

    section = SubCommitment.objects.get(number="1.1")
    there = Measure.objects.count()
    Measure.objects.bulk_create(
        Measure(
            commitment=section.commitment, section=section, number=f"1.1.{n}", position=n,
            title_fi=f"Toimenpide {n}", text_fi="Teksti",
        )
        for n in range(there + 100, there + 100 + count - there)
    )  # fmt: skip


def recompute() -> tuple[float, float, int]:
    """Seconds for all figures, for the peer, and how many figures."""
    from aukio.apps.dialogues.models import Dialogue
    from aukio.apps.plan.actions import take_snapshots

    start = time.perf_counter()
    taken = take_snapshots()
    spent = time.perf_counter() - start
    start = time.perf_counter()
    for _figure in range(taken.counted):
        Dialogue.objects.count()
    return spent, time.perf_counter() - start, taken.counted


def page() -> tuple[float, int]:
    """Processor time of the plan's page in milliseconds (median), and its queries."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})

    def ask() -> None:
        assert client.get("/fi/plan/").status_code == 200

    ask()
    with CaptureQueriesContext(connection) as captured:
        ask()
        queries = len(captured)
    return median_of(ask), queries


def median_of(call: Callable[[], object]) -> float:
    spent = []
    for _turn in range(TURNS):
        start = time.process_time()
        call()
        spent.append(time.process_time() - start)
    return sorted(spent)[TURNS // 2] * 1000


def main() -> int:
    with fresh_house():
        return measure()


def measure() -> int:
    holds = True
    for count, limit in LIMITS.items():
        seed_dialogues(count)
        spent, least, figures = recompute()
        holds &= spent < limit
        print(
            f"{count:6} dialogues: {figures} figures in {spent:.3f} s (limit {limit:.0f} s), "
            f"bare counts {least:.3f} s, ratio {spent / least:.1f}"
        )
    for count in (25, 1000):
        seed_measures(count)
        spent, queries = page()
        holds &= queries <= PAGE_QUERIES and (count > 25 or spent <= PAGE_MS)
        print(f"{count:6} measures: page {spent:.1f} ms (limit {PAGE_MS} at 25), {queries} queries")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
