"""Names of people: a known first name, in any case, and the capitalised words after it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from aukio.engines.privacy._finding import Finding, Kind
from aukio.engines.privacy._first_names import ALSO_WORDS, FIRST_NAMES, OTHER_WORDS
from aukio.engines.text import lemmas

_CAPITAL: Final = r"[A-ZÅÄÖÉÜØÆŠŽ]"
_WORD: Final = re.compile(rf"(?<![\w-]){_CAPITAL}[a-zåäöéüøæšž'’]+(?:-{_CAPITAL}[a-zåäöéüøæšž]+)*")
_NEXT: Final = re.compile(rf"\s(?:(?:von|af|de|van|der|al|el)\s){{0,2}}({_CAPITAL}(?:\.|[\w’'-]*))")
_TITLE: Final = re.compile(
    rf"(?<!\w)(?i:herra|rouva|neiti|herr|fru|fröken|mr|mrs|ms|dr|tohtori)\.?\s+({_CAPITAL}[\w’'-]+)"
)
_SURNAME: Final = re.compile(
    rf"(?<=[a-zåäö,;:]\s){_CAPITAL}[a-zåäö]{{2,}}(?:nen|[aiouyäö]sen|selle|sella|selta|ström|berg|qvist|lund|sson)(?!\w)"
)
# Case endings of Finnish, genitives of Swedish and English, the longest first.
_ENDINGS: Final = (
    *("'lta", "'lle", "'lla", "’lle", "iltä", "ilta", "ille", "illa", "illä", "issa", "istä"),
    *("ista", "lla", "llä", "lle", "lta", "ltä", "ssa", "ssä", "sta", "stä", "hun", "hin"),
    *("han", "hän", "hen", "hön", "kin", "ksi", "ta", "tä", "na", "nä", "een", "in", "en"),
    *("an", "än", "on", "ön", "un", "yn", "'s", "’s", "s", "n", "a", "ä"),
)
_GRADES: Final = (("tt", "t"), ("kk", "k"), ("pp", "p"), ("nt", "nn"), ("lt", "ll"), ("rt", "rr"))
_STARTS: Final = frozenset('.!?:;–—-•*"”»\n\t(')
_MOST_WORDS: Final = 3
_LONGEST_ENDING: Final = 5


def names(text: str) -> Iterator[Finding]:
    """A first name with a surname is certain; a name by itself is a hint."""
    done = -1
    for word in _WORD.finditer(text):
        name = first_name(word[0]) if word.start() >= done else ""
        if not name:
            continue
        end = _with_surname(text, word.end())
        if end == word.end() and name in ALSO_WORDS and _begins(text, word.start()):
            continue
        done = end
        yield Finding(word.start(), end, Kind.NAME, end > word.end())
    for title in _TITLE.finditer(text):
        yield Finding(*title.span(), Kind.NAME, False)
    for surname in _SURNAME.finditer(text):
        yield Finding(*surname.span(), Kind.NAME, False)


@lru_cache(maxsize=20_000)
def first_name(word: str) -> str:
    """The first name that the word is a form of, or ""; Voikko helps where it is present."""
    low = word.lower()
    if low in OTHER_WORDS:
        return ""
    for part in (low, low.split("-")[0]):
        if part in FIRST_NAMES:
            return part
    stems = (_known_stem(low, ending) for ending in _ENDINGS)
    return next(filter(None, stems), "") or _by_lemma(word)


def _known_stem(low: str, ending: str) -> str:
    stem = low.removesuffix(ending)
    if stem == low or len(stem) < 3:
        return ""
    return stem if stem in FIRST_NAMES else _WEAK.get(stem, "")


def _by_lemma(word: str) -> str:
    known = (one for one in lemmas(word, language="fi") if one in FIRST_NAMES)
    return next((one for one in known if len(word) - len(one) <= _LONGEST_ENDING), "")


def _weak_forms() -> dict[str, str]:
    """Stems as they are before an ending, with their names: Peka(n), Anti(n), Henriki(n)."""
    made = {}
    for name in FIRST_NAMES:
        for strong, weak in _GRADES:
            if name[:-1].endswith(strong):
                made[name[: -1 - len(strong)] + weak + name[-1]] = name
        if name[-1] not in "aeiouyåäö":
            made[f"{name}i"] = name
    return {stem: name for stem, name in made.items() if len(stem) > 3}


_WEAK: Final = _weak_forms()


def _with_surname(text: str, end: int) -> int:
    for _turn in range(_MOST_WORDS):
        following = _NEXT.match(text, end)
        if not following:
            break
        end = following.end()
    return end


def _begins(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \u00a0")
    return not before or before[-1] in _STARTS
