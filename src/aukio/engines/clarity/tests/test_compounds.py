"""Compounds cut without a morphology: what is a part, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aukio.engines.clarity import Means, structures
from aukio.engines.clarity._structures import compound_parts
from aukio.engines.text import known_lemma

NOTHING = Means(syntax=False, morphology=False)


def parts(word: str) -> tuple[str, ...]:
    return compound_parts(word, "fi", use_morphology=False)


@pytest.mark.parametrize(
    "cut",
    [
        "toimeen|tulo|tuki|hakemus",
        "sairaan|hoito|piirissä",
        "ihmis|oikeus|rikkomuksiin",
        "sosiaali|huolto|laki",
        "työ|hyvin|vointia",
        "täytäntöön|pano|säännöksiä",
        "opinto|tuki|järjestelmään",
        "lähtö|maa|kohtaisia",
        "osaamis|kartoitus|lomake",
        "väitös|kirja|työnsä",
        "luonnon|olo|suhteet",
        "työssä|käynti|alueella",
        "ajo|neuvo|tekniikoiden",
        "etä|luku|laitetta",
        "sairaus|poissa|oloja",
        "työ|ehto|sopimus|perusteisesti",
    ],
)
def test_a_long_compound_is_cut_at_its_joints(cut: str) -> None:
    assert "|".join(parts(cut.replace("|", ""))) == cut


@pytest.mark.parametrize(
    "word",
    [
        "kilpailutilanteelle",  # not tila + nteelle
        "tietoturvallisuuden",  # not turvallis + uuden
        "perustamissopimuksen",  # not perus + tamis
        "kansantaloudellinen",  # not talo + udellinen
        "kuulovammaisille",  # not vamma + isille
        "markkinatilanteen",
        "yhdenvertaisuudesta",
        "asiakaspalvelua",
        "lääketuotantoon",
        "moniarvoisuuteen",
        "oppimateriaaleissa",
    ],
)
def test_endings_and_derivations_are_no_parts(word: str) -> None:
    assert len(parts(word)) <= 2


def test_pieces_between_hyphens_are_parts() -> None:
    assert parts("TGV-luotijuna") == ("tgv", "luoti", "juna")


def test_a_foreign_name_with_hyphens_is_one_word() -> None:
    assert parts("Bourg-en-Bresse") == ("Bourg-en-Bresse",)


def test_long_compounds_are_found_without_a_morphology() -> None:
    text = "Maataloustuotteiden hinta ja markkinatilanne."
    found = structures(text, "fi", means=NOTHING)
    assert [text[one.start : one.end] for one in found if one.kind == "long_compound"] == [
        "Maataloustuotteiden"
    ]


def test_the_list_itself_is_asked_and_nothing_guessed() -> None:
    assert known_lemma("kunnassa", language="fi") == "kunta"
    assert known_lemma("kuntaliitoshanketta", language="fi") is None


@settings(max_examples=60)
@given(st.text("aeiknstuäölmp'-", min_size=1, max_size=30))
def test_parts_make_up_the_word(word: str) -> None:
    cut = parts(word)
    assert cut == (word,) or "".join(cut) == word.replace("-", "")
