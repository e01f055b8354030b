"""Sentences where lines have been joined by spaces, and where faces stand for stops."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aukio.engines.text import split_sentences


def pieces(text: str, language: str = "fi") -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text, language=language)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Lähdin kotiin. :)", "Itse jäin."],
        ["Vehje toimi :D", "Pääsin kotiin."],
        ["Lukija arvaa (me positiivarit… ;) )."],
        ["Noudata ohjeita:", "1. Avaa sivu.", "2. Kirjaudu."],
        ["Sijoitetaan seuraavasti,", "2) jäsenvaltiot vastaavat,", "3) komissio päättää."],
        ["Menettely on sama.", "4 artikla", "1. Viranomaisen on huolehdittava siitä."],
        ["ON ANTANUT PÄÄTÖKSEN:", "1 artikla", "Päätös on voimassa."],
        ["Twitterin ongelmat ja niiden syyt", "Kun avasin sivun, se oli tyhjä."],
        ["Tuki päättyy 4 artiklan mukaan."],
        ["Päätös on lausunnon mukainen,", "ON TEHNYT TÄMÄN PÄÄTÖKSEN:", "1 artikla", "Maksetaan."],
        ["Asetus todistusten laadinnasta", "EUROOPAN UNIONIN NEUVOSTO, joka on koolla."],
        ["Puolesta allekirjoitti Matti DE SILGUY tänään."],
        ["HAKEMUKSEN LIITTEET", "Palkkalaskelma on pakollinen."],
        ["Hakemus lähetetään KANSANELÄKELAITOS Kela hoitaa."],
        ["Muutetaan päätös seuraavasti:", "Lisätään kohta."],
        ["Tässä laissa tarkoitetaan:", '"hakijalla" sitä, joka hakee;', '"tuella" rahaa.'],
        ["Hinta nousi 60 %.", "aika moni luopui."],
        ["Hakijoita oli yli 3 000.", "heistä puolet sai tuen."],
        ["Kirja on auki lisää:)", "Anna ja Kalle lukivat."],
        ["Eilinen mielenosoitus torilla", "Lähes 160 ihmistä tuli."],
        ["Sopimus luonnosta", "Riittääkö se kaikille?"],
        ["Jaakko Marko ja Pirkko asuvat täällä."],
        ["Puhuin Verohallintoon sähköisesti."],
        ["Pyydämme Teitä vastaamaan."],
        ["Kokous on klo 12. tammikuuta Oulussa."],
    ],
)
def test_joined_lines_are_parted(sentences: list[str]) -> None:
    assert pieces(" ".join(sentences)) == sentences


def test_swedish_small_words_begin_sentences() -> None:
    joined = "Stödets villkor och belopp När du ansöker behöver du ett intyg."
    assert pieces(joined, "sv") == [
        "Stödets villkor och belopp",
        "När du ansöker behöver du ett intyg.",
    ]


@given(
    st.text("ab AÄ.:;)(!?1 2*D\nHän Kun artikla", max_size=60), st.sampled_from(["fi", "sv", "en"])
)
def test_every_sign_lies_in_exactly_one_sentence(text: str, language: str) -> None:
    spans = split_sentences(text, language=language)
    covered = [at for span in spans for at in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    assert {at for at, sign in enumerate(text) if not sign.isspace()} <= set(covered)
    assert covered == sorted(covered)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Prof. A.-M. Lehtinen puhui.", 1),
        ("Maksu on alv. 0 %.", 1),
        ("Kunta avasi uuden kirjaston Hyvää palvelua saa nyt joka päivä.", 2),
        ("Halli valmistui ajallaan Toukokuussa siellä pelataan.", 2),
        ("Turun Vanha kirkko on auki.", 1),
    ],
)
def test_initials_with_a_hyphen_taxes_and_headings_without_a_stop(text, count):
    assert len(split_sentences(text, language="fi")) == count
