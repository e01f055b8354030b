"""Where sentences begin and end."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from aukio.engines.text._abbreviations import CLOSING, INNER, OPENING
from aukio.engines.text._language import language_code
from aukio.engines.text._spans import Span

_CLOSERS: Final = "\"'”’»)]}*_"
_OPENERS: Final = "\"'“”„‘’«»([{*_-–—•·¿¡"
_FACE: Final = r"(?:[:;=]-?[)(DPp]+|\*\w+\*)"
# A stop, any closing quotes or brackets, and then space; a face may stand after or instead of it.
# Wide CJK stops need no space.
_CANDIDATE: Final = re.compile(
    rf"[.!?…]+[{re.escape(_CLOSERS)}]*(?:[ ]?{_FACE})*(?=\s)"
    rf"|(?<=\s){_FACE}(?=\s)|(?<=[a-zåäö]):-?[)D]+(?=\s)|[。！？]+[」』”]*"
)
_ENDING_FACE: Final = re.compile(rf"\s?{_FACE}$")
# Joined lines: an item's number after a colon or a closing sign; a numbered heading of a law.
_BEFORE_ITEM: Final = re.compile(
    r"[:;)”\"»](?=\s+\d{1,2}[.)]\s+[A-ZÅÄÖ])|[,;](?: ja| och| and)?(?=\s+\d{1,2}\)\s)"
    r"|[:\"”](?=\s+\d{1,3}\s(?:artikla|luku|artikeln?|kapitlet)\s)"
    # The formulas of acts: what is amended, what a term means, the grounds.
    r"|\b(?:seuraavasti|följande):(?=\s+[A-ZÅÄÖ])|(?:\btarkoitetaan:|;)(?=\s+[\"”][a-zåäö])"
    r"|\bkatsoo,(?=\s+että\s+\(?1\))"
)
# A run of words in capitals after others: `mukainen, ON TEHNYT`, `(95/536/EY) EUROOPAN YHTEISÖJEN`.
_BEFORE_CAPITALS: Final = re.compile(
    r"(?<=[a-zåäö,)])(?=\s+(?!DE\b|VAN\b|VON\b|AF\b|DI\b|LA\b|LE\b)[A-ZÅÄÖ]{2,}\s[A-ZÅÄÖ]{5,}\b)"
)
# After a heading in capitals: `HAKEMUKSEN LIITTEET Palkkalaskelma on`.
_AFTER_CAPITALS: Final = re.compile(r"(?<=[A-ZÅÄÖ]{5})(?=\s+[A-ZÅÄÖ][a-zåäö]+\s+[a-zåäö])")
_NUMBERED: Final = re.compile(
    r"\s*\d{1,3}\s(?:artikla|luku|§|artikeln?|kap\.|kapitlet)(?=\s+(?:\d{1,2}\.\s+)?[A-ZÅÄÖ])"
)
_LINE_BREAK: Final = re.compile(r"[ \t\u00a0]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])\s*")
_BLANK_LINE: Final = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")
_BULLET: Final = re.compile(r"(?:[-–—•·*▪◦‣]|\(?\d{1,2}[.)]|[a-zåäö]\))\s")
# Verbs that ask: no name ends so.
_QUESTION: Final = r"|[A-ZÅÄÖ][a-zåäö]+(?:aako|ääkö|eekö|vatko|vätkö|mmeko|mmekö|tteko|ttekö)"
_LAST_WORD: Final = re.compile(r"[^\s\"'“”„‘’«»()\[\]{}]*$")
_INITIAL: Final = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]", re.UNICODE)
_ENUMERATOR: Final = re.compile(r"[\s(]*(?:\d{1,3}|[a-zA-ZåäöÅÄÖ]|[ivxIVX]+)")
_AMOUNT: Final = re.compile(r"(?:\d\s?%|\d[ \u00a0]\d{3})\Z")  # never an ordinal: `3 000.`
_CALENDAR_DAYS: Final = 31
_LONG_WORD: Final = 5


def split_sentences(text: str, *, language: str) -> list[Span]:
    """Return the sentences of ``text`` as spans, in order.

    Every character that is not white space lies in exactly one span, and no span begins or
    ends with white space. A new line starts a new sentence unless it goes on in lower case;
    abbreviations, initials, ordinals, dates and decimals do not end one. Unknown languages
    get the rules without an abbreviation list.
    """
    code = language_code(language)
    spans: list[Span] = []
    for block in _lines(text):
        start = block.start
        for end in _ends(text, block, code):
            spans.extend(_trimmed(text, start, end))
            start = end
        spans.extend(_trimmed(text, start, block.end))
    return spans


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        begin = start + len(piece) - len(piece.lstrip())
        yield Span(begin, begin + len(bare))


def _lines(text: str) -> Iterator[Span]:
    """Cut at the line breaks that end something: a paragraph, a heading, an item of a list."""
    start = 0
    for gap in _LINE_BREAK.finditer(text):
        if _goes_on(text, gap):
            continue
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(text))


def _goes_on(text: str, gap: re.Match[str]) -> bool:
    if _BLANK_LINE.search(gap.group()) or _BULLET.match(text, gap.end()):
        return False
    before = text[: gap.start()][-1:]
    return before not in ".!?…:" and text[gap.end() : gap.end() + 1].islower()


def _ends(text: str, block: Span, language: str) -> Iterator[int]:
    start = block.start
    for place in _places(text, block, language):
        if heading := _NUMBERED.match(text, start, block.end):
            yield heading.end()
            start = heading.end()
        if (
            place.end() < block.end
            and place.end() > start
            and _is_end(text, start, place, language)
        ):
            yield place.end()
            start = place.end()
    if (heading := _NUMBERED.match(text, start, block.end)) and heading.end() < block.end:
        yield heading.end()


def _places(text: str, block: Span, language: str) -> list[re.Match[str]]:
    """Where a sentence may end, in order."""
    patterns = [_CANDIDATE, _BEFORE_ITEM, _BEFORE_CAPITALS, _AFTER_CAPITALS]
    if language in OPENING:
        patterns.append(_before_opening(language))
    found = [place for one in patterns for place in one.finditer(text, block.start, block.end)]
    return sorted(found, key=lambda place: place.end())


@cache
def _before_opening(language: str) -> re.Pattern[str]:
    """A small word before one that is capital only where a sentence begins: joined headings."""
    listed = "|".join(word.capitalize() for word in sorted(OPENING[language]))
    if language == "fi":
        listed += _QUESTION
    return re.compile(rf"(?<=[a-zåäö][a-zåäö)])(?=[ ](?:{listed})[ ][a-zåäö\d])")


def _is_end(text: str, start: int, stop: re.Match[str], language: str) -> bool:
    mark = stop.group()
    if stop.re is _AFTER_CAPITALS:
        heading = text[start : stop.start()].strip()
        return heading.isupper() and " " in heading
    if stop.re is not _CANDIDATE or mark[0] in "。！？":
        return True
    following = _first_sign(text, stop.end())
    if _ENDING_FACE.search(mark):
        return following.isupper() or following.isdigit()
    if mark.rstrip(_CLOSERS) != ".":
        return not following.islower() or mark in {"!", "?"}
    if mark == "." and _is_abbreviated(text, start, stop.start(), following, language):
        return False
    return not following.islower() or _is_whole_word(text, start, stop.start())


def _is_whole_word(text: str, start: int, dot: int) -> bool:
    """Tell a whole word from an unlisted abbreviation: people also begin in lower case."""
    if _AMOUNT.search(text, max(start, dot - 12), dot):
        return True
    return dot - _LONG_WORD >= start and text[dot - _LONG_WORD : dot].isalpha()


def _first_sign(text: str, position: int) -> str:
    """Return the first letter or digit after ``position``, quotes and dashes skipped."""
    while position < len(text) and (text[position].isspace() or text[position] in _OPENERS):
        position += 1
    return text[position : position + 1]


def _is_abbreviated(text: str, start: int, dot: int, following: str, language: str) -> bool:
    """Say whether the full stop at ``dot`` belongs to its word and not to the sentence."""
    if _ENUMERATOR.fullmatch(text, start, dot):
        return True
    found = _LAST_WORD.search(text[max(start, dot - 40) : dot])
    word = found.group() if found else ""
    if _AMOUNT.search(text, max(start, dot - 12), dot):
        return False
    if word.isdigit():
        return not following.isupper() and int(word) <= _CALENDAR_DAYS
    lower = word.lower()
    if lower in CLOSING.get(language, ()):
        return not following.isupper()
    if lower in INNER.get(language, ()):
        return True
    return word.isupper() and bool(_INITIAL.fullmatch(word))
