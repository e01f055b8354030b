"""Who may open which page: every route, for everybody there is.

Roles: visitor, somebody with an account, an organiser of something else, the dialogue's own
organiser (the scribe is a member of the same organisation and has the same pages), the core
group, an editor of the plan, and a participant with a code.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from aukio.apps.dialogues.organising import urls
from aukio.apps.dialogues.organising.tests import scene
from aukio.apps.dialogues.tests.factories import core_group, organiser, outsider
from aukio.apps.dialogues.tests.pages.conftest import signed_in
from aukio.shared.organisations.tests.factories import person

pytestmark = pytest.mark.django_db
ROLES = ("visitor", "account", "editor", "other", "own", "core")
ROUTES = {str(one.name): one for one in urls.urlpatterns}
SIGN_IN, NO, YES, SEND, GO = "sign in", 403, 200, 405, 302

EVERYBODY = dict.fromkeys(ROLES, YES)
SIGNED_IN = {**EVERYBODY, "visitor": SIGN_IN}
OWN = {**dict.fromkeys(ROLES, NO), "visitor": SIGN_IN, "own": YES, "core": YES}
OWN_TO_SEND = {**OWN, "own": SEND, "core": SEND}
CORE = {**dict.fromkeys(ROLES, NO), "visitor": SIGN_IN, "core": YES}
CORE_TO_SEND = {**CORE, "core": SEND}
ORGANISERS = {**OWN, "other": YES}

MATRIX: dict[str, dict[str, Any]] = {
    **dict.fromkeys(
        (
            *("coming", "feed", "round-calendar", "dialogue", "dialogue-calendar", "poster"),
            *(
                "afterwards",
                "code",
                "sign-up",
                "trainings",
                "training",
                "topic-choice",
                "kit",
                "material",
            ),
            *("material-file", "reply"),
        ),
        EVERYBODY,
    ),
    "place": EVERYBODY,
    "unsubscribe": dict.fromkeys(ROLES, GO),
    "place-cancel": dict.fromkeys(ROLES, SEND),
    "place-follow": dict.fromkeys(ROLES, SEND),
    "own": SIGNED_IN,
    "apply": SIGNED_IN,
    "register": {**SIGNED_IN, "account": GO, "editor": GO},
    **dict.fromkeys(("dialogue-desk", "dialogue-edit", "people", "call-off"), OWN),
    "tick": OWN_TO_SEND,
    **dict.fromkeys(("topics", "topic-new", "topic-assess"), ORGANISERS),
    **dict.fromkeys(
        (
            *("applications", "application", "cockpit", "topic-choose", "timetable", "coverage"),
            *("timetable-calendar", "milestone-edit"),
            *("contacts", "contact-new", "contacts-import", "contact", "invitations"),
            *("invitation-new", "invitation", "invitation-edit", "trainings-desk"),
            *("training-desk", "material-edit"),
        ),
        CORE,
    ),
    **dict.fromkeys(
        ("timetable-usual", "milestone", "invitation-send", "invitation-remind"), CORE_TO_SEND
    ),
}


def client_of(role: str, made: scene.Scene) -> Client:
    people = {
        "account": person,
        "editor": outsider,
        "other": organiser,
        "own": lambda: organiser(made.told.dialogue.organiser),
        "core": core_group,
    }
    return signed_in(people[role]()) if role in people else Client()


def test_every_route_is_in_the_matrix():
    assert set(MATRIX) == set(ROUTES)


@pytest.mark.parametrize("role", ROLES)
def test_everybody_opens_what_is_theirs_and_nothing_else(role: str):
    made = scene.scene()
    client = client_of(role, made)

    for name, expected in MATRIX.items():
        answer = client.get(made.address(name))
        if expected[role] == SIGN_IN:
            assert answer.status_code == 302, (role, name)
            assert "/account/login/" in answer["Location"], (role, name)
        else:
            assert answer.status_code == expected[role], (role, name)


@pytest.mark.parametrize("role", ROLES)
def test_nobody_sends_what_they_may_not(role: str):
    made = scene.scene()
    client = client_of(role, made)

    for name, expected in MATRIX.items():
        if expected[role] in (SIGN_IN, NO):
            answer = client.post(made.address(name), {"decision": "yes", "name": "x"})
            wanted = 302 if expected[role] == SIGN_IN else 403
            assert answer.status_code == wanted, (role, name)


@pytest.mark.parametrize("role", [one for one in ROLES if one != "own"])
def test_nobody_but_the_organiser_sees_who_has_signed_up(role: str):
    made = scene.scene()
    client = client_of(role, made)

    for name in sorted(set(MATRIX) - {"place"}):
        content = client.get(made.address(name)).content.decode(errors="replace")
        found = [word for word in scene.SECRETS if word in content]
        assert not found, (role, name, found)


def test_addresses_of_contacts_are_for_the_core_group_on_the_contacts_own_page():
    made = scene.scene()

    for role in ROLES:
        client = client_of(role, made)
        seen = {
            name
            for name in MATRIX
            if scene.SECRET_CONTACT
            in client.get(made.address(name)).content.decode(errors="replace")
        }
        assert seen == ({"contact"} if role == "core" else set()), role


def test_the_organiser_sees_names_only_on_the_desk():
    made = scene.scene()
    client = client_of("own", made)

    seen = {
        name
        for name in set(MATRIX) - {"place"}
        if scene.SECRETS[0] in client.get(made.address(name)).content.decode(errors="replace")
    }
    assert seen == {"dialogue-desk"}


def test_a_code_opens_one_page_and_no_desk():
    made = scene.scene()

    text = Client().get(made.address("place")).content.decode()

    assert scene.SECRETS[0] in text
    assert reverse("organising:dialogue-desk", args=[made.told.dialogue_id]) not in text
