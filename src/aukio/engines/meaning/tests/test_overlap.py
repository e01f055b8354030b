"""Shared words: lemmas, rarity, and no stop words."""

import numpy as np

from aukio.engines.meaning import Note, pick_quotes, sentences
from aukio.engines.meaning._overlap import word_rows

NOTES = [
    Note("1", "Bussit kulkevat kylään.", "fi"),
    Note("2", "Kylässä on bussi.", "fi"),
    Note("3", "Ja se on.", "fi"),
    Note("4", "Metsä palaa.", "fi"),
    Note("5", "Skogen i Ekenäs", "sv"),
    Note("6", "Ekenäs on kaunis.", "fi"),
]


def likeness():
    rows = word_rows(NOTES, sentences(NOTES))
    return (rows @ rows.T).toarray()


def test_forms_of_one_word_are_shared():
    assert likeness()[0, 1] > 0.5


def test_stop_words_alone_are_no_likeness_and_give_no_row():
    assert likeness()[2].tolist() == [0.0] * 6


def test_a_name_joins_two_languages():
    assert likeness()[4, 5] > 0.2
    assert likeness()[3, 4] == 0


def test_rows_have_length_one():
    lengths = np.diag(likeness())
    assert np.allclose(np.delete(lengths, 2), 1, atol=1e-5)


def test_no_words_at_all_is_no_trouble():
    notes = [Note("1", "Ja.", "fi"), Note("2", "…", "fi")]
    assert word_rows(notes, sentences(notes)).shape[0] == len(sentences(notes))
    assert word_rows([], ()).shape[0] == 0


def test_words_decide_where_the_vectors_say_nothing():
    notes = [Note(str(number), "Bussi kulkee kylään liian harvoin", "fi") for number in range(5)]
    notes += [Note("x", "Metsä palaa kuivana kesänä aina", "fi")]
    same = np.tile(np.array([[1.0, 0.0]], np.float32), (6, 1))
    chosen = pick_quotes(notes, count=2, embeddings=same)
    assert {quote.id for quote in chosen} == {"0", "x"}
