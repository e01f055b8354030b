"""Writing the summary: sentences, their order, and the words behind them."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.models import Note, Origin, Permission, Quote, Sentence, Theme
from aukio.apps.dialogues.tests import factories as make
from aukio.shared.audit.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme() -> Theme:
    return make.ThemeFactory()


@pytest.fixture
def note(theme: Theme) -> Note:
    return make.record(round=theme.round).notes.first()


def test_a_sentence_is_written_last_with_a_status_for_each_text(theme: Theme) -> None:
    by = make.core_group()
    actions.write_sentence(by=by, theme=theme, texts={"fi": "Ensin."})

    made = actions.write_sentence(
        by=by,
        theme=theme,
        texts={"fi": "Sitten.", "sv": "Sedan.", "en": ""},
        statuses={"sv": "machine"},
        voice="rare",
    )

    assert (made.order, made.voice, made.written_by) == (2, "rare", by)
    assert (made.status_fi, made.status_sv, made.status_en) == ("original", "machine", "")
    assert Event.objects.filter(verb="dialogues.write_sentence").count() == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"texts": {"fi": "  "}},
        {"texts": {}},
        {"texts": {"de": "Nein"}},
        {"texts": {"fi": "A"}, "statuses": {"fi": "perfect"}},
        {"texts": {"fi": "A"}, "voice": "loud"},
    ],
)
def test_a_sentence_that_cannot_be_kept_is_refused(wrong: dict[str, Any], theme: Theme) -> None:
    with pytest.raises(InputFault):
        actions.write_sentence(by=None, theme=theme, **wrong)

    assert not Sentence.objects.exists()


def test_editing_keeps_the_languages_that_are_not_given(theme: Theme) -> None:
    made = actions.write_sentence(by=None, theme=theme, texts={"fi": "A", "sv": "B"})
    other = make.ThemeFactory(round=theme.round)

    actions.edit_sentence(
        by=None,
        sentence=made,
        texts={"sv": "C"},
        statuses={"sv": "human_checked"},
        voice="opposing",
        theme=other,
    )

    made.refresh_from_db()
    assert (made.text_fi, made.text_sv, made.status_sv) == ("A", "C", "human_checked")
    assert (made.voice, made.theme) == ("opposing", other)


def test_a_sentence_cannot_be_emptied(theme: Theme) -> None:
    made = actions.write_sentence(by=None, theme=theme, texts={"fi": "A"})

    with pytest.raises(InputFault):
        actions.edit_sentence(by=None, sentence=made, texts={"fi": ""})


def test_editing_a_machine_s_proposal_makes_it_one_s_own(theme: Theme) -> None:
    made = make.sentence(theme, origin=Origin.MACHINE, accepted=False)

    actions.edit_sentence(by=make.core_group(), sentence=made, texts={})

    assert Sentence.objects.get().accepted


def test_removing_and_undoing_brings_a_sentence_back_with_its_quotes(
    theme: Theme, note: Note
) -> None:
    made = make.sentence(theme, note)
    before = (Sentence.objects.values(*FIELDS).get(), Quote.objects.values().get())

    actions.remove_sentence(by=None, sentence=made)
    assert not Quote.objects.exists()
    actions.undo(by=None, round=theme.round)

    assert (Sentence.objects.values(*FIELDS).get(), Quote.objects.values().get()) == before


FIELDS = ("id", "theme", "order", "text_fi", "status_fi", "voice", "accepted", "origin")


def test_sentences_are_put_in_order(theme: Theme) -> None:
    one, two = make.sentence(theme, order=1), make.sentence(theme, order=2)

    actions.order_sentences(by=None, theme=theme, sentences=[two, one])

    assert list(theme.sentences.order_by("order")) == [two, one]


def test_an_order_that_leaves_a_sentence_out_is_refused(theme: Theme) -> None:
    one = make.sentence(theme)
    make.sentence(theme)

    with pytest.raises(InputFault):
        actions.order_sentences(by=None, theme=theme, sentences=[one])


def test_exact_words_are_picked_and_dropped(theme: Theme, note: Note) -> None:
    made = make.sentence(theme)

    quote = actions.pick_quote(by=make.core_group(), sentence=made, note=note, start=0, end=4)
    assert quote.text == "Ilta"
    actions.drop_quote(by=make.core_group(), quote=quote)

    assert not made.quotes.exists()
    assert (
        Event.objects.filter(verb__in=["dialogues.pick_quote", "dialogues.drop_quote"]).count() == 2
    )


def test_a_whole_note_is_quoted_when_no_place_is_given(theme: Theme, note: Note) -> None:
    assert actions.pick_quote(by=None, sentence=make.sentence(theme), note=note).text == note.text


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-2, 3), (0, 99), (4, 5)])
def test_a_place_without_words_is_refused(start: int, end: int, theme: Theme, note: Note) -> None:
    with pytest.raises(InputFault):
        actions.pick_quote(by=None, sentence=make.sentence(theme), note=note, start=start, end=end)


def test_words_without_permission_or_of_another_round_are_refused(theme: Theme) -> None:
    made = make.sentence(theme)
    silent = make.record(round=theme.round, permission=Permission.NONE).notes.first()

    for note in (silent, make.record().notes.first()):
        with pytest.raises(InputFault):
            actions.pick_quote(by=None, sentence=made, note=note)


def test_the_same_words_are_picked_once(theme: Theme, note: Note) -> None:
    made = make.sentence(theme, note)

    with pytest.raises(InputFault):
        actions.pick_quote(by=None, sentence=made, note=note)


def test_languages_are_marked_ready_in_one_order(theme: Theme) -> None:
    summary = make.sentence(theme).summary

    actions.set_ready(by=None, summary=summary, languages=["en", "fi", "en"])

    assert summary.ready == ["fi", "en"]
    with pytest.raises(InputFault):
        actions.set_ready(by=None, summary=summary, languages=["se"])


def test_only_the_core_group_writes(theme: Theme, note: Note) -> None:
    made = make.sentence(theme, note)
    by = make.organiser()

    for wrong in (
        lambda: actions.write_sentence(by=by, theme=theme, texts={"fi": "A"}),
        lambda: actions.edit_sentence(by=by, sentence=made, texts={"fi": "A"}),
        lambda: actions.remove_sentence(by=by, sentence=made),
        lambda: actions.order_sentences(by=by, theme=theme, sentences=[made]),
        lambda: actions.set_ready(by=by, summary=made.summary, languages=["fi"]),
        lambda: actions.pick_quote(by=by, sentence=made, note=note, start=0, end=4),
        lambda: actions.drop_quote(by=by, quote=made.quotes.get()),
    ):
        with pytest.raises(PermissionDenied):
            wrong()


@pytest.mark.parametrize(
    "wrong", [{"status_fi": ""}, {"text_fi": "", "status_fi": ""}, {"accepted": False}]
)
def test_the_database_keeps_text_and_status_together(wrong: dict[str, Any], theme: Theme) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make.sentence(theme, **wrong)


def test_the_database_refuses_a_quote_that_ends_before_it_starts(theme: Theme, note: Note) -> None:
    made = make.sentence(theme)

    with pytest.raises(IntegrityError), transaction.atomic():
        Quote.objects.create(sentence=made, note=note, start=4, end=4, text="x")
