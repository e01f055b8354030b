"""The wing's pages: role × object, and what each shows."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from aukio.apps.dialogues import actions as room
from aukio.apps.dialogues.checking import actions
from aukio.apps.dialogues.checking.actions import Said
from aukio.apps.dialogues.checking.models import Remark, Review
from aukio.apps.dialogues.checking.tests.factories import ADDRESS, Asked, asked
from aukio.apps.dialogues.models import Publication, Sentence
from aukio.apps.dialogues.tests.factories import core_group, organiser
from aukio.apps.dialogues.tests.pages.conftest import signed_in
from aukio.apps.dialogues.tests.pages.scene import scene
from aukio.shared.accounts.models import Person
from aukio.ui import my_work

pytestmark = pytest.mark.django_db


def go(name: str, *parts) -> str:
    return reverse(f"checking:{name}", args=parts)


def closed(held: Asked, remark: Remark) -> dict[str, tuple[str, set[str]]]:
    """Every closed page with those who may open it."""
    slug = held.made.round.slug
    return {
        "desk": (go("desk", slug), {"core"}),
        "ask": (go("ask", slug), {"core"}),
        "again": (go("again", held.review.pk), {"core"}),
        "answer": (go("answer", remark.pk), {"core"}),
        "own": (go("own", held.review.pk), {"organiser"}),
    }


@pytest.mark.parametrize("role", ["core", "organiser", "other_organiser", "outsider", "public"])
def test_each_page_opens_to_those_it_is_for(role, stranger, other_organiser, leader):
    held = asked()
    remark = held.unfair()
    own = signed_in(organiser(held.made.dialogues[0].organiser))
    people = {
        "core": leader,
        "organiser": own,
        "other_organiser": other_organiser,
        "outsider": stranger,
        "public": Client(),
    }

    for name, (address, may) in closed(held, remark).items():
        wanted = 200 if role in may else 302 if role == "public" else 403
        assert people[role].get(address).status_code == wanted, name
        if role not in may:
            assert people[role].post(address).status_code == wanted, name


def test_the_link_opens_one_dialogue_s_page_and_a_wrong_one_opens_nothing():
    held = asked()

    text = Client().get(go("look", held.token)).content.decode()

    assert "Kukaan ei soita" in text
    assert "Ingen ringer längre." not in text
    assert "Salaisuus" not in text
    assert ADDRESS not in text
    assert "2 notes of your record are not quoted" in text
    assert Client().get(go("look", "vaara")).status_code == 404
    assert not Remark.objects.exists()


def test_an_organiser_says_that_a_sentence_is_not_fair_and_sees_the_answer(leader):
    held = asked()
    page, pk = go("look", held.token), held.made.sentence.pk

    Client().post(page, {f"verdict_{pk}": "unfair", f"reason_{pk}": "Ei <b>näin</b>."})
    remark = Remark.objects.get()
    at_sentence = leader.get(
        reverse("dialogues:summary-theme", args=[held.made.theme.pk])
    ).content.decode()
    leader.post(go("answer", remark.pk), {"outcome": "kept", "text": "Moni muu kertoi näin."})
    seen = Client().get(page).content.decode()

    assert "Ei &lt;b&gt;näin&lt;/b&gt;." in at_sentence
    assert go("answer", remark.pk) in at_sentence
    assert "Moni muu kertoi näin." in seen
    assert f"verdict_{pk}" not in seen


def test_nothing_is_said_of_a_sentence_that_has_changed_since_it_was_read():
    held = asked()
    page, sentence = go("look", held.token), held.made.sentence
    seen = _marks(Client().get(page).content.decode())
    Sentence.objects.filter(pk=sentence.pk).update(text_fi="Aivan toinen väite.")
    said = {f"verdict_{sentence.pk}": "fair"}

    text = Client().post(page, {**said, **seen}).content.decode()
    assert "Aivan toinen väite." in text
    assert "has been changed while you read" in text
    assert not Remark.objects.exists()

    Client().post(page, {**said, **_marks(text)})
    assert Remark.objects.get().about == "Aivan toinen väite."


def _marks(page: str) -> dict[str, str]:
    return dict(re.findall(r'name="(seen_\d+)" value="(\w+)"', page))


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"verdict_all": "unfair"}, "what is wrong or missing"),
        ({"reason_all": "Ei."}, "Choose “fair” or “not fair”."),
        ({}, "Nothing was said yet."),
        ({"verdict_all": "loud"}, "govuk-error-summary"),
    ],
)
def test_what_cannot_be_used_is_explained_and_nothing_is_kept(sent, words):
    held = asked()

    text = Client().post(go("look", held.token), sent).content.decode()

    assert words in text
    assert not Remark.objects.exists()


def test_organisers_are_asked_from_the_desk_with_the_addresses_that_are_known(leader):
    made = scene(published=False)
    person = organiser(made.dialogues[0].organiser)
    form = leader.get(go("ask", made.round.slug)).content.decode()
    assert person.email in form

    leader.post(
        go("ask", made.round.slug),
        {
            "due": _in_two_weeks(),
            f"email_{made.dialogues[0].pk}": ADDRESS,
            f"email_{made.dialogues[1].pk}": "",
        },
    )

    assert Review.objects.get().dialogue == made.dialogues[0]


def test_a_wrong_address_is_explained_beside_its_dialogue(leader):
    made = scene(published=False)

    answer = leader.post(
        go("ask", made.round.slug),
        {"due": _in_two_weeks(), f"email_{made.dialogues[0].pk}": "ei osoite"},
    )

    assert f'href="#id_email_{made.dialogues[0].pk}"' in answer.content.decode()
    assert not Review.objects.exists()


def test_the_publish_page_lists_open_remarks_and_asks_why_to_go_on(leader):
    held = asked()
    held.unfair()
    page = reverse("dialogues:publish", args=[held.made.round.slug])

    listed = leader.get(page).content.decode()
    refused = leader.post(page, {"sure": "on"})
    assert "1 remark is still open" in listed
    assert "Kukaan ei puhunut illoista." in listed
    assert (refused.status_code, Publication.objects.count()) == (200, 0)

    leader.post(page, {"sure": "on", "despite": "Päivä on luvattu."})
    assert Publication.objects.get().despite == "Päivä on luvattu."
    assert "Päivä on luvattu." in Client().get(go("look", held.token)).content.decode()


def test_the_public_summary_says_that_organisers_looked_without_telling_small_numbers():
    held = asked()
    actions.say(by=held.code, review=held.review, remarks=[Said("fair")])
    room.publish(by=None, round=held.made.round)

    text = Client().get(reverse("dialogues:round", args=[held.made.round.slug])).content.decode()

    assert "Organisers were asked to look through the draft" in text
    assert "1 of the 1" not in text


def test_the_desk_and_my_work_tell_what_waits(leader):
    held = asked()
    own = organiser(held.made.dialogues[0].organiser)
    assert any("Is the draft fair" in str(task.title) for task in _tasks(own))

    held.unfair()

    assert not any("Is the draft fair" in str(task.title) for task in _tasks(own))
    assert any("remarks" in str(task.title) for task in _tasks(core_group()))
    text = leader.get(
        reverse("dialogues:summary-desk", args=[held.made.round.slug])
    ).content.decode()
    assert "1 of the 1 organisers asked have looked through the draft." in text
    assert "1 remark waits for an answer." in text


@pytest.mark.parametrize("more", [0, 4])
def test_the_page_of_a_theme_takes_as_many_queries_for_many_sentences(
    leader, more, django_assert_max_num_queries
):
    held = asked()
    held.unfair()
    for _turn in range(more):
        made = room.write_sentence(by=None, theme=held.made.theme, texts={"fi": "Lisää."})
        room.pick_quote(by=None, sentence=made, note=held.made.records[0].notes.first())
    page = reverse("dialogues:summary-theme", args=[held.made.theme.pk])
    leader.get(page)

    with django_assert_max_num_queries(22):
        leader.get(page)


def _tasks(person: Person) -> list[my_work.Task]:
    from aukio.apps.dialogues.checking.parts import tasks

    return tasks(person)


def _in_two_weeks() -> str:
    from aukio.apps.dialogues.checking.forms import usual_day

    return usual_day().isoformat()
