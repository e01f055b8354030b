"""Who may open which page of the desk: every route, for a visitor, a stranger and a leader."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from aukio.apps.dialogues import actions, urls
from aukio.apps.dialogues.models import VariantSentence
from aukio.apps.dialogues.tests.factories import organiser
from aukio.apps.dialogues.tests.pages.conftest import signed_in
from aukio.apps.dialogues.tests.pages.scene import Scene, scene

pytestmark = pytest.mark.django_db
PUBLIC = {
    *("rounds", "rounds-download", "round", "dialogues", "dialogue", "theme", "sentence"),
    *("download", "version"),
}
FOR_ANY_MEMBER = {"own"}
NAMES = sorted({str(one.name) for one in urls.urlpatterns} - PUBLIC)
ONLY_SENT = {
    *("record-permission", "themes-propose", "themes-merge", "themes-undo", "theme-accept"),
    *("theme-move", "theme-notes", "sentence-remove", "sentence-move", "quote-drop"),
    *("summary-languages", "summary-measure", "variant-ready", "variant-remove", "variant-move"),
}
# What an organiser may do with a dialogue of their own organisation.
FOR_OWN = {"own", "dialogue-new", "record-add", "record", "record-permission", "record-replace"}


def address(name: str, made: Scene) -> str:
    parts: dict[str, Any] = {
        "slug": made.round.slug,
        "dialogue": made.dialogues[0].pk,
        "record": made.records[0].pk,
        "theme": made.theme.pk,
        "sentence": made.sentence.pk,
        "kind": "short",
        "note": made.records[0].notes.all()[2].pk,
        "quote": made.sentence.quotes.all()[0].pk,
    }
    route = next(one for one in urls.urlpatterns if one.name == name)
    needed = route.pattern.converters
    if name.startswith("variant-") and "sentence" in needed:
        parts["sentence"] = _line(made).pk
    return reverse(f"dialogues:{name}", kwargs={key: parts[key] for key in needed})


def _line(made: Scene) -> VariantSentence:
    return actions.write_variant_sentence(
        by=None, summary=made.sentence.summary, kind="short", texts={"fi": "Ilta on pitkä."}
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_visitor_is_asked_to_sign_in(client, name):
    where = address(name, scene())

    for answer in (client.get(where), client.post(where)):
        assert answer.status_code == 302
        assert "/account/login/" in answer["Location"]


@pytest.mark.parametrize("name", sorted(set(NAMES) - FOR_ANY_MEMBER))
def test_a_stranger_is_refused(stranger, name):
    where = address(name, scene())

    assert stranger.get(where).status_code == 403
    assert stranger.post(where).status_code == 403


@pytest.mark.parametrize("name", sorted(set(NAMES) - FOR_ANY_MEMBER - {"dialogue-new"}))
def test_an_organiser_of_something_else_is_refused(other_organiser, name):
    where = address(name, scene())

    assert other_organiser.get(where).status_code == 403


@pytest.mark.parametrize("name", sorted(set(NAMES) - FOR_OWN))
def test_an_organiser_is_refused_what_is_the_core_groups(name):
    made = scene()
    own = signed_in(organiser(made.dialogues[0].organiser))

    assert own.get(address(name, made)).status_code == 403


@pytest.mark.parametrize("name", sorted(FOR_OWN - {"record-permission"}))
def test_an_organiser_opens_own_pages(name):
    made = scene()
    own = signed_in(organiser(made.dialogues[0].organiser))

    assert own.get(address(name, made)).status_code == 200


@pytest.mark.parametrize("name", sorted(set(NAMES) - ONLY_SENT))
def test_the_core_group_opens_every_page(leader, name):
    answer = leader.get(address(name, scene()))

    assert answer.status_code == 200
    assert "govuk-error-summary" not in answer.content.decode()


@pytest.mark.parametrize("name", sorted(ONLY_SENT))
def test_what_changes_something_is_only_sent(leader, name):
    assert leader.get(address(name, scene())).status_code == 405


@pytest.mark.parametrize("name", sorted({"desk", "records", "themes", "summary-desk", "publish"}))
def test_a_round_that_is_not_there_is_not_found(leader, name):
    assert leader.get(reverse(f"dialogues:{name}", args=["no-such"])).status_code == 404
