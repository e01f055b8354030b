"""The lists of names, words and places, read once."""

from importlib.resources import files
from typing import Final


def _words(name: str) -> frozenset[str]:
    text = (files("aukio.engines.privacy") / "words" / name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


FIRST_NAMES: Final = _words("first-names.txt")
ALSO_WORDS: Final = _words("also-words.txt")
FAMILY_NAMES: Final = _words("family-names.txt")
FAMILY_ALSO_WORDS: Final = _words("family-also-words.txt")
PLACES: Final = _words("places.txt")
OTHER_WORDS: Final = _words("other-words.txt")
