"""Rules on how a document is built: headings, links, contacts, what comes first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from aukio.engines.clarity._checking._catalogue import load
from aukio.engines.clarity._checking._passage import Hit, Passage
from aukio.engines.clarity._documents import BlockKind

CONTACT = re.compile(r"[\w.+-]+(?:@|\(at\)|\[at\])[\w-]+\.\w+|\+?\d[\d  ]{6,}\d|\bwww\.|https?://")
ASKS = re.compile(
    r"\b(?:lisäti\w+|kysy\w*|ota yhtey\w+|fråg\w+|mer information|kontakta|contact us|questions"
    r"|more information|päätö\w+|hakemu\w+|beslut\w*|ansök\w+|application|decision)\b",
    re.IGNORECASE,
)
LETTER_LENGTH = 80
LAST_IN_LINE = {
    "fi": re.compile(r"\b(?:ja|tai|sekä|että|mutta|joka|kun|jos)$", re.IGNORECASE),
    "sv": re.compile(r"\b(?:och|eller|att|men|som|en|ett|den|i|på|av|till)$", re.IGNORECASE),
    "en": re.compile(r"\b(?:and|or|that|but|which|a|an|the|of|to|in|on)$", re.IGNORECASE),
}


def vague_heading(passage: Passage) -> Iterator[Hit]:
    """`Yleistä`, `Övrigt`, `General`."""
    vague = _listed("headings", passage.language)
    for line in passage.lines:
        if line.block.kind is BlockKind.HEADING and _bare(line.text) in vague:
            yield Hit("vague-heading", line.start, line.end, values={"word": line.text})


def vague_link(passage: Passage) -> Iterator[Hit]:
    """`Lue lisää tästä`, `Läs mer`, `Click here`; menus are not judged."""
    vague = _listed("links", passage.language)
    menus = [one for one in passage.document.blocks if one.kind is BlockKind.FURNITURE]
    for link in passage.document.links:
        if any(menu.start <= link.start < menu.end for menu in menus):
            continue
        words = passage.said(link.start, link.end)
        if _bare(words) in vague:
            yield Hit("vague-link", link.start, link.end, values={"word": words})


def no_contact(passage: Passage) -> Iterator[Hit]:
    """A letter on someone's matter that does not say where to ask."""
    text = passage.document.text
    if passage.word_count < LETTER_LENGTH or not ASKS.search(text) or CONTACT.search(text):
        return
    last = passage.lines[-1]
    yield Hit("no-contact", last.start, last.end)


def matter_late(passage: Passage) -> Iterator[Hit]:
    """The first sentence tells the legal ground instead of the matter."""
    first = next(iter(passage.sentences), None)
    if first is None or passage.word_count < LETTER_LENGTH:
        return
    if _backgrounds(passage.language).match(first.text):
        yield Hit("matter-late", first.start, first.end)


def broken_line(passage: Passage) -> Iterator[Hit]:
    """In printed easy text a line break after a word that belongs to the next."""
    pattern = LAST_IN_LINE[passage.language]
    for line in passage.sentences:
        at = line.start
        for row in line.text.split("\n")[:-1]:
            found = pattern.search(row.rstrip())
            if found:
                start = at + found.start()
                values = {"word": found.group()}
                yield Hit("broken-line", start, start + len(found.group()), values=values)
            at += len(row) + 1


@cache
def _listed(what: str, language: str) -> frozenset[str]:
    return frozenset(load("vague")[what][language])


@cache
def _backgrounds(language: str) -> re.Pattern[str]:
    return re.compile("|".join(load("vague")["backgrounds"][language]), re.IGNORECASE)


def _bare(words: str) -> str:
    return re.sub(r"^[\d.\s]+|[^\w\s]", "", words).strip().casefold()
