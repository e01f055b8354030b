"""Search terms: inflected forms find each other."""

from collections import defaultdict
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aukio.engines.text import _morphology as plug
from aukio.engines.text import _terms as terms_module
from aukio.engines.text import (
    is_stopword,
    lemmas,
    morphology_available,
    query_groups,
    query_terms,
    search_terms,
    stopwords,
)
from aukio.engines.text.tests.realdata import folder


@pytest.mark.parametrize(
    ("query", "text", "language"),
    [
        ("kunta", "Kuntien pitäisi kuunnella.", "fi"),
        ("terveyspalvelut", "Pettynyt terveyspalveluissa", "fi"),
        ("kommunerna", "I vår kommun", "sv"),
        ("libraries", "A new library", "en"),
        ("Straßen", "Die Straße", "de"),
    ],
)
def test_a_form_finds_another_form(query, text, language):
    found = set(search_terms(text, language=language))
    assert found & set(query_terms(query, language=language))


def test_a_query_of_unknown_language_finds_all_three():
    terms = set(query_terms("kunta"))
    assert terms & set(search_terms("kunnissa", language="fi"))
    assert set(query_terms("gator")) & set(search_terms("gatan", language="sv"))


def test_repeats_stay_in_a_text_and_go_from_a_query():
    assert search_terms("kunta kunta", language="fi").count("kunta") == 2
    assert query_terms("kunta kunta", language="fi").count("kunta") == 1


def test_each_word_of_a_query_is_a_group():
    groups = query_groups("nuorten palvelut", language="fi")
    assert len(groups) == 2
    assert "nuori" in groups[0]


def test_hyphenated_words_give_their_parts():
    assert {"maa", "alue"} <= set(search_terms("maa-alueella", language="fi"))


def test_lemmas_are_one_for_each_token():
    assert lemmas("Kunnissa on taloja", language="fi") == ["kunta", "olla", "talo"]
    assert lemmas("Unknown Tongue", language="xx") == ["unknown", "tongue"]


class Splitter:
    def lemmas(self, word):
        return ["lapsiperhe"] if word.startswith("lapsiperhe") else []

    def parts(self, word):
        return ["Lapsi", "perhe"] if word.startswith("lapsiperhe") else []


def test_a_morphology_adds_the_parts_of_compounds(monkeypatch):
    monkeypatch.setattr(terms_module, "morphology", lambda language: Splitter())
    terms_module._terms_of_word.cache_clear()
    try:
        assert {"lapsi", "perhe"} <= set(search_terms("lapsiperheille", language="fi"))
    finally:
        terms_module._terms_of_word.cache_clear()


def test_a_morphology_is_found_by_its_entry_point(monkeypatch):
    class Entry:
        name = "xx"

        def load(self):
            return Splitter

    monkeypatch.setattr(plug, "entry_points", lambda group: [Entry()])
    assert morphology_available("xx")
    assert not morphology_available("yy")
    assert isinstance(plug.morphology.__wrapped__("xx"), Splitter)


@given(st.text(max_size=80), st.sampled_from(["fi", "sv", "en", "de"]))
def test_terms_hold_only_lower_case_letters_and_digits(text, language):
    for term in search_terms(text, language=language):
        assert term == term.lower()
        assert all(sign.isalnum() for sign in term)


@pytest.mark.parametrize(
    ("word", "language"),
    [("että", "fi"), ("Meidän", "fi"), ("och", "sv"), ("the", "en"), ("und", "de"), ("et", "fr")],
)
def test_stop_words_of_any_language(word, language):
    assert is_stopword(word, language=language)


def test_topic_words_are_no_stop_words():
    assert not is_stopword("koulu", language="fi")
    assert not is_stopword("skola", language="sv")
    assert not is_stopword("school", language="en")
    assert not is_stopword("Fahrrad", language="de")


def test_an_unlisted_language_has_no_stop_words():
    assert stopwords("se") == frozenset()
    assert stopwords("../x") == frozenset()


@pytest.mark.realdata
def test_finnish_inflected_forms_find_each_other():
    """Without Voikko, nine of ten pairs of forms share a term when each lemma counts once.

    Counted by pairs, common verbs with dozens of forms weigh most, and fewer meet; Voikko's
    adapter brings that above nine of ten as well.
    """
    forms = defaultdict(set)
    path = folder() / "language" / "ud" / "fi_tdt-ud-dev.conllu"
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) > 5 and cells[3] in {"NOUN", "VERB", "ADJ"} and cells[1].isalpha():
            forms[cells[2].replace("#", "")].add(cells[1].lower())
    met, shares = [], []
    for same in forms.values():
        terms = {word: set(search_terms(word, language="fi")) for word in same}
        found = [bool(terms[one] & terms[two]) for one, two in permutations(sorted(same), 2)]
        if found:
            met += found
            shares.append(sum(found) / len(found))
    assert sum(shares) / len(shares) >= 0.90
    assert sum(met) / len(met) >= (0.90 if morphology_available() else 0.84)
