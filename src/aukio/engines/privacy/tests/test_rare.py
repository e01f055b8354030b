"""Rare combinations: what is told together, and why few people share it."""

from __future__ import annotations

import pytest

from aukio.engines.privacy import Kind, Trait, find, traits

AGE, TASK, OFFICE, PLACE, ONLY = Trait.AGE, Trait.TASK, Trait.OFFICE, Trait.PLACE, Trait.ONLY


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Olen kylän ainoa lääkäri.", [ONLY]),
        ("The only woman in the village spoke.", [ONLY]),
        ("54-vuotias opettaja muutti Kuhmoon.", [AGE, TASK, PLACE]),
        ("Kuhmossa asuu 34-vuotias yrittäjä.", [AGE, TASK, PLACE]),
        ("Utsjoella kirkkoherra kertoi huolensa.", [OFFICE, PLACE]),
        ("En 61-årig rektor bor i Kristinestad.", [AGE, OFFICE, PLACE]),
        ("We spoke with the vicar of Puolanka.", [OFFICE, PLACE]),
    ],
)
def test_a_rare_combination_tells_why(text, told):
    (found,) = [one for one in find(text) if one.kind is Kind.RARE]

    assert list(traits(text[found.start : found.end])) == told


@pytest.mark.parametrize(
    "text",
    [
        "Opettaja oli Kuhmossa.",
        "54-vuotias opettaja sanoi, että Kela ei vastaa.",
        "Kirkkoherra kertoi huolensa.",
        "Ainoa bussi kulkee aamulla.",
        "Lärarna i Vasa är trötta.",
        "Many teachers live in Kuopio.",
    ],
)
def test_what_many_share_is_left_alone(text):
    assert [one for one in find(text) if one.kind is Kind.RARE] == []
    assert traits(text) == ()
