"""Vectors of notes: the whole beside its words, with language taken out of both."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aukio.engines.meaning import Note, note_vectors
from aukio.engines.meaning import _vectors as module
from aukio.engines.meaning._space import centred, neighbours

CONCEPTS = {"bussi": 0, "buss": 0, "koulu": 1, "skola": 1, "metsä": 2, "skog": 2}


@pytest.fixture
def asked(monkeypatch):
    """A model that knows three concepts and, in its last place, only the language's sound."""
    texts_asked = []

    def embed(texts, *, progress=None, **_):
        texts_asked.extend(texts)
        rows = np.full((len(texts), 4), 0.1, np.float32)
        for row, text in enumerate(texts):
            for word, concept in CONCEPTS.items():
                rows[row, concept] += word in text.lower()
            rows[row] *= bool(text.strip())
        if progress is not None:
            progress(len(texts), len(texts))
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)

    monkeypatch.setattr(module, "embed", embed)
    monkeypatch.setattr(module, "embedding_model_name", lambda: "model")
    return texts_asked


NOTES = [
    Note("1", "Bussi ja bussi", "fi"),
    Note("2", "Koulu on hyvä", "fi"),
    Note("3", "En buss till", "sv"),
    Note("4", "Skolan", "sv"),
]


def test_a_note_has_two_halves(asked):
    rows = note_vectors(NOTES)
    assert rows.shape == (4, 8)
    assert np.allclose(np.linalg.norm(rows[:, :4], axis=1), 1, atol=1e-5)
    assert np.allclose(np.linalg.norm(rows[:, 4:], axis=1) ** 2, 0.5, atol=1e-5)


def test_words_are_asked_as_lemmas_once_and_stop_words_never(asked):
    note_vectors(NOTES)
    words = asked[len(NOTES) :]
    assert words.count("bussi") == 1
    assert not {"ja", "on", "en"} & set(words)


def test_the_same_topic_in_two_languages_is_near(asked):
    rows = note_vectors(NOTES)
    assert rows[0] @ rows[2] > rows[0] @ rows[1]
    assert rows[1] @ rows[3] > rows[1] @ rows[2]


def test_without_a_model_only_the_whole_is_there(asked, monkeypatch):
    monkeypatch.setattr(module, "embedding_model_name", lambda: module._NO_MODEL)
    assert note_vectors(NOTES).shape == (4, 4)
    assert len(asked) == len(NOTES)


def test_notes_without_words_have_no_second_half(asked):
    assert note_vectors([Note("1", "…", "fi"), Note("2", "1 2", "fi")]).shape == (2, 4)


def test_the_commonest_words_are_kept_when_there_are_too_many(asked, monkeypatch):
    monkeypatch.setattr(module, "_MOST_WORDS", 1)
    said = [*NOTES, Note("5", "Bussi tulee", "fi")]
    note_vectors(said)
    assert asked[len(said) :] == ["bussi"]


def test_a_rare_word_weighs_more_than_a_common_one(asked):
    notes = [Note(str(number), "bussi", "fi") for number in range(9)]
    notes += [Note("x", "bussi metsä", "fi"), Note("y", "metsä", "fi"), Note("z", "koulu", "fi")]
    rows = note_vectors(notes)[:, 4:]
    assert rows[9] @ rows[10] > rows[9] @ rows[0]


def test_a_language_of_its_own_sound_is_taken_out():
    chance = np.random.default_rng(3)
    topics = np.repeat(np.eye(3, 6), 20, axis=0) + chance.normal(0, 0.1, (60, 6))
    sound = np.outer(np.arange(60) % 2, [0, 0, 0, 1, 0, 0])
    rows = centred((topics + sound).astype(np.float32), ["fi", "sv"] * 30)
    found, _ = neighbours(rows, 5)
    across = np.mean([(row % 2) != (near % 2) for row in range(60) for near in found[row]])
    assert 0.35 < across < 0.65


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 30), st.integers(0, 99))
def test_centred_rows_have_length_one_or_none(n, seed):
    rows = np.random.default_rng(seed).normal(size=(n, 5)).astype(np.float32)
    rows[::3] = 0
    languages = [("fi", "sv", "en")[row % 3] for row in range(n)]
    lengths = np.linalg.norm(centred(rows, languages), axis=1)
    assert np.all(np.isclose(lengths, 1, atol=1e-4) | (lengths == 0))
    assert np.all(lengths[::3] == 0)


def test_centring_leaves_what_it_was_given_alone():
    rows = np.eye(3, dtype=np.float32)
    centred(rows, ["fi"] * 3)
    assert np.array_equal(rows, np.eye(3))


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 40), st.integers(0, 99), st.integers(1, 5))
def test_neighbours_are_the_nearest_others(n, seed, count):
    count = min(count, n - 1)
    rows = centred(np.random.default_rng(seed).normal(size=(n, 4)).astype(np.float32), ["fi"] * n)
    found, cosines = neighbours(rows, count)
    whole = rows @ rows.T
    np.fill_diagonal(whole, -2)
    best = np.sort(whole, axis=1)[:, ::-1][:, :count]
    assert np.allclose(np.sort(cosines, axis=1)[:, ::-1], best, atol=1e-5)
    assert all(row not in found[row] for row in range(n))
