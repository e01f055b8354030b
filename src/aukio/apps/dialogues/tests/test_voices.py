"""Voices that may be missing: shown with a plain reason, never with a stance."""

from __future__ import annotations

import pytest
from django.urls import reverse

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.actions import QuotePlace
from aukio.apps.dialogues.field_marks import fields_of, labels_of
from aukio.apps.dialogues.models import Note, Permission, Quote, Sentence, Why
from aukio.apps.dialogues.queries.pages.voices import MOST, Voice, voices
from aukio.apps.dialogues.queries.pages.writing import proposals
from aukio.apps.dialogues.tests import factories as make
from aukio.apps.dialogues.tests.pages.conftest import signed_in
from aukio.apps.dialogues.tests.pages.scene import scene
from aukio.shared.areas.models import Area

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
FORM = (
    "Mistä puhuttiin\nBussi ei kulje enää illalla.\n\n"
    "Mistä oltiin eri mieltä:\nJotkut ajavat mieluummin omalla autolla.\n\n"
    "Toiveet ja huolet\nToivottiin kimppakyytejä koko kylälle.\n"
)


def theme_of(*texts: str, quoted: int | None = 0, **fields):
    """A theme with a note for each line; the first is quoted."""
    round = make.RoundFactory()
    theme = make.ThemeFactory(round=round)
    records = [make.record(text, round=round, **fields) for text in texts]
    for record in records:
        make.place(theme, *record.notes.all())
    if quoted is not None:
        make.sentence(theme, records[quoted].notes.first())
    return theme


def why(found: list[Voice]) -> dict[str, tuple[str, ...]]:
    return {one.text: one.reasons for one in found}


def test_what_people_marked_as_differing_comes_first_with_its_field() -> None:
    theme = theme_of("Yksi kaksi kolme neljä viisi.\n", FORM)

    found = voices(theme)

    assert found[0].text == "Jotkut ajavat mieluummin omalla autolla."
    assert found[0].reasons[0] == "From the field “points of difference” of the record form"
    assert found[1].reasons[0] == "From the field “hopes and worries” of the record form"


def test_a_note_before_any_heading_is_of_no_field_and_headings_close_each_other() -> None:
    record = make.record("Aluksi tervehdittiin.\n" + FORM)

    fields = fields_of(record.notes.select_related("record"), labels_of(record.dialogue.round))

    by_text = {one.text: fields.get(one.pk) for one in Note.objects.all()}
    assert by_text["Aluksi tervehdittiin."] is None
    assert by_text["Bussi ei kulje enää illalla."] == "talked"
    assert by_text["Toivottiin kimppakyytejä koko kylälle."] == "hopes"


def test_dialogues_languages_and_regions_that_are_not_quoted_are_told() -> None:
    theme = theme_of("Yksi kaksi kolme neljä.\n", "Ingen ringer till mig längre.\n")
    other = Note.objects.get(text__startswith="Ingen")
    Note.objects.filter(pk=other.pk).update(language="sv")
    town = Area.objects.filter(kind="municipality").exclude(region=None).first()
    if town is not None:
        other.record.dialogue.municipality = town
        other.record.dialogue.save()

    (found,) = voices(theme)

    assert "In a language not quoted yet: Swedish" in found.reasons
    assert "From a dialogue not quoted yet" in found.reasons


def test_a_dialogue_that_is_quoted_already_is_not_shown_for_that() -> None:
    theme = theme_of("Yksi kaksi kolme neljä.\nViisi kuusi seitsemän kahdeksan.\n")

    assert voices(theme) == []


@pytest.mark.parametrize(
    ("code", "words"),
    [(Why.RARE, "Little like the others"), (Why.FAR, "Far from the words already chosen")],
)
def test_the_machine_s_words_say_what_it_saw_and_nothing_of_stance(code, words) -> None:
    theme = theme_of("Yksi kaksi kolme neljä.\nMehiläiset katosivat viime kesänä pihalta.\n")
    note = Note.objects.get(text__startswith="Mehi")
    actions.propose_quotes(
        by=None, round=theme.round, places=[QuotePlace(note.pk, 0, len(note.text), 1, code)]
    )

    assert why(voices(theme)) == {note.text: (words,)}
    assert proposals(theme) == []


def test_what_may_not_be_quoted_is_never_shown() -> None:
    theme = theme_of("Yksi kaksi kolme neljä.\n", FORM)
    Note.objects.filter(text__startswith="Jotkut").update(permission=Permission.NONE)

    assert "Jotkut ajavat mieluummin omalla autolla." not in why(voices(theme))


def test_one_long_record_does_not_fill_the_list() -> None:
    many = "".join(f"Tässä on rivi numero {number}.\n" for number in range(30))
    theme = theme_of("Yksi kaksi kolme neljä.\n", many, *[FORM] * 6)

    found = voices(theme)

    assert len(found) == MOST
    assert sum("rivi numero" in one.text for one in found) <= 3


def test_a_person_chooses_and_the_words_are_tied_exactly() -> None:
    made = scene(published=False)
    note = made.records[1].notes.all()[1]
    client = signed_in(make.core_group())
    theme = reverse("dialogues:summary-theme", args=[made.theme.pk])
    place = f"voice-{note.pk}-0-{len(note.text)}"
    Note.objects.filter(pk=note.pk).update(language="se")

    page = client.get(theme).content.decode()
    form = client.get(f"{reverse('dialogues:sentence-new', args=[made.theme.pk])}?words={place}")
    client.post(
        reverse("dialogues:sentence-new", args=[made.theme.pk]),
        {
            "text_fi": "Bussi puuttuu.",
            "voice": "rare",
            "sources": [place],
            **{f"status_{code}": "original" for code in ("fi", "sv", "en")},
        },
    )

    assert "In a language not quoted yet: Northern Sámi" in page
    assert f'value="{place}" checked' in form.content.decode()
    assert Sentence.objects.get(text_fi="Bussi puuttuu.").quotes.get().text == note.text


def test_words_that_were_not_offered_are_not_taken() -> None:
    made = scene(published=False)
    secret = made.secret.notes.first()
    client = signed_in(make.core_group())

    client.post(
        reverse("dialogues:sentence-new", args=[made.theme.pk]),
        {
            "text_fi": "Salaa.",
            "voice": "rare",
            "sources": [f"voice-{secret.pk}-0-5"],
            **{f"status_{code}": "original" for code in ("fi", "sv", "en")},
        },
    )

    assert not Quote.objects.filter(note__record=made.secret).exists()
