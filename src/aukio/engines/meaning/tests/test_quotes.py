"""Quotes: exact words that together cover what was said."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aukio.engines.meaning import Note, Quote, coverage, pick_quotes, sentences
from aukio.engines.meaning._quotes import facility_location

NOTES = [
    Note("a", "Bussit kulkevat liian harvoin. Juna on aina myöhässä.", "fi"),
    Note("b", "- Koulussa tarvitaan enemmän opettajia.\n- Joo.", "fi"),
]


def rows(n, seed=0):
    vectors = np.random.default_rng(seed).normal(size=(n, 5)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_sentences_leave_out_their_bullets():
    assert [quote.text for quote in sentences(NOTES)][2:] == [
        "Koulussa tarvitaan enemmän opettajia.",
        "Joo.",
    ]


def test_fragments_are_heard_but_not_quoted():
    chosen = pick_quotes(NOTES, count=4, embeddings=rows(4))
    assert "Joo." not in {quote.text for quote in chosen}


def test_a_fragment_is_quoted_when_there_is_nothing_else():
    assert [
        q.text for q in pick_quotes([Note("a", "Joo.", "fi")], count=1, embeddings=rows(1))
    ] == ["Joo."]


def test_a_rare_voice_comes_before_a_repetition():
    likeness = np.array([[1, 1, 0], [1, 1, 0], [1, 1, 0], [0, 0, 1]], np.float32)
    assert facility_location(likeness, 2) == [0, 2]


def test_nothing_more_is_picked_when_nothing_is_gained():
    assert facility_location(np.ones((3, 3), np.float32), 3) == [0]


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 12), st.integers(1, 4), st.integers(0, 999))
def test_the_lazy_search_finds_what_the_plain_one_does(n, count, seed):
    likeness = np.random.default_rng(seed).random((n, n)).astype(np.float32)
    best, plain = np.zeros(n, np.float32), []
    for _ in range(count):
        gains = np.maximum(likeness - best[:, None], 0).sum(axis=0)
        if gains.max() <= 0:
            break
        plain.append(int(gains.argmax()))
        best = np.maximum(best, likeness[:, plain[-1]])
    lazy = facility_location(likeness, count)
    covered = [likeness[:, chosen].max(axis=1).sum() for chosen in (plain, lazy)]
    assert covered[1] == pytest.approx(covered[0], rel=1e-3)


def test_coverage_grows_with_quotes_and_is_whole_with_all():
    every = sentences(NOTES)
    vectors = rows(4)
    some = coverage(NOTES, every[:1], vectors)
    assert 0 < some < coverage(NOTES, every, vectors) == pytest.approx(1, abs=1e-4)


def test_no_quotes_cover_nothing():
    assert coverage(NOTES, [], rows(4)) == 0
    assert coverage([], [], rows(0)) == 0
    assert pick_quotes(NOTES, count=0) == ()
    assert pick_quotes([Note("a", "", "fi")], count=3) == ()


def test_a_quote_one_sign_off_is_refused():
    with pytest.raises(ValueError, match="Not a sentence"):
        coverage(NOTES, [Quote("a", 1, 30, "x")], rows(4))


def test_wrong_numbers_are_refused():
    with pytest.raises(ValueError, match="negative"):
        pick_quotes(NOTES, count=-1)
    with pytest.raises(ValueError, match="2 vectors were given for 4 sentences"):
        pick_quotes(NOTES, count=1, embeddings=rows(2))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=6))
def test_every_quote_is_exact(texts):
    notes = [Note(str(number), text, "fi") for number, text in enumerate(texts)]
    every = sentences(notes)
    for quote in (*every, *pick_quotes(notes, count=3, embeddings=rows(len(every)))):
        assert notes[int(quote.id)].text[quote.start : quote.end] == quote.text
