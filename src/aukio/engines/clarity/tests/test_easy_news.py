"""Quiet where the text is good: easy news holds next to no pressed clauses.

The text is our own sample in the manner of Finnish easy-language news: perfects, predicative
participles, adjectives that were participles once, scores, temperatures, names.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from aukio.engines.clarity import CLAUSE_EQUIVALENTS, Kind, Means, available, structures

TEXT = (Path(__file__).parent / "texts" / "easy_news.fi.md").read_text(encoding="utf-8")
DENSE = CLAUSE_EQUIVALENTS | {Kind.PARTICIPLE_ATTRIBUTE, Kind.AGENT_PARTICIPLE}
MOST = 1.5
REAL = {"Palanut", "Palkittu"}  # `Palanut alue`: participles indeed

needs_parser = pytest.mark.skipif(not available("fi").syntax, reason="spaCy model missing")
EVERY = [
    Means(syntax=False, morphology=False),
    Means(syntax=False),
    pytest.param(Means(morphology=False), marks=needs_parser),
    pytest.param(Means(), marks=needs_parser),
]


@pytest.mark.parametrize("means", EVERY)
def test_easy_news_has_hardly_any_participles_or_pressed_clauses(means: Means) -> None:
    found = [one for one in structures(TEXT, "fi", means=means) if one.kind in DENSE]
    assert {TEXT[one.start : one.end] for one in found} <= REAL
    assert 1000 * len(found) / len(TEXT.split()) <= MOST


LOOK_ALIKES = [
    "Kokous on tulevalla viikolla.",
    "Budjetista puhutaan kuluvan vuoden aikana.",
    "Suomi on voittanut kaikki pelit.",
    "Poika oli kylmissään.",
    "Olen ylpeä joukkueesta.",
    "Rataa korjataan perjantaista lähtien.",
    "Liput maksavat 15 eurosta alkaen.",
    "Hän on tunnettu laulaja.",
    "Oikeus ei uskonut häntä.",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
@pytest.mark.parametrize("means", EVERY)
def test_look_alikes_are_let_be(text: str, means: Means) -> None:
    assert not [one for one in structures(text, "fi", means=means) if one.kind in DENSE]


@needs_parser
def test_an_adjective_with_a_complement_is_a_participle_again() -> None:
    text = "Tulli koskee ulkomailta tulevia tavaroita."
    found = [text[one.start : one.end] for one in structures(text, "fi") if one.kind in DENSE]
    assert found == ["tulevia"]
