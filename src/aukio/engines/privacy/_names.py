"""Names of people: first names, family names, and the capitalised words after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from aukio.engines.privacy._finding import Finding, Kind
from aukio.engines.privacy._kinds_of_word import Reading, reading
from aukio.engines.privacy._lists import PLACES

# Letters of Finland's languages and of the names of those who have moved here.
_CAPITAL: Final = r"[A-ZÅÄÖÉÜØÆŠŽÁÀÂČÇĆĐÈËÍÎĞİŁŊÑÓÔÕŐŚŞŦÚŰÝŹŻ]"
_SMALL: Final = "a-zåäöéüøæšžáàâčçćđèëíîğıłŋñóôõőśşŧúűýźż"
_WORD: Final = re.compile(rf"(?<![\w-]){_CAPITAL}[{_SMALL}'’]+(?:-{_CAPITAL}[{_SMALL}]+)*")
_NEXT: Final = re.compile(
    rf"\s(?:(?:von|af|de|van|der|al|el)\s){{0,2}}({_CAPITAL}(?:\.(?!\s+{_CAPITAL})|[\w’'-]+)?)(?![\w])"
)
_TITLE: Final = re.compile(
    rf"(?<!\w)(?i:herra|rouva|neiti|herr|fru|fröken|mr|mrs|ms|dr|tohtori)\.?\s+({_CAPITAL}[\w’'-]+)"
)
_TASK: Final = re.compile(
    r"(?<!\w)(?:rehtori|lääkäri|opettaja|hoitaja|valtuutettu|kirkkoherra|ministeri|kansanedustaja|"
    r"rektor|läkare|lärare|ministern?|kyrkoherde|doctor|councillor|minister)"
    rf"\s+({_CAPITAL}[{_SMALL}’'-]{{2,}})(?!\w)"
)
_INITIALS: Final = re.compile(rf"(?<![\w.])(?:{_CAPITAL}\.[\s-]?){{1,3}}$")
_STARTS: Final = frozenset('.!?:;–—-•*"”»\n\t(')
_MOST_WORDS: Final = 3
_LONGEST_INITIALS: Final = 9


def names(text: str) -> Iterator[Finding]:
    """A first name with a family name is certain; one of them by itself is a hint."""
    done = -1
    for word in _WORD.finditer(text):
        if word.start() < done:
            continue
        found = _name_at(text, word)
        if found:
            done = found.end
            yield found
    for title in _TITLE.finditer(text):
        yield Finding(*title.span(), Kind.NAME, False)
    for task in _TASK.finditer(text):
        if not _is_only_place(reading(task[1])):
            yield Finding(*task.span(), Kind.NAME, False)


def _name_at(text: str, word: re.Match[str]) -> Finding | None:
    told = reading(word[0])
    if told.first:
        return _first_name_at(text, word, told)
    if not told.family:
        return None
    start, end = _with_initials(text, word.start()), word.end()
    following = _NEXT.match(text, end)
    if following and reading(following[1]).first and not reading(following[1]).word:
        end = following.end()
    is_whole = end > word.end() or start < word.start()
    if is_whole or not _is_doubtful(text, word, told):
        return Finding(start, end, Kind.NAME, is_whole)
    return None


def _first_name_at(text: str, word: re.Match[str], told: Reading) -> Finding | None:
    end = _with_family_name(text, word.end())
    is_whole = end > word.end()
    if not is_whole and _is_doubtful(text, word, told):
        return None
    return Finding(word.start(), end, Kind.NAME, is_whole)


def _is_doubtful(text: str, word: re.Match[str], told: Reading) -> bool:
    """A place, a word that begins the sentence, or Aalto-yliopisto: alone more likely no name."""
    joined = told.family and text[word.end() : word.end() + 1] == "-"
    return told.place or joined or (told.word and _begins(text, word.start()))


def _with_family_name(text: str, end: int) -> int:
    for _turn in range(_MOST_WORDS):
        following = _NEXT.match(text, end)
        if not following or _is_at_place(following[1]):
            break
        end = following.end()
    return end


def _is_at_place(word: str) -> bool:
    """Matti Helsingistä; but Hilkka Rautavaara has the name of a place for her own."""
    return _is_only_place(reading(word)) and word.lower() not in PLACES


def _is_only_place(told: Reading) -> bool:
    return told.place and not told.family and not told.first


def _with_initials(text: str, start: int) -> int:
    """Where the initials before a family name begin; the name's own start when there are none."""
    from_ = max(0, start - _LONGEST_INITIALS)
    found = _INITIALS.search(text[from_:start])
    return from_ + found.start() if found else start


def _begins(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \u00a0")
    return not before or before[-1] in _STARTS
