"""The adapter's answers, on Voikko's own form of analysis; no Voikko is needed."""

from __future__ import annotations

import pytest
from aukio_voikko import Voikko
from aukio_voikko._features import features, pieces

WORDS = {
    "tultuaan": [
        {
            "BASEFORM": "tultu",
            "CLASS": "laatusana",
            "NUMBER": "singular",
            "PARTICIPLE": "past_passive",
            "POSSESSIVE": "3",
            "SIJAMUOTO": "osanto",
            "STRUCTURE": "=pppppppp",
            "WORDBASES": "+tul(tulla)+tuaan(+tu)",
        }
    ],
    "terveydenhuollossa": [
        {
            "BASEFORM": "terveydenhuolto",
            "CLASS": "nimisana",
            "NUMBER": "singular",
            "SIJAMUOTO": "sisaolento",
            "STRUCTURE": "=ppppppppp=ppppppppp",
            "WORDBASES": "+terve(terve)+yden(+ys)+huolto(huolto)",
        }
    ],
    "terveyden": [{"BASEFORM": "terveys", "CLASS": "nimisana", "SIJAMUOTO": "omanto"}],
    "Lehtisen": [{"BASEFORM": "Lehtinen", "CLASS": "sukunimi", "SIJAMUOTO": "omanto"}],
    "Lahdessa": [
        {"BASEFORM": "lahti", "CLASS": "nimisana", "SIJAMUOTO": "sisaolento"},
        {"BASEFORM": "Lahti", "CLASS": "paikannimi", "SIJAMUOTO": "sisaolento"},
    ],
    "tehdään": [
        {
            "BASEFORM": "tehdä",
            "CLASS": "teonsana",
            "MOOD": "indicative",
            "PERSON": "4",
            "NEGATIVE": "false",
        }
    ],
}


class Handle:
    """Stands in for libvoikko; counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def analyze(self, word: str) -> list[dict[str, str]]:
        self.asked.append(word)
        return WORDS.get(word, [])


@pytest.fixture
def voikko() -> Voikko:
    return Voikko(Handle())


def test_a_participle_has_ud_features(voikko: Voikko) -> None:
    reading = voikko.analyse("tultuaan")[0]
    assert (reading["VerbForm"], reading["PartForm"], reading["Voice"]) == ("Part", "Past", "Pass")
    assert (reading["Case"], reading["Person[psor]"]) == ("Par", "3")


def test_a_name_is_told_apart_from_a_place_and_a_word(voikko: Voikko) -> None:
    assert [one.get("NameType") for one in voikko.analyse("Lehtisen")] == ["Sur"]
    assert [one.get("NameType") for one in voikko.analyse("Lahdessa")] == [None, "Geo"]


def test_the_fourth_person_is_the_passive(voikko: Voikko) -> None:
    assert voikko.analyse("tehdään")[0]["Voice"] == "Pass"


def test_a_participle_leads_to_its_verb(voikko: Voikko) -> None:
    assert voikko.lemmas("tultuaan") == ["tulla"]


def test_a_compound_is_cut_into_base_forms(voikko: Voikko) -> None:
    assert voikko.parts("terveydenhuollossa") == ["terveys", "huolto"]


def test_a_plain_or_unknown_word_has_no_parts(voikko: Voikko) -> None:
    assert voikko.parts("tehdään") == []
    assert voikko.parts("xyz") == []


def test_a_word_is_looked_up_once() -> None:
    handle = Handle()
    voikko = Voikko(handle)
    voikko.lemmas("tultuaan")
    voikko.analyse("tultuaan")
    assert handle.asked == ["tultuaan"]


@pytest.mark.parametrize(("word", "case"), [("tehdessä", "Ine"), ("tehden", "Ins")])
def test_the_second_infinitive_has_two_cases(word: str, case: str) -> None:
    analysis = {"BASEFORM": "tehdä", "CLASS": "teonsana", "MOOD": "E-infinitive"}
    assert features(analysis, word)["Case"] == case


def test_pieces_follow_the_structure() -> None:
    assert pieces({"STRUCTURE": "=ppppp-=pppp"}, "linja-auto") == ("linja", "auto")
