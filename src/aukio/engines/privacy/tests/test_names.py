"""Names of people in a labelled text: how many are found, and how often wrongly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aukio.engines.privacy import Kind, find, set_own_names
from aukio.engines.privacy._forms import Forms
from aukio.engines.privacy._kinds_of_word import reading
from aukio.engines.privacy.tests.labelled import sentences, tally


class Adapter:
    """Stands in for a morphology: it knows one family name, one place and one word."""

    KNOWN = {"Kuhmuilan": "Sur", "Kuhmulan": "Geo", "Kuhman": ""}

    def analyse(self, word: str) -> tuple[dict[str, str], ...]:
        kind = self.KNOWN.get(word)
        return () if kind is None else ({"NameType": kind} if kind else {},)


@pytest.fixture
def with_adapter(monkeypatch):
    monkeypatch.setattr("aukio.engines.privacy._kinds_of_word.morphology", lambda _code: Adapter())
    reading.cache_clear()
    yield
    reading.cache_clear()


@pytest.fixture
def with_own_names():
    set_own_names(["Pellervo", "Kuhmuila ", "Áilu", ""])
    yield
    set_own_names([])


def names(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find(text) if one.kind is Kind.NAME]


def test_of_the_labelled_sentences_nearly_every_name_is_found_and_few_others():
    read = sentences()
    told = tally(read)

    assert len(read) >= 80
    assert told.recall >= 0.95, told.missed
    assert told.false_per_thousand <= 3, told.false


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_each_language_is_read(language):
    told = tally([one for one in sentences() if one.language == language])

    assert told.recall >= 0.95, told.missed


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("virtasen", "virtanen"),
        ("virtasta", "virtanen"),
        ("mäen", "mäki"),
        ("lahdelle", "lahti"),
        ("aallolta", "aalto"),
        ("laineesta", "laine"),
        ("wikströmille", "wikström"),
        ("virtanen-aallon", "virtanen"),
        ("virtahepo", ""),
    ],
)
def test_a_form_leads_to_its_name(word, name):
    forms = Forms({"virtanen", "mäki", "lahti", "aalto", "laine", "wikström"}, i_to_e=True)

    assert forms.name_of(word) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kirjaajana toimi E. Salminen.", "E. Salminen"),
        ("Paikalla oli Virtanen Matti.", "Virtanen Matti"),
        ("Suvi Lahti kertoi.", "Suvi Lahti"),
        ("Soitin Suvilta Helsingissä.", "Suvilta"),
        ("Kysyin asiaa opettaja Kumpulehdolta.", "opettaja Kumpulehdolta"),
    ],
)
def test_what_belongs_to_a_name(text, name):
    assert names(text) == [name]


def test_an_adapter_tells_names_from_places_and_words(with_adapter):
    assert names("Puhuin eilen Kuhmuilan kanssa.") == ["Kuhmuilan"]
    assert names("Puhuin eilen Kuhmulan kanssa.") == []
    assert names("Puhuin eilen Kuhman kanssa.") == []


PIECES = st.sampled_from(
    [
        *"aeöns",
        "nen",
        "Nen",
        "Nense",
        "se",
        "Sen",
        "ström",
        "berg",
        "Maria",
        "virta",
        "-",
        "'",
        ".",
        " ",
    ]
)


@given(st.text(max_size=200) | st.lists(PIECES, max_size=20).map("".join))
def test_any_text_is_read_and_places_are_inside_it(text):
    for one in find(text):
        assert 0 <= one.start < one.end <= len(text)


@pytest.mark.parametrize("word", ["Aaa-Nen", "Öölö-Nense", "Virta-Nen"])
def test_an_ending_alone_after_a_hyphen_is_read(word):
    find(f"Sanoi {word} eilen.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pellervo Poikonen toimi täällä.", ["Pellervo Poikonen"]),
        ("Eilen tuli Pellervon veli.", ["Pellervon"]),
        ("Kysyimme Kuhmuilalta.", ["Kuhmuilalta"]),
        ("Áilu berättade om renarna.", ["Áilu"]),
        ("Meillä on hyvä kylä.", []),
    ],
)
def test_names_the_operator_gave_are_found_in_every_form(with_own_names, text, found):
    assert names(text) == found


def test_the_operators_names_can_be_taken_away_again():
    set_own_names(["Lumikello"])
    with_them = names("Eilen tuli Lumikellon veli.")
    set_own_names([])

    assert with_them == ["Lumikellon"]
    assert names("Eilen tuli Lumikellon veli.") == []
