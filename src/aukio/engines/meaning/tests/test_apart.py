"""Rare sentences and sentences far from what was chosen: shown for their subject alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from aukio.engines.meaning import Note, Quote, pick_apart, sentences

BUS = "Bussi {} ei kulje illalla enää ollenkaan"
LIBRARY = "Kirjastossa {} saa istua koko päivän rauhassa"
BEES = "Mehiläiset katosivat pihaltani viime kesänä kokonaan"


def heard() -> tuple[list[Note], np.ndarray]:
    """Eight of buses, five of libraries, one of bees; vectors as clear as can be."""
    texts = [*(BUS.format(n) for n in range(8)), *(LIBRARY.format(n) for n in range(5)), BEES]
    notes = [Note(str(place), f"{text}.", "fi") for place, text in enumerate(texts)]
    rows = np.zeros((len(texts), 3), dtype=np.float32)
    rows[:8, 0] = rows[8:13, 1] = rows[13:, 2] = 1.0
    return notes, rows


def quote(notes: list[Note], place: int) -> Quote:
    note = notes[place]
    return Quote(note.id, 0, len(note.text), note.text)


def test_the_one_nobody_else_is_like_is_rare_and_what_no_quote_says_is_far() -> None:
    notes, rows = heard()

    rare, far = pick_apart(notes, [quote(notes, 0)], count=1, embeddings=rows)

    assert [one.quote.text for one in rare] == [f"{BEES}."]
    assert "Kirjastossa" in far[0].quote.text
    assert far[0].nearest < 0.1 < far[0].kin


def test_without_anything_chosen_nothing_is_far_from_it() -> None:
    notes, rows = heard()

    rare, far = pick_apart(notes, [], count=2, embeddings=rows)

    assert len(rare) == 2
    assert far == ()


def test_a_few_sentences_tell_nothing() -> None:
    notes, rows = heard()

    assert pick_apart(notes[:7], [], count=3, embeddings=rows[:7]) == ((), ())
    assert pick_apart([], [], count=3) == ((), ())


def test_a_negative_number_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        pick_apart([], [], count=-1)


@given(count=some.integers(0, 9), chosen=some.sets(some.integers(0, 13)), seed=some.integers(0, 99))
def test_no_sentence_comes_twice_none_is_chosen_already_and_words_are_exact(
    count: int, chosen: set[int], seed: int
) -> None:
    notes, rows = heard()
    noisy = rows + np.random.default_rng(seed).normal(0, 0.1, rows.shape).astype(np.float32)

    rare, far = pick_apart(
        notes, [quote(notes, one) for one in chosen], count=count, embeddings=noisy
    )

    found = [one.quote for one in (*rare, *far)]
    assert len({one.id for one in found}) == len(found)
    assert not {int(one.id) for one in found} & chosen
    assert set(found) <= set(sentences(notes))
    assert len(rare) <= count >= len(far)
