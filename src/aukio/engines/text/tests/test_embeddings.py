"""Texts as vectors."""

import numpy as np
import pytest

from aukio.engines.text import embed, embedding_model_name


class Lengths:
    """Stands in for a model: remembers what it was asked."""

    name = "lengths"

    def __init__(self):
        self.asked = []

    def encode(self, texts):
        self.asked.append(list(texts))
        return np.array([[1.0, 0.0] if len(text) % 2 else [0.0, 1.0] for text in texts], np.float32)


def test_identical_texts_are_computed_once():
    model = Lengths()
    rows = embed(["a", "bb", "a", " a "], embedder=model)
    assert model.asked == [["a", "bb"]]
    assert rows.tolist() == [[1, 0], [0, 1], [1, 0], [1, 0]]


def test_empty_texts_are_zero_and_never_asked():
    model = Lengths()
    assert embed(["", "a", "  "], embedder=model).tolist() == [[0, 0], [1, 0], [0, 0]]
    assert model.asked == [["a"]]


def test_batches_hold_texts_of_like_length():
    model = Lengths()
    embed([f"{number:0{length}}" for number in range(40) for length in (3, 900)], embedder=model)
    assert len(model.asked) > 1
    assert all(sum(map(len, batch)) <= 4_000 for batch in model.asked)


def test_progress_reaches_its_total():
    told = []
    embed(["a", "bb", "a"], embedder=Lengths(), progress=lambda *step: told.append(step))
    assert told[-1] == (2, 2)


@pytest.mark.parametrize("texts", [[], [""], ["", "  "]])
def test_nothing_to_say_gives_rows_all_the_same(texts):
    assert len(embed(texts, fallback=True)) == len(texts)
    assert len(embed(texts, embedder=Lengths())) == len(texts)


def test_the_fallback_puts_like_words_near():
    texts = [
        "Koulun pihalle tarvitaan puita",
        "Puita koulujen pihoille",
        "Bussit kulkevat liian harvoin",
        "Bussien vuoroja on harvoin",
        "Kirjasto on auki iltaisin",
    ]
    rows = embed(texts, fallback=True)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert rows[0] @ rows[1] > rows[0] @ rows[2]
    assert rows[2] @ rows[3] > rows[2] @ rows[4]


def test_the_fallback_is_the_same_every_time():
    texts = ["yksi kaksi", "kolme neljä", "viisi kuusi"]
    assert np.array_equal(embed(texts, fallback=True), embed(texts, fallback=True))


def test_the_model_sees_meaning_across_languages():
    rows = embed(["Koira haukkuu pihalla.", "Hunden skäller på gården.", "The bank raised rates."])
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)
    if embedding_model_name() == "lemma-tfidf-svd":
        pytest.skip("This machine cannot run the multilingual model.")
    assert rows[0] @ rows[1] > rows[0] @ rows[2]


def test_models_have_names():
    assert embedding_model_name(fallback=True) == "lemma-tfidf-svd"
    assert embedding_model_name()
