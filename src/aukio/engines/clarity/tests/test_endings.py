"""Finnish forms told by their endings and proven by another form of the same word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aukio.engines.clarity import Means, available, structures
from aukio.engines.clarity._structures._endings import agrees, guesses

ALONE = Means(morphology=False)
needs_parser = pytest.mark.skipif(not available("fi").syntax, reason="spaCy model missing")


def has(word: str, **wanted: str) -> bool:
    return any(all(one.get(k) == v for k, v in wanted.items()) for one in guesses(word))


@pytest.mark.parametrize("word", ["saavuttua", "tultuaan", "käytyä", "palattua", "mentyä"])
def test_after_doing_is_proven_by_the_past_tense(word: str) -> None:
    assert has(word, PartForm="Past", Voice="Pass", Case="Par")


@pytest.mark.parametrize("word", ["laatua", "juttua", "pystyä", "valmistua", "keskittyä"])
def test_nouns_and_infinitives_are_not_taken_for_it(word: str) -> None:
    assert not has(word, PartForm="Past", Voice="Pass", Case="Par")


@pytest.mark.parametrize("word", ["hakematta", "viipymättä", "tinkimättä", "sanomattaan"])
def test_without_doing_is_proven_by_the_third_person_plural(word: str) -> None:
    assert has(word, InfForm="3", Case="Abe")


@pytest.mark.parametrize("word", ["seitsemättä", "ongelmatta", "matta", "kiistatta"])
def test_other_words_in_matta_are_not_taken_for_it(word: str) -> None:
    assert not has(word, InfForm="3")


@pytest.mark.parametrize("word", ["sukeltamallaan", "mainitsemanne", "maistamani", "tuntemiensa"])
def test_a_possessive_makes_an_agent_participle_sure(word: str) -> None:
    assert has(word, PartForm="Agt", sure="yes")


@pytest.mark.parametrize("word", ["elämäni", "siirtymistään", "näkemästään", "tekemällä"])
def test_without_proof_it_is_only_possible(word: str) -> None:
    assert not has(word, PartForm="Agt", sure="yes")


@pytest.mark.parametrize("word", ["pienentäminen", "ongelmansa", "mahdottomaan", "teemansa"])
def test_other_words_in_ma_are_no_agent_participles(word: str) -> None:
    assert not has(word, PartForm="Agt")


@pytest.mark.parametrize("word", ["rahatta", "ongelmitta", "aiheetta", "autotta", "luvatta"])
def test_without_something_is_proven_by_the_genitive(word: str) -> None:
    assert has(word, Case="Abe", sure="yes")


@pytest.mark.parametrize(
    "word", ["perhettä", "hametta", "oikeutta", "mutta", "että", "vuotta", "kautta", "lautta"]
)
def test_partitives_and_small_words_are_not_taken_for_it(word: str) -> None:
    assert not has(word, Case="Abe")


@pytest.mark.parametrize("word", ["perheineen", "oppaineen", "lapsineni", "liitteineen"])
def test_with_something_is_proven_by_the_plural(word: str) -> None:
    assert has(word, Case="Com")


@pytest.mark.parametrize("word", ["välineen", "aineen", "oppineen", "liikennevälineen"])
def test_nouns_in_ine_are_not_taken_for_it(word: str) -> None:
    assert not has(word, Case="Com", pos="NOUN")


@pytest.mark.parametrize(
    ("word", "claimed"),
    [
        ("halutessasi", {"InfForm": "1", "Person[psor]": "2"}),
        ("maistamani", {"PartForm": "Past", "Voice": "Pass", "Case": "Par", "Number": "Sing"}),
        ("epäluottamuslauseen", {"Case": "Com"}),
        ("määritellylle", {"PartForm": "Agt"}),
        ("alkaneen", {"Mood": "Pot"}),
    ],
)
def test_a_parsers_claim_against_the_ending_does_not_hold(word: str, claimed: dict) -> None:
    assert not agrees(word, claimed)
    assert agrees(word, {"Case": "Gen"})


@given(st.text("abdeiklmnoprstuvyäö-'", min_size=1, max_size=14))
def test_any_word_has_readings_with_a_base_form(word: str) -> None:
    assert all(one["lemma"] for one in guesses(word))


@needs_parser
@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Hakemuksen saavuttua virasto tekee päätöksen.", "temporal_tuaan", ["saavuttua"]),
        ("Se on lain mukaan sallittua.", "temporal_tuaan", []),
        ("Viranomaisten ymmärtämällä kielellä.", "agent_participle", ["ymmärtämällä"]),
        ("Opit parhaiten tekemällä.", "agent_participle", []),
        ("Hän muutti uusine huonekaluineen.", "comitative", ["uusine", "huonekaluineen"]),
        ("Osta väline.", "comitative", []),
        ("Siihen perustuvat ohjeet ovat verkossa.", "participle_attribute", ["perustuvat"]),
        ("Ohjeet perustuvat lakiin.", "participle_attribute", []),
    ],
)
def test_forms_are_found_in_sentences_without_a_morphology(
    text: str, kind: str, words: list[str]
) -> None:
    found = structures(text, "fi", means=ALONE)
    assert [text[one.start : one.end] for one in found if one.kind == kind] == words
