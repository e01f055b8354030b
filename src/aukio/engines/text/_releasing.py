"""What this engine holds and gets again in no time, let go between long works."""

import sys


def release() -> None:
    """Let go of the sentence model (45 MB, opened again in 10 ms) and of lists read twice.

    wordfreq keeps each list as it is in the file beside the table it looks words up in. What
    is in use just now stays until its user is done.
    """
    embeddings = sys.modules.get("aukio.engines.text._embeddings")
    if embeddings is not None:
        embeddings.default_embedder.cache_clear()
    frequencies = sys.modules.get("wordfreq")
    if frequencies is not None:
        frequencies.get_frequency_list.cache_clear()
