"""The summary desk: sentences, exact words, order, and what is not covered."""

from __future__ import annotations

import pytest
from django.urls import reverse

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.models import Permission, Quote, Sentence
from aukio.apps.dialogues.tests.factories import ThemeFactory, place, record
from aukio.apps.dialogues.tests.pages.scene import scene

pytestmark = pytest.mark.django_db
STATUSES = {"status_fi": "original", "status_sv": "machine", "status_en": "human_checked"}
SENTENCE = {"text_fi": "Moni kaipaa seuraa.", "voice": "rare", **STATUSES}


def go(name: str, *parts) -> str:
    return reverse(f"dialogues:{name}", args=parts)


def test_a_sentence_is_written_with_the_words_it_rests_on(leader):
    made = scene(published=False)
    note = made.records[0].notes.all()[2]
    proposal = actions.propose_quotes(
        by=None, round=made.round, places=[actions.QuotePlace(note.pk, 0, 12)]
    )[0]

    leader.post(go("sentence-new", made.theme.pk), {**SENTENCE, "sources": [proposal.pk]})

    written = Sentence.objects.get(text_fi="Moni kaipaa seuraa.")
    assert (written.voice, written.status_fi, written.status_sv) == ("rare", "original", "")
    assert written.quotes.get().text == note.text[:12]


def test_a_sentence_without_text_is_explained_and_choices_stay(leader):
    made = scene(published=False)

    answer = leader.post(go("sentence-new", made.theme.pk), {"voice": "opposing", **STATUSES})

    text = answer.content.decode()
    assert "Write the sentence in at least one language." in text
    assert Sentence.objects.count() == 1
    assert 'value="opposing" checked' in text


def test_length_and_clarity_follow_every_field_of_the_form(leader):
    made = scene(published=False)

    page = leader.get(go("sentence-new", made.theme.pk)).content.decode()

    # Without the quotes only the first word of the place would be read, and nothing followed.
    assert """hx-trigger='input from:"closest form" delay:700ms'""" in page


def test_a_text_that_stands_alone_is_no_checked_translation(leader):
    made = scene(published=False)
    alone = {**SENTENCE, "status_fi": "human_checked"}

    leader.post(go("sentence-new", made.theme.pk), alone)
    leader.post(go("sentence-new", made.theme.pk), {**alone, "text_en": "Many miss company."})

    first, second = Sentence.objects.filter(text_fi="Moni kaipaa seuraa.").order_by("pk")
    assert (first.status_fi, first.status_en) == ("original", "")
    assert (second.status_fi, second.status_en) == ("human_checked", "human_checked")


@pytest.mark.parametrize("wrong", [{"voice": "loud"}, {"status_fi": "guessed"}, {"voice": ""}])
def test_a_strange_choice_is_refused(leader, wrong):
    made = scene(published=False)

    answer = leader.post(go("sentence-new", made.theme.pk), {**SENTENCE, **wrong})

    assert "govuk-error-summary" in answer.content.decode()
    assert Sentence.objects.count() == 1


def test_a_sentence_is_changed_and_moved_to_another_theme(leader):
    made = scene(published=False)
    other = ThemeFactory(round=made.round)

    leader.post(
        go("sentence-edit", made.sentence.pk), {**SENTENCE, "text_en": "New.", "theme": other.pk}
    )

    made.sentence.refresh_from_db()
    assert (made.sentence.text_en, made.sentence.theme) == ("New.", other)


def test_a_sentence_is_not_moved_to_a_theme_of_another_round(leader):
    made, other = scene(published=False), scene(published=False)

    answer = leader.post(
        go("sentence-edit", made.sentence.pk), {**SENTENCE, "theme": other.theme.pk}
    )

    made.sentence.refresh_from_db()
    assert answer.status_code == 200
    assert made.sentence.theme == made.theme


