"""The rules' texts: complete in three languages, and true to what the rules do."""

from __future__ import annotations

import string

import pytest

from aukio.engines.clarity import LANGUAGES, Level, Profile, Rule, rules
from aukio.engines.clarity._checking import _check
from aukio.engines.clarity._checking._catalogue import any_of, load
from aukio.engines.clarity._checking._word_rules import phrases
from aukio.engines.clarity._rewriting import facts

EVERY = sorted(rules().values(), key=lambda rule: rule.id)
FIELDS = {"word", "count", "limit", "plain"}


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.id)
def test_every_rule_is_said_in_three_languages(rule: Rule) -> None:
    for said in (rule.message, rule.why, rule.bad, rule.good, *rule.sources):
        assert sorted(said) == sorted(LANGUAGES)
        assert all(words.strip() for words in said.values())


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.id)
def test_every_message_asks_for_known_values_alike_in_each_language(rule: Rule) -> None:
    asked = [
        {name for _, name, _, _ in string.Formatter().parse(words) if name}
        for words in rule.message.values()
    ]
    assert asked[0] == asked[1] == asked[2]
    assert asked[0] <= FIELDS


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.id)
def test_every_rule_has_a_level_in_each_profile_and_a_source(rule: Rule) -> None:
    assert set(rule.levels) == set(Profile)
    assert set(rule.levels.values()) != {Level.OFF}
    assert rule.sources


def test_every_rule_has_a_test_that_finds_it_and_the_other_way_round() -> None:
    made = {test.__name__.replace("_", "-") for test in _check.SURFACE_RULES + _check.DEEP_RULES}
    assert made | {"unexplained-suppression"} == set(rules())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sure_phrase_keeps_every_fact(language: str) -> None:
    for phrase, plain in phrases(language)[0].items():
        before, after = facts(f"x {phrase} x", language), facts(f"x {plain} x", language)
        assert before.numbers == after.numbers
        assert before.names == after.names
        assert set(before.modals) <= set(after.modals), phrase


def test_what_fits_only_some_sentences_is_a_hint() -> None:
    """A comma would be missing, `om` at a beginning says if, `concerning` may be an adjective."""
    for language, phrase in (
        ("fi", "johtuen siitä, että"),
        ("sv", "beträffande"),
        ("en", "concerning"),
        ("en", "a majority of"),
    ):
        assert phrase in phrases(language)[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_both_sure_and_a_hint(language: str) -> None:
    sure, hints = phrases(language)
    assert not sure.keys() & hints.keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["passive", "must", "may", "address", "agency"])
def test_every_list_of_reader_patterns_compiles(language: str, key: str) -> None:
    assert any_of("reader", language, key).search("") is None


def test_months_are_twelve() -> None:
    assert all(len(load("vague")["months"][language]) == 12 for language in LANGUAGES)
