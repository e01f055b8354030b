"""Something at every address of the wing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from aukio.apps.dialogues.organising import urls
from aukio.apps.dialogues.organising.actions import applying
from aukio.apps.dialogues.organising.models import Announcement
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.shared.organisations.tests.factories import person

SECRETS = ("Maija Salainen", "maija.salainen@example.org", "pyörätuoli ja tulkki", "pähkinätön")


@dataclass(frozen=True)
class Scene:
    told: Announcement
    parts: dict[str, Any]

    def address(self, name: str) -> str:
        """The address of a route with what it needs."""
        route = next(one for one in urls.urlpatterns if one.name == name)
        needed = route.pattern.converters
        return reverse(f"organising:{name}", kwargs={key: self.parts[key] for key in needed})


def scene() -> Scene:
    told = make.announcement(title="Evening at the library")
    _signed, token = make.signed_up(
        told.gathering, name=SECRETS[0], email=SECRETS[1], access=SECRETS[2], diet=SECRETS[3]
    )
    application = applying.apply(by=person(), name_fi="Kyläyhdistys ry", kind="civil_society")
    return Scene(
        told,
        {
            "slug": told.dialogue.round.slug,
            "key": told.key,
            "form": "svg",
            "token": token,
            "dialogue": told.dialogue_id,
            "step": "people",
            "application": application.pk,
        },
    )
