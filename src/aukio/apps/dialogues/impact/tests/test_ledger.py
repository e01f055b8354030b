"""A theme is put to an owner, who answers; nothing told is ever lost or altered."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from aukio.apps.dialogues.faults import Frozen, InputFault
from aukio.apps.dialogues.impact import actions
from aukio.apps.dialogues.impact.actions import Words
from aukio.apps.dialogues.impact.models import Contact, Entry, EntryKind, Progress, Question
from aukio.apps.dialogues.impact.queries import ledger as queries
from aukio.apps.dialogues.impact.tests import factories as make
from aukio.apps.dialogues.tests.factories import organiser
from aukio.apps.dialogues.tests.pages.scene import scene
from aukio.shared.audit.models import Event
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db
WHOLE = Words(heard="Kuulimme.", will_do="Teemme.")


class TestAsking:
    def test_a_question_has_ninety_days_and_a_letter_goes_out(self) -> None:
        asked = make.question()

        assert asked.due == timezone.localdate() + timedelta(days=90)
        (letter,) = Message.objects.all()
        assert letter.to == "oona@example.org"
        assert "/dialogues/impact/code/" in letter.text

    def test_the_letter_brings_the_brief_where_there_is_one(self) -> None:
        made = make.told()
        make.edition(made)
        make.question(made)

        assert f"/dialogues/impact/brief/{made.round.slug}/?owner" in Message.objects.get().text

    def test_the_letter_is_in_the_contacts_language(self) -> None:
        make.question(language="sv")

        assert "Vad gör ni?" in Message.objects.get().text

    def test_addresses_are_sealed_and_have_a_last_day(self) -> None:
        asked = make.question()

        contact = Contact.objects.get()
        assert "oona" not in contact.sealed_email
        assert contact.email == "oona@example.org"
        assert contact.delete_on == asked.due + timedelta(days=365)

    def test_several_owners_are_asked_but_each_once(self) -> None:
        made = make.told()
        first = make.question(made)
        make.question(made)

        with pytest.raises(InputFault, match="already"):
            make.question(made, owner=first.owner)
        assert Question.objects.count() == 2

    def test_a_theme_that_is_not_published_is_not_asked_about(self) -> None:
        with pytest.raises(InputFault, match="not been published"):
            make.question(scene(published=False))
        assert not Message.objects.exists()

    @pytest.mark.parametrize(
        "wrong",
        [
            {"texts": {"fi": " "}},
            {"role": " "},
            {"contact": actions.Addressee("", "not an address")},
            {"contact": actions.Addressee("", "")},
            {"superior": actions.Addressee("", "nor this")},
            {"due": timezone.localdate() - timedelta(days=1)},
            {"due": timezone.localdate() + timedelta(days=800)},
        ],
    )
    def test_what_is_wrong_is_told_and_nothing_is_stored(self, wrong: dict[str, object]) -> None:
        with pytest.raises(InputFault) as fault:
            make.question(**wrong)

        assert fault.value.mend
        assert not Question.objects.exists()

    def test_only_the_core_group_asks(self) -> None:
        made = make.told()

        with pytest.raises(PermissionDenied):
            actions.ask_owner(
                by=organiser(),
                theme=made.theme,
                owner=make.ministry(),
                role="x",
                texts={"fi": "?"},
                contact=actions.Addressee("", "a@example.org"),
            )

    def test_a_new_contact_gets_the_question(self) -> None:
        asked = make.question()
        actions.change_contact(
            by=None,
            question=asked,
            contact=actions.Addressee("Uusi", "uusi@example.org"),
            superior=actions.Addressee(),
            language="fi",
        )

        assert list(Message.objects.order_by("pk").values_list("to", flat=True)) == [
            "oona@example.org",
            "uusi@example.org",
        ]
        assert Contact.objects.get().superior == ""


class TestWriting:
    def test_an_answer_settles_the_question(self) -> None:
        asked = make.question()

        made = make.answer(asked)

        asked.refresh_from_db()
        assert asked.answered_at == made.at
        assert (made.sequence, asked.newest) == (1, 1)

    def test_a_later_answer_does_not_move_the_day(self) -> None:
        asked = make.question()
        first = make.answer(asked)
        make.answer(asked)

        asked.refresh_from_db()
        assert asked.answered_at == first.at

    @pytest.mark.parametrize(
        ("kind", "words"),
        [
            (EntryKind.ANSWER, Words(heard="Vain tämä.")),
            (EntryKind.ANSWER, Words(will_do="Vain tämä.")),
            (EntryKind.STATUS, Words(text="Missä?")),
            (EntryKind.STATUS, Words(progress="somewhere")),
            (EntryKind.STATUS, Words(progress=Progress.DROPPED)),
            (EntryKind.EVIDENCE, Words(address="https://example.org/")),
        ],
    )
    def test_half_an_entry_is_refused(self, kind: EntryKind, words: Words) -> None:
        asked = make.question()

        with pytest.raises(InputFault, match="missing"):
            make.entry(asked, kind, words)
        assert not Entry.objects.exists()

    def test_status_and_evidence_follow(self) -> None:
        asked = make.question()
        make.answer(asked)
        make.entry(asked, EntryKind.STATUS, Words(progress=Progress.UNDER_WAY))
        make.entry(asked, EntryKind.EVIDENCE, Words(text="Vuorot", address="https://example.org"))
        make.entry(asked, EntryKind.STATUS, Words(progress=Progress.DONE))

        (told,) = queries.of_round(asked.round)
        assert (told.progress, len(told.evidence), len(told.entries)) == (Progress.DONE, 1, 4)

    def test_an_entry_never_changes(self) -> None:
        entry = make.answer(make.question())
        entry.heard = "Muuta."

        with pytest.raises(Frozen):
            entry.save()
        with pytest.raises(Frozen):
            entry.delete()

    def test_a_correction_stands_beside_what_it_corrects(self) -> None:
        asked = make.question()
        wrong = make.answer(asked)
        right = make.answer(asked, corrects=wrong, reason="Väärä vuosi.")

        (told,) = queries.of_round(asked.round)
        assert [line.entry for line in told.entries] == [wrong, right]
        assert told.entries[0].corrected_by == right
        assert [line.entry for line in told.answers] == [right]

    def test_a_correction_says_why(self) -> None:
        asked = make.question()
        wrong = make.answer(asked)

        with pytest.raises(InputFault, match="missing"):
            make.answer(asked, corrects=wrong)

    def test_the_same_thing_is_not_corrected_twice(self) -> None:
        asked = make.question()
        wrong = make.answer(asked)
        make.answer(asked, corrects=wrong, reason="Syy.")

        with pytest.raises(InputFault, match="already"):
            make.answer(asked, corrects=wrong, reason="Toinen syy.")

    def test_another_questions_answer_is_not_corrected_here(self) -> None:
        wrong = make.answer(make.question())

        with pytest.raises(InputFault, match="another question"):
            make.answer(make.question(), corrects=wrong, reason="Syy.")

    def test_it_is_audited_by_number_only(self) -> None:
        make.answer(make.question())

        event = Event.objects.get(verb="impact.write_entry")
        assert event.detail == {"kind": "answer", "sequence": 1, "progress": ""}

    def test_the_database_itself_refuses_half_an_answer(self) -> None:
        asked = make.question()

        with pytest.raises(IntegrityError), transaction.atomic():
            Entry.objects.create(
                question=asked,
                sequence=1,
                kind=EntryKind.ANSWER,
                at=timezone.now(),
                language="fi",
                heard="Kuulimme.",
            )


class TestTwoOwners:
    def test_the_second_is_told_that_somebody_wrote_meanwhile(self) -> None:
        asked = make.question()
        make.answer(asked, seen=0)

        with pytest.raises(InputFault, match="meanwhile"):
            make.answer(asked, seen=0)
        make.answer(asked, seen=1)
        assert Entry.objects.filter(question=asked).count() == 2

    @pytest.mark.django_db(transaction=True)
    def test_ten_at_once_lose_nothing(self) -> None:
        """Each tries again when told that somebody else wrote, as the page does."""
        asked = make.question()
        texts = [f"Vastaus {number}." for number in range(10)]

        def write(text: str) -> None:
            try:
                for _attempt in range(60):
                    newest = Question.objects.values_list("newest", flat=True).get(pk=asked.pk)
                    try:
                        actions.write_entry(
                            by=None,
                            question=asked,
                            kind=EntryKind.ANSWER,
                            words=Words(heard=text, will_do="Teemme."),
                            seen=newest,
                            language="fi",
                        )
                        return
                    except InputFault:
                        continue
            finally:
                connection.close()

        threads = [threading.Thread(target=write, args=(text,)) for text in texts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        rows = Entry.objects.filter(question=asked).order_by("sequence")
        assert sorted(rows.values_list("heard", flat=True)) == sorted(texts)
        assert list(rows.values_list("sequence", flat=True)) == list(range(1, 11))


class TestShare:
    def test_answers_within_ninety_days_are_counted_of_those_whose_time_has_come(self) -> None:
        made = make.told()
        quick = make.question(made)
        make.answer(quick)
        slow = make.question(made, ago=120)
        make.answer(slow)
        make.question(made, ago=100)
        make.question(made, ago=10)

        share = queries.share_of(queries.of_round(made.round))

        assert (share.in_time, share.later, share.unanswered, share.waiting) == (1, 1, 1, 1)
        assert (share.counted, share.share) == (3, 1 / 3)

    def test_before_anything_counts_there_is_no_share(self) -> None:
        assert queries.share_of([make.question()]).share is None

    def test_a_question_says_how_late_it_is(self) -> None:
        late = queries.asked_of(make.question(ago=100))

        assert (late.state, late.days_late) == (queries.State.LATE, 10)

    def test_reading_takes_three_queries_at_any_size(self, django_assert_num_queries) -> None:
        made = make.told()
        for _ in range(4):
            make.answer(make.question(made))

        with django_assert_num_queries(3):
            assert len(queries.of_round(made.round)) == 4
