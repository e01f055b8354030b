"""Which language a text is written in."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from threading import Lock
from typing import Final

from aukio.engines.text._spans import tokenize

DEFAULT: Final = ("fi", "sv", "en")
_LOADING = Lock()
_SURE_WORDS: Final = 4
_UNKNOWN: Final = -1e30
_NO_LANGUAGE: Final = "zxx"
_SHARE_TO_COUNT: Final = 0.05

# ISO 639-2/3 codes people put into tables, and the two-letter code of the same language.
_LONG_CODES: Final = {
    "fin": "fi", "swe": "sv", "eng": "en", "deu": "de", "ger": "de", "sme": "se", "nor": "no",
    "nob": "nb", "nno": "nn", "dan": "da", "est": "et", "rus": "ru", "fra": "fr", "fre": "fr",
    "spa": "es", "ukr": "uk", "ara": "ar", "som": "so", "ita": "it", "nld": "nl", "dut": "nl",
    "suomi": "fi", "svenska": "sv", "ruotsi": "sv", "finska": "fi", "englanti": "en",
    "english": "en", "finnish": "fi", "swedish": "sv", "german": "de", "engelska": "en",
}  # fmt: skip


def language_code(name: str) -> str:
    """Return the short code for a code or name as people write it: "FIN", "sv-FI", "suomi".

    Unknown names come back lower-cased without the region part; an empty name stays empty.
    """
    base = name.strip().lower().replace("_", "-").split("-")[0]
    return _LONG_CODES.get(base, base)


def identify_language(text: str, *, among: Sequence[str] | None = DEFAULT) -> str:
    """Return the ISO 639-1 code of the likeliest language of ``text``.

    ``among`` restricts the answer; None allows any of the 97 languages py3langid knows.
    Texts of fewer than four words are decided by word frequency first, since character
    statistics are unreliable there. A text without letters gives the first of ``among``
    (or "en"), so the answer is always usable.
    """
    allowed = tuple(among) if among is not None else None
    if allowed is not None and len(allowed) == 1:
        return allowed[0]
    words = [token.text.lower() for token in tokenize(text) if not token.text.isdigit()]
    candidates = allowed or DEFAULT
    if not words:
        return candidates[0]
    if len(words) < _SURE_WORDS:
        familiar = _by_words(words, candidates)
        if familiar is not None:
            return familiar
    return _by_letters(text, allowed) or candidates[0]


def identify_languages(texts: Sequence[str]) -> list[str]:
    """Return a language for each text of one collection, any language allowed.

    First every text votes freely, longer ones with more weight; languages with fewer than 5 %
    of the votes, or of a single voter, are taken for slips on short texts, and each text is
    decided again among those that remain. Finnish, Swedish and English need one vote only.
    """
    votes: Counter[str] = Counter()
    voters: Counter[str] = Counter()
    for text in texts:
        code = identify_language(text, among=None)
        votes[code] += len(text.strip())
        voters[code] += bool(text.strip())
    floor = _SHARE_TO_COUNT * votes.total()
    common = tuple(
        code
        for code, weight in votes.most_common()
        if voters[code] and (code in DEFAULT or (weight >= floor and voters[code] > 1))
    )
    return [identify_language(text, among=common or DEFAULT) for text in texts]


def _by_letters(text: str, allowed: Sequence[str] | None) -> str | None:
    import py3langid

    with _LOADING:
        ranked = py3langid.rank(text)
    for code, score in ranked:
        if score <= _UNKNOWN:
            return None
        if code == _NO_LANGUAGE:
            continue
        if allowed is None or code in allowed:
            return str(code)
    return None


def _by_words(words: Sequence[str], candidates: Sequence[str]) -> str | None:
    """Return the language in which every word is commonest; None when no language knows them."""
    scores = {code: _familiarity(tuple(words), code) for code in candidates}
    best = max(candidates, key=lambda code: scores[code])
    return best if scores[best] > 0 else None


@lru_cache(maxsize=4096)
def _familiarity(words: tuple[str, ...], language: str) -> float:
    from wordfreq import available_languages, zipf_frequency

    if language not in available_languages():
        return 0.0
    return sum(zipf_frequency(word, language) for word in words) / len(words)