def test_sentences_are_ordered_removed_and_brought_back(leader):
    made = scene(published=False, more=1)
    first, second = made.theme.sentences.order_by("order")

    leader.post(go("sentence-move", second.pk), {"direction": "up"})
    assert list(made.theme.sentences.order_by("order")) == [second, first]
    leader.post(go("sentence-remove", first.pk))
    assert list(made.theme.sentences.all()) == [second]
    leader.post(go("themes-undo", made.round.slug), {"from": "summary"})
    assert made.theme.sentences.count() == 2


def test_the_first_sentence_does_not_move_up(leader):
    made = scene(published=False, more=1)

    answer = leader.post(go("sentence-move", made.sentence.pk), {"direction": "up"})

    assert answer.status_code == 302
    assert made.theme.sentences.order_by("order").first() == made.sentence


def test_only_notes_that_may_be_quoted_are_offered(leader):
    made = scene(published=False)

    text = leader.get(go("quote-choose", made.sentence.pk)).content.decode()

    assert "Kirjastossa sanotaan päivää." in text
    assert "Salaisuus jää tähän huoneeseen." not in text


def test_exact_words_are_picked(leader):
    made = scene(published=False)
    note = made.records[0].notes.all()[2]

    leader.post(go("quote-pick", made.sentence.pk, note.pk), {"words": "sanotaan päivää"})

    quote = Quote.objects.get(note=note)
    assert (quote.text, note.text[quote.start : quote.end]) == ("sanotaan päivää",) * 2


def test_a_whole_note_is_picked_as_it_stands(leader):
    made = scene(published=False)
    note = made.records[0].notes.all()[2]
    where = go("quote-pick", made.sentence.pk, note.pk)

    assert note.text in leader.get(where).content.decode()
    leader.post(where, {"words": note.text})

    assert Quote.objects.get(note=note).end == len(note.text)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("sanotaan Päivää", "not in the note letter for letter"),
        ("  ", "Leave at least one word."),
        ("sanotaan  päivää", "not in the note letter for letter"),
    ],
)
def test_words_that_are_not_exact_are_refused_and_kept(leader, words, message):
    made = scene(published=False)
    note = made.records[0].notes.all()[2]

    answer = leader.post(go("quote-pick", made.sentence.pk, note.pk), {"words": words})

    assert message in answer.content.decode()
    assert words in answer.content.decode()
    assert not Quote.objects.filter(note=note).exists()


def test_words_without_permission_cannot_be_picked(leader):
    made = scene(published=False)
    note = made.secret.notes.first()

    answer = leader.post(go("quote-pick", made.sentence.pk, note.pk), {"words": note.text})

    assert "did not allow these words to be quoted" in answer.content.decode()
    assert not Quote.objects.filter(note=note).exists()


def test_a_note_of_another_round_cannot_be_picked(leader):
    made, other = scene(published=False), scene(published=False)
    note = other.records[0].notes.first()

    assert leader.get(go("quote-pick", made.sentence.pk, note.pk)).status_code == 404


def test_words_are_taken_away(leader):
    made = scene(published=False)

    leader.post(go("quote-drop", made.sentence.quotes.first().pk))

    assert made.sentence.quotes.count() == 1


def test_what_is_not_covered_is_listed(leader):
    made = scene(published=False)
    ThemeFactory(round=made.round, title_en="Nobody wrote of this")
    quiet = record("Sanoja.\n", round=made.round)
    place(made.theme, *quiet.notes.all())

    text = leader.get(go("summary-desk", made.round.slug)).content.decode()

    missing = text.partition("What the summary does not cover yet")[2]
    assert "Nobody wrote of this" in missing
    assert quiet.dialogue.title in missing


def test_proposals_without_permission_are_not_offered(leader):
    made = scene(published=False)
    note = made.records[0].notes.all()[2]
    actions.propose_quotes(
        by=None, round=made.round, places=[actions.QuotePlace(note.pk, 0, len(note.text))]
    )
    where = go("summary-theme", made.theme.pk)

    assert note.text in leader.get(where).content.decode()
    actions.set_permission(by=None, record_=note.record, permission=Permission.NONE)
    assert note.text not in leader.get(where).content.decode()
