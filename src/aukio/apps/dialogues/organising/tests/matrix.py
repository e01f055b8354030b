"""Who may open what of organising: dialogues to come, places, the cockpit."""

from __future__ import annotations

from datetime import time
from typing import Any

from aukio.apps.dialogues.organising.actions import (
    applying,
    contacts,
    inviting,
    timetable,
    topics,
    training,
)
from aukio.apps.dialogues.organising.models import Invited
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.apps.dialogues.organising.views._letters import usual_letter
from aukio.apps.dialogues.tests.roles import (
    ALL,
    CORE,
    ORGANISER,
    ORGANISERS,
    OTHER_ORGANISER,
    OUTSIDER,
    PARTICIPANT,
    WITH_ACCOUNT,
    Here,
    Key,
    Row,
    button,
    form,
    read,
)
from aukio.shared.accounts import codes

LANGUAGES = ("fi", "sv", "en")
ROWS: dict[str, Row] = {
    **dict.fromkeys(
        (
            *("organising:coming", "organising:feed", "organising:round-calendar"),
            *("organising:dialogue", "organising:dialogue-calendar", "organising:poster"),
            *("organising:code", "organising:trainings", "organising:topic-choice"),
            *("organising:kit", "organising:material", "organising:material-file"),
            *("api:organising-dialogues", "organising:afterwards"),
        ),
        read(*ALL),
    ),
    "organising:sign-up": form(*ALL),
    "organising:training": form(*ALL),
    "organising:reply": form(OTHER_ORGANISER),
    "organising:unsubscribe": form(OTHER_ORGANISER),
    "organising:place": form(PARTICIPANT),
    "organising:place-cancel": button(PARTICIPANT),
    "organising:place-follow": button(PARTICIPANT),
    "organising:own": read(*WITH_ACCOUNT),
    "organising:apply": form(*WITH_ACCOUNT),
    "organising:register": form(*WITH_ACCOUNT),  # others are led to telling of an organisation
    "organising:dialogue-desk": read(CORE, ORGANISER),
    "organising:dialogue-edit": form(CORE, ORGANISER),
    "organising:people": form(CORE, ORGANISER),
    "organising:call-off": form(CORE, ORGANISER),
    "organising:tick": button(CORE, ORGANISER),
    "organising:topics": read(CORE, *ORGANISERS),
    "organising:topic-new": form(CORE, *ORGANISERS),
    "organising:topic-assess": form(CORE, *ORGANISERS),
    **dict.fromkeys(
        (
            *("organising:applications", "organising:cockpit", "organising:coverage"),
            *("organising:contacts", "organising:invitations", "organising:invitation"),
            "organising:timetable-calendar",
        ),
        read(CORE),
    ),
    **dict.fromkeys(
        (
            *("organising:application", "organising:topic-choose", "organising:timetable"),
            *("organising:contact-new", "organising:contacts-import", "organising:contact"),
            *("organising:invitation-new", "organising:invitation-edit"),
            *("organising:trainings-desk", "organising:training-desk"),
            *("organising:material-edit", "organising:milestone-edit"),
        ),
        form(CORE),
    ),
    **dict.fromkeys(
        (
            *("organising:timetable-usual", "organising:milestone"),
            *("organising:invitation-send", "organising:invitation-remind"),
        ),
        button(CORE),
    ),
}


def furnish(here: Here) -> dict[str, Any]:
    """An open round: a dialogue with somebody signed up, and something at every desk."""
    round = make.open_round()
    told = make.announcement(
        round=round,
        organiser=here.organisation,
        title="Ilta kirjastossa",
        contact_name=here.hide("tervapääsky", CORE, ORGANISER, PARTICIPANT),
        contact_email=here.hide_address("yhdyshenkilo", CORE, ORGANISER, PARTICIPANT),
    )
    _signed, token = make.signed_up(
        told.gathering,
        name=here.hide("rastas", ORGANISER, PARTICIPANT),
        email=here.hide_address("vieras", ORGANISER),
        access=here.hide("kettu", ORGANISER, PARTICIPANT),
        diet=here.hide("jänis", ORGANISER, PARTICIPANT),
    )
    contact = contacts.add_contact(
        by=None, email=here.hide_address("kutsuttava", CORE), kind="permanent"
    )
    usual, secret = usual_letter(), here.hide("hylje", CORE)
    letter, sent = (
        inviting.write_invitation(
            by=None,
            round=round,
            kinds=["permanent"],
            subject={code: usual[f"subject_{code}"] for code in LANGUAGES},
            text={code: f"{usual[f'text_{code}']} {secret}" for code in LANGUAGES},
        )
        for _each in range(2)
    )
    inviting.send(by=None, invitation=sent)
    invited = Invited.objects.get(invitation=sent, contact=contact)
    reply = {"token": Key(OTHER_ORGANISER, codes.issue(inviting.PURPOSE, invited))}
    topic = topics.propose(
        by=None, round=round, title="Arjen turva", text=here.hide("näätä", CORE, *ORGANISERS)
    )
    application = applying.apply(
        by=here.people[OUTSIDER],
        name_fi=here.hide("kotka", CORE, OUTSIDER),
        kind="civil_society",
    )
    held = training.plan_training(
        by=None, round=round, title="Koulutus", day=make.soon(), begins=time(9), places=9
    )
    return {
        "slug": round.slug,
        "key": told.key,
        "dialogue": told.dialogue_id,
        "step": "people",
        "training": held.pk,
        "topic": topic.pk,
        "milestone": timetable.plan(by=None, round=round, title="Kutsut", due=make.soon()).pk,
        "contact": contact.pk,
        "invitation": letter.pk,
        "application": application.pk,
        "kind": "script",
        "language": "fi",
        "token": Key(PARTICIPANT, token),
        "organising:reply": reply,
        "organising:unsubscribe": reply,
        "organising:code": [{"form": form} for form in ("svg", "png")],
        "organising:material-file": [{"form": form} for form in ("docx", "pdf")],
    }
