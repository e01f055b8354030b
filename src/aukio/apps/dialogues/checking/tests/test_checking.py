"""Asking organisers, what they say, the editor's answer, reminders with an end."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from aukio.apps.dialogues import actions as room
from aukio.apps.dialogues.checking import actions, queries
from aukio.apps.dialogues.checking.actions import Said
from aukio.apps.dialogues.checking.models import Remark, Review
from aukio.apps.dialogues.checking.queries import Checked
from aukio.apps.dialogues.checking.rules import CODE
from aukio.apps.dialogues.checking.tests.factories import ADDRESS, asked
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.models import Publication, Record
from aukio.apps.dialogues.tests import factories as make
from aukio.apps.dialogues.tests.pages.scene import scene
from aukio.shared.accounts.codes import find
from aukio.shared.accounts.sealing import unseal
from aukio.shared.audit.models import Event
from aukio.shared.faults import Fault
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db


def in_days(days: int) -> Any:
    return timezone.localdate() + timedelta(days=days)


def token_in(message: Message) -> str:
    return message.text.split("/look/", 1)[1].split("/", 1)[0]


def test_each_organiser_gets_a_link_of_their_own_that_expires() -> None:
    held = asked()

    letter = Message.objects.get()
    code = find(token_in(letter), CODE)

    assert letter.to == ADDRESS
    assert code
    assert code.target_id == str(held.review.pk)
    assert timezone.localdate(code.expires) == held.review.forget_on
    assert ADDRESS not in held.review.sealed_email
    assert Event.objects.filter(verb="checking.ask_organisers").count() == 1


def test_an_organiser_without_an_account_is_written_to_in_the_language_of_the_record() -> None:
    made = scene(published=False)
    Record.objects.filter(dialogue=made.dialogues[0]).update(language="sv")

    found = {one.dialogue.pk: one.language for one in queries.to_ask(made.round)}

    assert found[made.dialogues[0].pk] == "sv"
    assert set(found.values()) == {"fi", "sv"}


def test_a_dialogue_is_asked_once() -> None:
    held = asked()

    with pytest.raises(Fault, match="Nobody was asked"):
        actions.ask_organisers(
            by=None,
            round=held.made.round,
            due=in_days(10),
            addresses={held.made.dialogues[0]: "toinen@example.org"},
        )

    assert Review.objects.count() == 1
    assert unseal(Review.objects.get().sealed_email) == ADDRESS


def test_asking_again_closes_the_earlier_link() -> None:
    held = asked()
    first = token_in(Message.objects.get())

    actions.ask_again(by=None, review=held.review, due=in_days(20), email="uusi@example.org")

    letter = Message.objects.order_by("-pk").first()
    assert find(first, CODE) is None
    assert letter
    assert letter.to == "uusi@example.org"
    assert find(token_in(letter), CODE)


@pytest.mark.parametrize(
    ("due", "email", "what"),
    [
        (2, ADDRESS, "too soon"),
        (61, ADDRESS, "too far"),
        (10, "ei osoite", "not an e-mail"),
    ],
)
def test_bad_input_is_explained_and_nobody_is_written_to(due: int, email: str, what: str) -> None:
    made = scene(published=False)

    with pytest.raises(Fault, match=what):
        actions.ask_organisers(
            by=None, round=made.round, due=in_days(due), addresses={made.dialogues[0]: email}
        )

    assert not Review.objects.exists()
    assert not Message.objects.exists()


def test_a_round_without_a_draft_or_with_a_published_summary_is_not_asked_about() -> None:
    empty, done = make.DialogueFactory(), scene()

    for round, dialogue in ((empty.round, empty), (done.round, done.dialogues[0])):
        with pytest.raises(Fault, match="no sentences yet|has been published"):
            actions.ask_organisers(
                by=None, round=round, due=in_days(9), addresses={dialogue: ADDRESS}
            )


def test_the_page_mirrors_one_dialogue_alone() -> None:
    held = asked()

    found = queries.mirror(held.review)

    (one,) = found.sentences
    assert one.sentence == held.made.sentence
    assert [quote.note.record.dialogue for quote in one.quotes] == [held.made.dialogues[0]]
    assert one.others == 1
    assert [note.text for note in found.unused] == [
        "Ilta on pitkä.",
        "Kirjastossa sanotaan päivää.",
    ]


def test_a_remark_is_kept_and_can_be_changed_until_it_is_answered() -> None:
    held = asked()
    first = held.unfair()
    held.unfair(reason="Sanottiin toisin.")
    first.refresh_from_db()
    assert first.reason == "Sanottiin toisin."

    actions.answer(by=make.core_group(), remark=first, outcome="taken")
    held.unfair(reason="Vielä toisin.")

    first.refresh_from_db()
    assert (first.reason, first.is_open) == ("Sanottiin toisin.", False)


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ([], "Nothing was said"),
        ([Said("unfair", " ")], "but not why"),
        ([Said("loud")], "Choose"),
        ([Said("unfair", "x" * 2001)], "too long"),
    ],
)
def test_a_remark_that_cannot_be_used_is_explained_and_none_is_kept(
    said: list[Said], what: str
) -> None:
    held = asked()

    with pytest.raises(Fault, match=what):
        actions.say(by=held.code, review=held.review, remarks=said)

    assert not Remark.objects.exists()
    held.review.refresh_from_db()
    assert held.review.done_at is None


def test_a_sentence_that_rests_on_other_dialogues_takes_no_remark() -> None:
    held = asked()
    other = make.sentence(held.made.theme, held.made.records[1].notes.all()[1])

    with pytest.raises(Fault, match="does not rest on words of your dialogue"):
        actions.say(by=held.code, review=held.review, remarks=[Said("fair", "", other)])


def test_the_database_too_wants_a_reason() -> None:
    held = asked()

    for fields in ({"verdict": "unfair"}, {"verdict": "fair", "outcome": "kept"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Remark.objects.create(review=held.review, about="x", **fields)


def test_the_letter_of_the_answers_asks_for_nothing() -> None:
    held = asked()
    actions.answer(by=None, remark=held.unfair(), outcome="taken")

    last = Message.objects.order_by("-pk").first()
    assert last
    assert "vastattu" in last.subject
    assert "viimeistään" not in last.text


def test_the_organiser_is_told_when_the_last_remark_has_its_answer() -> None:
    held = asked()
    of_sentence, of_all = held.unfair(), held.unfair(sentence=None)
    before = Message.objects.count()

    actions.answer(by=None, remark=of_sentence, outcome="taken", text="Korjattiin.")
    assert Message.objects.count() == before
    actions.answer(by=None, remark=of_all, outcome="kept", text="Muut puhuivat siitä.")

    assert Message.objects.count() == before + 1


def test_leaving_the_text_as_it_is_needs_a_reason() -> None:
    remark = asked().unfair()

    with pytest.raises(Fault, match="why the text stays"):
        actions.answer(by=None, remark=remark, outcome="kept", text=" ")
    with pytest.raises(Fault, match="Choose"):
        actions.answer(by=None, remark=remark, outcome="lost")


def test_a_summary_with_open_remarks_is_published_only_with_a_reason() -> None:
    held = asked()
    remark = held.unfair()

    with pytest.raises(InputFault, match="still open"):
        room.publish(by=None, round=held.made.round)
    assert not Publication.objects.exists()
    made = room.publish(by=None, round=held.made.round, despite="Julkaisupäivä on luvattu.")

    assert made.despite == "Julkaisupäivä on luvattu."
    assert queries.mirror(held.review).despite == made.despite
    assert remark.is_open


def test_an_answered_remark_holds_nothing_up_and_no_reason_is_kept() -> None:
    held = asked()
    actions.answer(by=None, remark=held.unfair(), outcome="taken")

    assert room.publish(by=None, round=held.made.round, despite="Turha.").despite == ""


def test_after_publishing_the_draft_takes_no_more_remarks() -> None:
    held = asked()
    room.publish(by=None, round=held.made.round)

    with pytest.raises(Fault, match="takes no more remarks"):
        held.unfair()


def test_there_are_two_reminders_and_then_no_more() -> None:
    held = asked(days=14)

    sent = {day: actions.send_reminders(in_days(day)) for day in (10, 11, 12, 13, 14, 15, 20)}

    assert [day for day, count in sent.items() if count] == [11, 14]
    assert all(actions.send_reminders(in_days(day)) == 0 for day in (11, 14))
    last = Message.objects.order_by("-pk").first()
    assert last
    assert find(token_in(last), CODE)
    assert held.review.dialogue.title in last.text


def test_whoever_is_asked_again_for_the_same_day_is_reminded_too() -> None:
    held = asked(days=3)
    assert actions.send_reminders() == 1
    new = "uusi@example.org"
    actions.ask_again(by=None, review=held.review, due=held.review.due, email=new)

    assert actions.send_reminders() == 1
    last = Message.objects.order_by("-pk").first()
    assert last
    assert last.to == new
    assert last.subject.startswith("Muistutus")


@pytest.mark.parametrize("why", ["said", "published", "forgotten"])
def test_nobody_is_reminded_in_vain(why: str) -> None:
    held = asked(days=14)
    if why == "said":
        actions.say(by=held.code, review=held.review, remarks=[Said("fair")])
    elif why == "published":
        room.publish(by=None, round=held.made.round)
    else:
        Review.objects.update(sealed_email="")
    before = Message.objects.count()

    assert actions.send_reminders(in_days(14)) == 0
    assert Message.objects.count() == before


def test_addresses_are_forgotten_and_links_close_when_their_day_comes() -> None:
    held = asked()
    token = held.token

    assert actions.forget_addresses(held.review.forget_on - timedelta(days=1)) == 0
    assert actions.forget_addresses(held.review.forget_on) == 1

    held.review.refresh_from_db()
    assert held.review.sealed_email == ""
    assert find(token, CODE) is None


@pytest.mark.parametrize(
    ("asked_of", "done", "told"),
    [(4, 4, False), (5, 5, True), (5, 0, True), (12, 4, False), (12, 9, False), (12, 6, True)],
)
def test_how_many_looked_is_told_only_when_it_singles_nobody_out(
    asked_of: int, done: int, told: bool
) -> None:
    assert queries.may_tell(Checked(asked_of, done)) is told


def test_only_the_core_group_asks_and_answers_and_only_the_organiser_says() -> None:
    held = asked()
    remark = held.unfair()
    core, other = make.core_group(), make.organiser()
    own = make.organiser(held.made.dialogues[0].organiser)
    strange_code = make.code(CODE, remark)

    for person in (other, own, make.outsider(), held.code):
        with pytest.raises(PermissionDenied):
            actions.ask_again(by=person, review=held.review, due=in_days(9), email=ADDRESS)  # type: ignore[arg-type]
        with pytest.raises(PermissionDenied):
            actions.answer(by=person, remark=remark, outcome="taken")  # type: ignore[arg-type]
    for person in (core, other, make.outsider(), strange_code):
        with pytest.raises(PermissionDenied):
            actions.say(by=person, review=held.review, remarks=[Said("fair")])
    actions.say(by=own, review=held.review, remarks=[Said("fair")])
