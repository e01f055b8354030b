"""Choosing the topic together: proposals, views in words, one choice with reasons to all."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from aukio.apps.dialogues.organising.actions import topics
from aukio.apps.dialogues.organising.models import Assessment, TopicProposal, TopicState
from aukio.apps.dialogues.organising.tests import factories as make
from aukio.apps.dialogues.tests.factories import core_group, organiser, outsider
from aukio.apps.dialogues.tests.pages.conftest import signed_in
from aukio.shared.faults import Fault

pytestmark = pytest.mark.django_db


@pytest.fixture
def round():
    return make.open_round()


def proposal(round, title="Arjen turva"):
    return topics.propose(by=None, round=round, title=title, text="Koska se koskee kaikkia.")


def address(name, *parts):
    return reverse(f"organising:{name}", args=parts)


def test_an_organiser_proposes_on_the_page(round):
    person = signed_in(organiser())

    person.post(
        address("topic-new", round.slug),
        {"title": "Arjen turva", "text": "Se koskee kaikkia.", "language": "fi"},
    )

    assert TopicProposal.objects.get().title == "Arjen turva"
    assert "Arjen turva" in person.get(address("topics", round.slug)).content.decode()


@pytest.mark.parametrize("wrong", [{"title": ""}, {"text": ""}, {"language": "xx"}])
def test_a_proposal_that_cannot_be_used_is_explained(round, wrong):
    given = {"title": "Arjen turva", "text": "Koska.", "language": "fi", **wrong}

    answer = signed_in(organiser()).post(address("topic-new", round.slug), given)

    assert "govuk-error-summary" in answer.content.decode()
    assert not TopicProposal.objects.exists()


def test_a_view_is_a_word_with_its_reason_and_the_newest_holds(round):
    found, person = proposal(round), organiser()
    where = address("topic-assess", found.pk)

    signed_in(person).post(where, {"matters_fit": "well", "matters_why": "Kaikki puhuvat siitä."})
    signed_in(person).post(where, {"matters_fit": "partly", "matters_why": "Ei kaikkialla."})

    assert Assessment.objects.get().fit == "partly"
    text = signed_in(person).get(address("topics", round.slug)).content.decode()
    assert "Partly: Ei kaikkialla." in text


def test_a_word_without_a_reason_is_refused(round):
    answer = signed_in(organiser()).post(
        address("topic-assess", proposal(round).pk), {"matters_fit": "well"}
    )

    assert "govuk-error-summary" in answer.content.decode()
    assert not Assessment.objects.exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Say of at least one point how the proposal fits."),
        ({"matters_why": "Kaikki puhuvat siitä."}, "Choose a word, too."),
        ({"matters_fit": "well"}, 'href="#id_matters_why">Say why, in a few words.'),
    ],
)
def test_nothing_said_is_not_called_saved_and_nothing_written_is_dropped(round, given, said):
    answer = signed_in(organiser()).post(address("topic-assess", proposal(round).pk), given)

    assert said in answer.content.decode()
    assert all(words in answer.content.decode() for words in given.values())
    assert not Assessment.objects.exists()


def test_the_choice_gives_everybody_a_reason_and_is_public(round, client, leader):
    first, second = proposal(round), proposal(round, "Koulumatkat")

    leader.post(
        address("topic-choose", round.slug),
        {"chosen": first.pk, f"reason_{first.pk}": "Koskee kaikkia.",
         f"reason_{second.pk}": "Kapeampi."},
    )  # fmt: skip

    first.refresh_from_db()
    text = client.get(address("topic-choice", round.slug)).content.decode()
    assert first.state == TopicState.CHOSEN
    assert text.index("Koskee kaikkia.") < text.index("Kapeampi.")
    assert "How the topic was chosen" in client.get(
        reverse("dialogues:round", args=[round.slug])
    ).content.decode()  # fmt: skip


def test_nothing_is_public_before_the_choice(round, client):
    proposal(round)

    assert "Arjen turva" not in client.get(address("topic-choice", round.slug)).content.decode()


def test_a_choice_without_all_reasons_changes_nothing(round):
    first, _second = proposal(round), proposal(round, "Koulumatkat")

    with pytest.raises(Fault):
        topics.choose(by=core_group(), proposal=first, reasons={first.pk: "Hyvä."})

    assert not TopicProposal.objects.exclude(state=TopicState.PROPOSED).exists()


def test_the_choice_is_made_once_and_ends_the_talk(round):
    first = proposal(round)
    topics.choose(by=None, proposal=first, reasons={first.pk: "Hyvä."})

    for act in (
        lambda: topics.choose(by=None, proposal=first, reasons={first.pk: "Hyvä."}),
        lambda: proposal(round, "Myöhässä"),
        lambda: topics.assess(by=core_group(), proposal=first, views={"matters": ("well", "x")}),
    ):
        with pytest.raises(Fault):
            act()


def test_the_database_holds_one_chosen_topic_and_no_decision_without_a_reason(round):
    first, second = proposal(round), proposal(round, "Koulumatkat")
    TopicProposal.objects.filter(pk=first.pk).update(state="chosen", reason="x")

    for fields in ({"state": "chosen", "reason": "x"}, {"state": "left", "reason": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            TopicProposal.objects.filter(pk=second.pk).update(**fields)


def test_strangers_propose_assess_and_choose_nothing(round):
    found, stranger = proposal(round), outsider()

    for act in (
        lambda: topics.propose(by=stranger, round=round, title="x", text="x"),
        lambda: topics.assess(by=stranger, proposal=found, views={"matters": ("well", "x")}),
        lambda: topics.choose(by=organiser(), proposal=found, reasons={found.pk: "x"}),
    ):
        with pytest.raises(PermissionDenied):
            act()
