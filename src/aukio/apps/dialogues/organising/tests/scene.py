"""Something at every address of the wing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Any

from django.urls import reverse

from aukio.apps.dialogues.organising import urls
from aukio.apps.dialogues.organising.actions import (
    applying,
    contacts,
    inviting,
    timetable,
    topics,
    training,
)
from aukio.apps.dialogues.organising.models import Announcement, Invited
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.apps.dialogues.organising.views._letters import usual_letter
from aukio.shared.accounts import codes
from aukio.shared.organisations.tests.factories import person

SECRETS = ("Maija Salainen", "maija.salainen@example.org", "pyörätuoli ja tulkki", "pähkinätön")

SECRET_CONTACT = "yhteys.salainen@example.org"


@dataclass(frozen=True)
class Scene:
    told: Announcement
    parts: dict[str, Any]

    def address(self, name: str) -> str:
        """The address of a route with what it needs."""
        route = next(one for one in urls.urlpatterns if one.name == name)
        given = {key: self.parts[key] for key in route.pattern.converters}
        if name in ("reply", "unsubscribe"):
            given["token"] = self.parts["reply"]
        if name == "material-file":
            given["form"] = "docx"
        return reverse(f"organising:{name}", kwargs=given)


def scene() -> Scene:
    told = make.announcement(title="Evening at the library")
    _signed, token = make.signed_up(
        told.gathering, name=SECRETS[0], email=SECRETS[1], access=SECRETS[2], diet=SECRETS[3]
    )
    round = told.dialogue.round
    application = applying.apply(by=person(), name_fi="Kyläyhdistys ry", kind="civil_society")
    topic = topics.propose(by=None, round=round, title="Arjen turva", text="Koska.")
    milestone = timetable.plan(by=None, round=round, title="Kutsut", due=make.soon())
    contact = contacts.add_contact(by=None, email=SECRET_CONTACT, kind="permanent")
    usual = usual_letter()
    letter = inviting.write_invitation(
        by=None,
        round=round,
        kinds=["permanent"],
        subject={code: usual[f"subject_{code}"] for code in ("fi", "sv", "en")},
        text={code: usual[f"text_{code}"] for code in ("fi", "sv", "en")},
    )
    one = Invited.objects.create(invitation=letter, contact=contact)
    held = training.plan_training(
        by=None, round=round, title="Koulutus", day=make.soon(), begins=time(9), places=9
    )
    return Scene(
        told,
        {
            "reply": codes.issue(inviting.PURPOSE, one),
            "topic": topic.pk,
            "milestone": milestone.pk,
            "contact": contact.pk,
            "invitation": letter.pk,
            "training": held.pk,
            "kind": "script",
            "language": "fi",
            "slug": round.slug,
            "key": told.key,
            "form": "svg",
            "token": token,
            "dialogue": told.dialogue_id,
            "step": "people",
            "application": application.pk,
        },
    )
