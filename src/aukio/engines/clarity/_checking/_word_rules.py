"""Rules on words: officialese, rare words, abbreviations, the house glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from aukio.engines.clarity._checking import _limits as limits
from aukio.engines.clarity._checking._catalogue import load
from aukio.engines.clarity._checking._passage import Hit, Line, Passage, Word
from aukio.engines.clarity._documents import BlockKind
from aukio.engines.text import lemma

ABBREVIATION = re.compile(
    r"\b(?:[A-ZÅÄÖ]{2,6}|[A-ZÅÄÖ]{1,3}\d{1,2}|[A-ZÅÄÖ][a-z]?[A-ZÅÄÖ]{2,4})(?=\b|:)"
)
IN_BRACKETS = re.compile(r"\((\w+)\)")
BEFORE_BRACKETS = re.compile(r"\b([A-ZÅÄÖ]\w{1,6})\s*\(")
ROMAN = re.compile(r"[IVXLCDM]+")
TOO_LONG_TO_JUDGE = 14
CAPITAL_WORDS = 4
RARE_WEIGHT = 0.5


def officialese(passage: Passage) -> Iterator[Hit]:
    """Phrases of officials; those with a sure counterpart carry it as a suggestion."""
    pattern = phrase_pattern(passage.language)
    sure, hints = phrases(passage.language)
    for line in passage.lines:
        for found in pattern.finditer(line.text):
            key = " ".join(found.group().casefold().split())
            start, end = line.start + found.start(), line.start + found.end()
            plain = sure.get(key)
            values = {"word": found.group(), "plain": plain or hints.get(key, "")}
            suggestion = _as_written(found.group(), plain) if plain else None
            yield Hit("officialese", start, end, values=values, suggestion=suggestion)


def rare_word(passage: Passage) -> Iterator[Hit]:
    """Words rare in general language; names, numbers and long compounds are not judged."""
    for line in passage.sentences:
        for word in line.words:
            if _may_be_judged(word, line) and _is_rare(word.text, passage.language):
                yield Hit("rare-word", word.start, word.end, RARE_WEIGHT, {"word": word.text})


def abbreviation(passage: Passage) -> Iterator[Hit]:
    """Capital-letter abbreviations at their first use, unless explained or generally known."""
    known = set(load("vague")["known"][passage.language])
    explained = _explained(passage.document.text)
    seen: set[str] = set()
    for line in passage.lines:
        if _in_capitals(line):
            continue
        for found in ABBREVIATION.finditer(line.text):
            short = found.group()
            if short in seen or short in known or ROMAN.fullmatch(short):
                continue
            seen.add(short)
            if short not in explained:
                start = line.start + found.start()
                yield Hit("abbreviation", start, start + len(short), values={"word": short})


def short_form(passage: Passage) -> Iterator[Hit]:
    """`esim.`, `t.ex.`, `e.g.`: written out, they are read."""
    pattern, plain = _short_forms(passage.language)
    for line in passage.sentences:
        for found in pattern.finditer(line.text):
            start, end = line.start + found.start(), line.start + found.end()
            full = plain[found.group().casefold()]
            last = end == line.end and found.group().endswith(".")
            yield Hit(
                "short-form",
                start,
                end,
                values={"word": found.group(), "plain": full},
                suggestion=full + "." if last else full,
            )


def glossary_forbidden(passage: Passage) -> Iterator[Hit]:
    """Words the house has decided not to use, in any inflected form of theirs."""
    unwanted = {
        _base(word, passage.language): term.preferred
        for term in passage.glossary.terms
        for word in term.forbidden
    }
    for line in passage.lines if unwanted else ():
        for word in line.words:
            plain = unwanted.get(_base(word.text, passage.language))
            if plain:
                same = word.text.casefold() == _base(word.text, passage.language)
                values = {"word": word.text, "plain": plain}
                suggestion = _as_written(word.text, plain) if same else None
                yield Hit("glossary-forbidden", word.start, word.end, 1.0, values, suggestion)


def glossary_unexplained(passage: Passage) -> Iterator[Hit]:
    """Words the house wants explained, where they first appear without explanation."""
    text = passage.document.text.casefold()
    for term in passage.glossary.terms:
        if not term.explanation or term.explanation.casefold() in text:
            continue
        wanted = _base(term.preferred, passage.language)
        found = next(
            (
                word
                for line in passage.lines
                for word in line.words
                if _base(word.text, passage.language) == wanted
            ),
            None,
        )
        if found is not None:
            values = {"word": found.text, "plain": term.explanation.rstrip(". ")}
            yield Hit("glossary-unexplained", found.start, found.end, values=values)


def capitals(passage: Passage) -> Iterator[Hit]:
    """A whole sentence in capitals."""
    for line in passage.lines:
        if _in_capitals(line):
            yield Hit("capitals", line.start, line.end)


def phrases(language: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Officialese with a sure counterpart, and officialese with a hint."""
    found = load("phrases")[language]
    return found["sure"], found["hint"]


@cache
def phrase_pattern(language: str) -> re.Pattern[str]:
    """All phrases of a language, the longest first."""
    every = sorted({**phrases(language)[0], **phrases(language)[1]}, key=len, reverse=True)
    listed = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in every)
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])", re.IGNORECASE)


@cache
def _short_forms(language: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    known = {str(key).casefold(): full for key, full in load("shortforms")[language].items()}
    listed = "|".join(re.escape(one) for one in sorted(known, key=len, reverse=True))
    return re.compile(rf"(?<![\w.])(?:{listed})(?!\w)", re.IGNORECASE), known


def _as_written(found: str, plain: str) -> str:
    """`plain` with a capital where the words found have one."""
    return plain[0].upper() + plain[1:] if found[0].isupper() else plain


def _in_capitals(line: Line) -> bool:
    return len(line.words) >= CAPITAL_WORDS and line.text.upper() == line.text


def _explained(text: str) -> frozenset[str]:
    """Abbreviations that stand in brackets after the full words, or before them: `TPA (…)`."""
    return frozenset(IN_BRACKETS.findall(text) + BEFORE_BRACKETS.findall(text))


def _may_be_judged(word: Word, line: Line) -> bool:
    if not word.text.isalpha() or len(word.text) > TOO_LONG_TO_JUDGE or len(word.text) < 3:
        return False
    return line.block.kind is not BlockKind.HEADING and not (
        word.text[0].isupper() and word.start != line.start
    )


@lru_cache(maxsize=100_000)
def _is_rare(word: str, language: str) -> bool:
    """Whether both the word and its base form lie below the language's limit."""
    from wordfreq import zipf_frequency

    limit = limits.RARE[language]
    if zipf_frequency(word, language) >= limit:
        return False
    return float(zipf_frequency(_base(word, language), language)) < limit


@lru_cache(maxsize=100_000)
def _base(word: str, language: str) -> str:
    return lemma(word.casefold(), language=language)
