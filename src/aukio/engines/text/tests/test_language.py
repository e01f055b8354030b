"""Which language a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aukio.engines.text import identify_language, identify_languages, language_code


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kunnan pitäisi kuunnella nuoria enemmän kuin nyt.", "fi"),
        ("Kommunen borde lyssna mer på de unga än i dag.", "sv"),
        ("The municipality should listen to young people more.", "en"),
        ("Hyvä!", "fi"),
        ("Bra", "sv"),
        ("Good idea", "en"),
        ("Lisää puita", "fi"),
        ("Mer grönt", "sv"),
    ],
)
def test_long_and_short_texts_are_recognised(text, language):
    assert identify_language(text) == language


def test_any_language_may_be_the_answer():
    text = "Die Straße ist für Fußgänger zu eng und gefährlich."
    assert identify_language(text, among=None) == "de"


def test_the_answer_is_one_of_those_allowed():
    assert identify_language("Die Straße ist eng", among=("fi", "sv")) in {"fi", "sv"}
    assert identify_language("whatever", among=("se",)) == "se"


@pytest.mark.parametrize("text", ["", "   ", "123", "…", "👍"])
def test_a_text_without_words_still_gets_an_answer(text):
    assert identify_language(text) == "fi"


def test_a_short_text_follows_the_collection_it_is_in():
    german = "Die Straße ist für Fußgänger zu eng und gefährlich."
    assert identify_languages([german, german + " Ja.", "Super Idee"]) == ["de", "de", "de"]


def test_languages_of_no_texts():
    assert identify_languages([]) == []
    assert identify_languages(["", " "]) == ["fi", "fi"]


@pytest.mark.parametrize(
    ("written", "code"),
    [("FIN", "fi"), ("sv-FI", "sv"), ("en_GB", "en"), ("suomi", "fi"), ("", "")],
)
def test_codes_as_people_write_them(written, code):
    assert language_code(written) == code


@given(st.text(max_size=80))
def test_every_text_gets_an_allowed_language(text):
    assert identify_language(text) in {"fi", "sv", "en"}
