"""Pages of dialogues, places and people to test with."""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from aukio.apps.dialogues.models import Round, RoundStatus
from aukio.apps.dialogues.organising.actions import announcing, places
from aukio.apps.dialogues.organising.models import Announcement, Gathering, SignUp
from aukio.apps.dialogues.tests.factories import RoundFactory
from aukio.shared.areas.models import Area
from aukio.shared.areas.tests.factories import area
from aukio.shared.organisations.models import Organisation
from aukio.shared.organisations.tests.factories import organisation
from aukio.shared.terms.models import Term
from aukio.shared.terms.tests.factories import term

_numbers = count(1)
TERMS = {
    "dialogue-modes": ("in_person", "online"),
    "languages": ("fi", "sv", "en", "se"),
    "participant-groups": ("open_to_all", "students"),
    "age-bands": ("18-29", "30-50"),
}


def vocabularies() -> None:
    """The codes the wing needs; again changes nothing."""
    for vocabulary, codes in TERMS.items():
        for code in codes:
            if not Term.objects.filter(vocabulary__code=vocabulary, code=code).exists():
                term(code, f"{vocabulary} {code}", vocabulary=vocabulary)


def soon(days: int = 20) -> date:
    return timezone.localdate() + timedelta(days=days)


def open_round(**fields: Any) -> Round:
    return RoundFactory(**{"status": RoundStatus.OPEN, **fields})


def town(name: str = "Kuopio", code: str = "297", **fields: Any) -> Area:
    return Area.objects.filter(code=code).first() or area(code, name, **fields)


def telling(**fields: Any) -> announcing.Telling:
    given = {
        "day": soon(),
        "begins": time(17, 30),
        "contact_name": "Otso Oletus",
        "contact_email": "otso@example.org",
        "mode": "in_person",
        "place": "Kirjasto",
        "languages": ["fi"],
        "places": 25,
        **fields,
    }
    return announcing.Telling(**given)


def announcement(
    *, round: Round | None = None, organiser: Organisation | None = None, **fields: Any
) -> Announcement:
    """A page of a dialogue, registered by the service."""
    vocabularies()
    return announcing.announce(
        by=None,
        round=round or open_round(),
        organiser=organiser or organisation(),
        telling=telling(**fields),
    )


def gathering(**fields: Any) -> Gathering:
    return Gathering.objects.create(**{"places": 2, "day": soon(), **fields})


def signed_up(of: Gathering, **fields: Any) -> tuple[SignUp, str]:
    given = {"name": f"Kävijä {next(_numbers)}", **fields}
    return places.sign_up(by=None, gathering=of, **given)
