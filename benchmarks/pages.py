"""Public list pages: processor time and queries a page, at ten and at a thousand rounds.

Promise: at most 8 ms of processor time and 6 queries at any size. Peer: Django's own generic
``ListView`` with a bare template over the same rows (no frame, no design, one language), so the
ratio tells what the whole page costs over the least that Django can do.

Run: ``python -m benchmarks.pages``. Uses a database of its own, in memory.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from benchmarks._house import fresh_house

TURNS = 150
LIMIT_MS, LIMIT_QUERIES = 8.0, 6
PEER = "<ul>{% for one in object_list %}<li>{{ one.title }} {{ one.year }}</li>{% endfor %}</ul>"


def seed(count: int) -> None:
    from aukio.apps.dialogues.models import Dialogue, Round, RoundStatus
    from aukio.shared.organisations.models import Organisation

    organiser = Organisation.objects.first() or Organisation.objects.create(
        name_fi="Esimerkki", kind="municipality"
    )
    for number in range(Round.objects.count(), count):
        made = Round.objects.create(
            slug=f"round-{number}",
            title_fi=f"Kierros {number}",
            year=2026,
            season="autumn",
            status=RoundStatus.PUBLISHED,
        )
        Dialogue.objects.bulk_create(
            Dialogue(
                round=made, reference=str(turn), title="Dialogi", organiser=organiser,
                participants=12,
            )
            for turn in range(3)
        )  # fmt: skip


def milliseconds(call: Callable[[], object]) -> float:
    """Processor time of one call: the lower quartile of many, which other work disturbs least."""
    spent = []
    for _turn in range(TURNS):
        start = time.process_time()
        call()
        spent.append(time.process_time() - start)
    return sorted(spent)[TURNS // 4] * 1000


def queries(call: Callable[[], object]) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        call()
    return len(captured)


def peer() -> Callable[[], object]:
    from django.template import engines
    from django.test import RequestFactory
    from django.views.generic import ListView

    from aukio.apps.dialogues.models import Round

    template = engines["django"].from_string(PEER)
    view = ListView.as_view(model=Round, paginate_by=20, ordering="-pk")
    request = RequestFactory().get("/")
    return lambda: template.render(view(request).context_data)


def main() -> int:
    with fresh_house():
        return measure()


def measure() -> int:
    from django.test import Client

    import aukio.project.wsgi  # noqa: F401 - the process as the web server prepares it

    client = Client(SERVER_NAME="localhost")
    holds = True
    print(f"{'rounds':>7} {'page':22} {'ms':>7} {'queries':>8} {'× bare ListView':>16}")
    for count in (10, 1000):
        seed(count)
        bare = milliseconds(peer())
        for address in ("/fi/dialogues/", "/fi/plan/"):

            def get(address: str = address) -> object:
                response = client.get(address)
                assert response.status_code == 200, response.status_code
                return response

            get()
            spent, asked = milliseconds(get), queries(get)
            holds &= spent <= LIMIT_MS and asked <= LIMIT_QUERIES
            print(f"{count:7} {address:22} {spent:7.2f} {asked:8} {spent / bare:16.1f}")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
