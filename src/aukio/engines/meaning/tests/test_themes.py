"""Themes: every note in one, the same every time, named by words that mean something."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aukio.engines.meaning import Note, find_themes
from aukio.engines.text import is_stopword

TOPICS = {
    "liikenne": ["Bussit kulkevat liian harvoin kylään", "Junat ja bussit ovat myöhässä"],
    "koulu": ["Koulun opettajat ovat väsyneitä", "Oppilaat tarvitsevat opettajan tukea"],
    "luonto": ["Metsän puut pitää suojella", "Linnut elävät vanhassa metsässä"],
}


def clusters(each=20, size=8, seed=1):
    """Return notes of three topics and vectors that keep the topics apart."""
    chance = np.random.default_rng(seed)
    centres = np.eye(3, size) * 4
    notes, rows = [], []
    for number in range(3 * each):
        topic = number % 3
        words = list(TOPICS.values())[topic][(number // 3) % 2]
        notes.append(Note(f"n{number}", words, "fi"))
        rows.append(centres[topic] + chance.normal(0, 0.3, size))
    vectors = np.array(rows, np.float32)
    return notes, vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_topics_kept_apart_by_the_vectors_become_themes():
    notes, vectors = clusters()
    found = find_themes(notes, embeddings=vectors)
    for topic in range(3):
        assert len({found.assignments[f"n{number}"] for number in range(topic, 60, 3)}) == 1
    assert len(found.themes) == 3


def test_themes_are_numbered_by_size_and_hold_every_note_once():
    notes, vectors = clusters()
    found = find_themes(notes, embeddings=vectors)
    assert [theme.id for theme in found.themes] == ["t1", "t2", "t3"]
    assert [theme.size for theme in found.themes] == sorted(
        (theme.size for theme in found.themes), reverse=True
    )
    told = [note for theme in found.themes for note in theme.note_ids]
    assert sorted(told) == sorted(note.id for note in notes)
    assert all(
        found.assignments[note] == theme.id for theme in found.themes for note in theme.note_ids
    )


def test_the_same_notes_give_the_same_themes():
    notes, vectors = clusters()
    assert find_themes(notes, embeddings=vectors) == find_themes(notes, embeddings=vectors)


def test_quotes_are_exact_and_from_their_theme():
    notes, vectors = clusters()
    texts = {note.id: note.text for note in notes}
    for theme in find_themes(notes, embeddings=vectors).themes:
        assert theme.quotes
        for quote in theme.quotes:
            assert quote.id in theme.note_ids
            assert texts[quote.id][quote.start : quote.end] == quote.text


def test_labels_name_the_topic_without_stop_words():
    notes, vectors = clusters()
    labels = [theme.label["fi"] for theme in find_themes(notes, embeddings=vectors).themes]
    assert any("bussi" in label.lower() for label in labels)
    for label in labels:
        for word in label.split(", "):
            assert not is_stopword(word, language="fi")


def test_language_does_not_divide_what_topic_unites():
    notes, vectors = clusters(each=24)
    mixed = [
        Note(note.id, note.text, "fi" if number % 2 else "sv") for number, note in enumerate(notes)
    ]
    tongue = np.zeros(vectors.shape[1], np.float32)
    tongue[-1] = 3.0
    rows = vectors + np.outer([number % 2 for number in range(len(notes))], tongue)
    rows = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    for theme in find_themes(mixed, embeddings=rows).themes:
        assert set(theme.label) == {"fi", "sv"}


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5])
def test_a_handful_of_notes_is_no_trouble(n):
    notes, vectors = clusters()
    found = find_themes(notes[:n], embeddings=vectors[:n])
    assert len(found.assignments) == n


def test_no_notes_no_themes():
    found = find_themes([])
    assert found.themes == ()
    assert found.coverage == 0


def test_the_same_words_forty_times_are_one_theme():
    notes = [Note(str(number), "Lisää puita", "fi") for number in range(40)]
    found = find_themes(notes, embeddings=np.tile(np.array([[1.0, 0.0]], np.float32), (40, 1)))
    assert [theme.size for theme in found.themes] == [40]


def test_empty_notes_are_kept():
    notes = [Note("1", "", "fi"), Note("2", "  ", "fi")]
    found = find_themes(notes, embeddings=np.zeros((2, 4), np.float32))
    assert found.assignments == {"1": "t1", "2": "t1"}
    assert found.themes[0].quotes == ()
    assert found.themes[0].label


def test_two_notes_of_one_id_are_refused():
    with pytest.raises(ValueError, match="same id"):
        find_themes([Note("1", "a", "fi"), Note("1", "b", "fi")])


def test_vectors_must_match_the_notes():
    with pytest.raises(ValueError, match="1 vectors were given for 2 notes"):
        find_themes(
            [Note("1", "a", "fi"), Note("2", "b", "fi")], embeddings=np.ones((1, 2), np.float32)
        )


@settings(max_examples=8, deadline=None)
@given(st.integers(1, 40), st.integers(0, 1000))
def test_any_vectors_give_every_note_one_theme(n, seed):
    vectors = np.random.default_rng(seed).normal(size=(n, 6)).astype(np.float32)
    notes = [Note(str(number), f"sana{number}", "fi") for number in range(n)]
    found = find_themes(notes, embeddings=vectors)
    assert set(found.assignments) == {note.id for note in notes}
    assert sum(theme.size for theme in found.themes) == n
    assert 0 <= found.coverage <= 1
