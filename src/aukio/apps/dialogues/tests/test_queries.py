"""Reads: the right rows for each person, and as many queries at any size."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from aukio.apps.dialogues import actions, queries
from aukio.apps.dialogues.models import Publication, Record, Round, RoundStatus
from aukio.apps.dialogues.queries.gaps import not_heard_when_published, not_quoted
from aukio.apps.dialogues.tests import factories as make
from aukio.shared.areas.tests.factories import area
from aukio.shared.terms.tests.factories import term

pytestmark = pytest.mark.django_db


def grown(times: int) -> Round:
    """A round in which everything there is several times, published."""
    round = make.publishable()
    for _ in range(times):
        record = make.record(round=round, permission="whole")
        theme = make.ThemeFactory(round=round)
        notes = list(record.notes.all())
        make.place(theme, *notes)
        make.sentence(theme, notes[0], notes[1])
        actions.rename_theme(by=None, theme=theme, title={"fi": "Uusi nimi"})
    actions.publish(by=None, round=round)
    return round


def count(read: Callable[[], Any]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        read()
    return len(asked)


READS: dict[str, tuple[int, Callable[[Round], Any]]] = {
    "public_rounds": (1, lambda r: queries.public_rounds()),
    "round_page": (6, lambda r: queries.round_page(r.slug)),
    "theme_page": (3, lambda r: queries.theme_page(r.slug, r.themes.all()[0].pk)),
    "sentence_page": (
        5,
        lambda r: queries.sentence_page(r.slug, r.summary.sentences.all()[0].pk),
    ),
    "dialogue_page": (3, lambda r: queries.dialogue_page(r.slug, r.dialogues.all()[0].pk)),
    "desk": (5, lambda r: queries.desk(r)),
    "theme_desk": (8, lambda r: queries.theme_desk(r.themes.all()[0])),
    "summary_desk": (18, lambda r: queries.summary_desk(r)),
    "uncovered_notes": (4, lambda r: queries.uncovered_notes(r)),
    "not_quoted": (12, lambda r: not_quoted(r)),
    "not_heard": (9, lambda r: queries.not_heard(r)),
    "history": (1, lambda r: queries.history(r)),
    "dialogues_for": (2, lambda r: queries.dialogues_for(make.core_group(), r)),
}


@pytest.mark.parametrize("name", READS)
def test_a_read_asks_as_often_at_any_size(name: str) -> None:
    most, read = READS[name]
    if name == "dialogues_for":
        somebody = make.core_group()
        read = lambda r: queries.dialogues_for(somebody, r)  # noqa: E731
    small, large = (Round.objects.get(pk=grown(times).pk) for times in (1, 6))

    asked = count(lambda: read(small))

    assert count(lambda: read(large)) <= asked
    assert asked <= most


def test_the_list_of_rounds_leaves_out_those_being_planned() -> None:
    make.RoundFactory(status=RoundStatus.PLANNED)
    shown = make.publishable()

    (card,) = queries.public_rounds()

    assert (card.slug, card.dialogues, card.organisers, card.participants) == (
        shown.slug,
        1,
        1,
        12,
    )


def test_a_sentence_leads_to_its_words_and_they_lead_back() -> None:
    round = grown(1)
    sentence = round.summary.sentences.order_by("-pk")[0]

    page = queries.sentence_page(round.slug, sentence.pk)

    quote = page.sentence.quotes[0]
    assert quote.text == sentence.quotes.all()[0].text
    assert quote.dialogue is not None
    back = queries.dialogue_page(round.slug, quote.dialogue.id)
    assert sentence.pk in [one.id for one in back.sentences]
    assert page.theme.id == sentence.theme_id


def test_sentences_on_the_same_note_know_of_one_another() -> None:
    round = make.publishable()
    theme = round.themes.get()
    first = round.summary.sentences.get()
    other = make.sentence(theme, first.quotes.get().note, text="Toinen.")
    actions.publish(by=None, round=round)

    page = queries.sentence_page(round.slug, first.pk)

    assert [one.id for one in page.also] == [other.pk]


def test_texts_come_in_the_reader_s_language_or_say_which_they_are_in() -> None:
    round = grown(1)
    with translation.override("sv"):
        page = queries.round_page(round.slug)

    assert page.themes[0].title.language == "sv"
    assert page.themes[0].sentences[0].words.language == "fi"


def test_a_round_that_is_not_published_yet_has_no_summary() -> None:
    round = make.publishable()

    page = queries.round_page(round.slug)

    assert (page.edition, page.themes) == (None, ())
    with pytest.raises(Publication.DoesNotExist):
        queries.theme_page(round.slug, round.themes.get().pk)


def test_a_planned_round_is_not_there_for_everyone() -> None:
    with pytest.raises(Round.DoesNotExist):
        queries.round_page(make.RoundFactory(status=RoundStatus.PLANNED).slug)


@pytest.mark.parametrize("read", ["theme_page", "sentence_page", "dialogue_page"])
def test_what_is_not_in_the_publication_is_not_there(read: str) -> None:
    round = grown(1)

    with pytest.raises(Publication.DoesNotExist):
        getattr(queries, read)(round.slug, 999_999)


def test_an_earlier_version_stays_readable() -> None:
    round = grown(1)
    actions.correct(by=None, round=round, reason="Korjaus")

    assert queries.round_page(round.slug, 1).edition.version == 1
    assert len(queries.round_page(round.slug).editions) == 2


def test_each_sees_the_dialogues_and_records_that_are_theirs() -> None:
    record = make.record()
    make.record()
    own = make.organiser(record.dialogue.organiser)

    assert [row.dialogue for row in queries.dialogues_for(own)] == [record.dialogue]
    assert len(queries.dialogues_for(make.core_group())) == 2
    assert queries.dialogues_for(AnonymousUser()) == []
    assert queries.record_page(own, record.pk).record == record
    for stranger in (make.organiser(), AnonymousUser()):
        with pytest.raises(Record.DoesNotExist):
            queries.record_page(stranger, record.pk)


def test_rounds_being_planned_are_the_core_group_s() -> None:
    planned = make.RoundFactory(status=RoundStatus.PLANNED)

    assert planned in queries.rounds_for(make.core_group())
    assert planned not in queries.rounds_for(make.organiser())


def test_notes_that_no_sentence_is_about_are_listed() -> None:
    round = make.publishable()

    notes, total = queries.uncovered_notes(round, limit=1)

    assert (len(notes), total) == (1, 2)
    assert notes[0].text == "Kukaan ei soita minulle."


def test_those_not_heard_yet_are_named() -> None:
    region = area("01", "Uusimaa", kind="region")
    area("05", "Kanta-Häme", kind="region")
    term("18-29", vocabulary="age-bands")
    round = make.RoundFactory()
    held = make.DialogueFactory(round=round, municipality=area(region=region), participants=9)
    held.age_bands.create(band="0-17", count=9)

    missing = queries.not_heard(round)

    assert [one.code for one in missing.regions] == ["05"]
    assert missing.age_bands == {"18-29": "18-29"}


def test_where_no_dialogue_told_who_was_there_nobody_is_called_not_heard() -> None:
    area("05", "Kanta-Häme", kind="region")
    term("18-29", vocabulary="age-bands")
    term("elderly", vocabulary="participant-groups")
    unknown = make.DialogueFactory(municipality=None, area=None, participants=None)

    missing = queries.not_heard(unknown.round)

    assert not missing.regions
    assert not missing.counties
    assert not missing.age_bands
    assert not missing.groups


def test_a_group_of_a_few_people_stands_beside_those_of_nobody() -> None:
    for code in ("0-17", "18-29", "30-50"):
        term(code, vocabulary="age-bands")
    held = make.DialogueFactory(participants=14)
    held.age_bands.create(band="0-17", count=8)
    held.age_bands.create(band="18-29", count=4)

    missing = queries.not_heard(held.round)

    assert list(missing.age_bands) == ["18-29", "30-50"]


def test_languages_nobody_spoke_are_named() -> None:
    round = make.RoundFactory()
    make.record(round=round)

    assert list(queries.not_heard(round).languages) == ["sv", "en", "se", "smn", "sms"]


def test_speakers_of_a_language_that_was_written_down_were_heard() -> None:
    for code in ("swedish_speakers", "sami"):
        term(code, vocabulary="participant-groups")
    record = make.record()
    record.dialogue.groups.create(group="elderly", count=9)
    record.notes.update(language="sv")

    assert list(queries.not_heard(record.dialogue.round).groups) == ["sami"]


def test_those_heard_but_not_quoted_are_named() -> None:
    one, other = area("01", "Uusimaa", kind="region"), area("05", "Kanta-Häme", kind="region")
    term("0-17", vocabulary="age-bands")
    term("elderly", vocabulary="participant-groups")
    round = make.publishable()
    quoted = round.dialogues.get()
    quoted.area = one
    quoted.save()
    unheard = make.record("Ingen ringer längre.\n", round=round, area=other, participants=14)
    unheard.notes.update(language="sv")
    for dialogue in (quoted, unheard.dialogue):
        dialogue.age_bands.create(band="0-17", count=9)
    unheard.dialogue.groups.create(group="elderly", count=6)

    found = not_quoted(round)

    assert [place.code for place in found.regions] == ["05"]
    assert list(found.groups) == ["elderly"]
    assert list(found.languages) == ["sv"]
    assert found.age_bands == {}


def test_a_publication_names_by_code_those_that_were_not_heard() -> None:
    area("05", "Kanta-Häme", kind="region")
    term("0-17", vocabulary="age-bands")
    round = make.publishable()
    held = make.DialogueFactory(round=round, area=area("01", "Uusimaa", kind="region"))
    held.age_bands.create(band="18-29", count=9)

    content = actions.publish(by=None, round=round).content

    assert content["not_heard"]["regions"] == ["05"]
    assert content["not_heard"]["age_bands"] == ["0-17"]
    told = not_heard_when_published(content)
    assert told
    assert told.age_bands == {"0-17": "0-17"}
    assert not_heard_when_published({"round": content["round"]}) is None


def test_the_desk_tells_what_is_to_be_done() -> None:
    round = make.publishable()
    proposed = make.ThemeFactory(round=round, state="proposed")

    desk = queries.desk(round)

    assert (desk.notes, desk.unplaced, desk.records) == (3, 2, 1)
    assert [one.decided for one in desk.themes if one.id == proposed.pk] == [False]
    section = queries.summary_desk(round).sections[0]
    assert (section.theme.sentences, len(section.sentences)) == (1, 1)
