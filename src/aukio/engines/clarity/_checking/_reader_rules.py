"""How the text speaks to its reader: instructions, duties, rights and address.

Only forms in which the *reader* acts are meant; the office's own passives are ordinary prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aukio.engines.clarity._checking._catalogue import any_of, load
from aukio.engines.clarity._checking._passage import Hit, Line, Passage
from aukio.engines.text import lemma


def passive_instruction(passage: Passage) -> Iterator[Hit]:
    """`Lomake palautetaan`, `blanketten ska undertecknas`, `the form must be signed`."""
    yield from _reader_hits(passage, "passive-instruction", "passive")


def plain_must(passage: Passage) -> Iterator[Hit]:
    """`on toimitettava`, `är skyldig att`, `is required to`."""
    yield from _reader_hits(passage, "plain-must", "must")


def plain_may(passage: Passage) -> Iterator[Hit]:
    """`on mahdollisuus`, `äger rätt`, `is entitled to`."""
    yield from _reader_hits(passage, "plain-may", "may")


def no_address(passage: Passage) -> Iterator[Hit]:
    """`hakijan tulee`, `sökanden ska`, `the applicant must`."""
    pattern = any_of("reader", passage.language, "address")
    for line in passage.sentences:
        for found in pattern.finditer(line.text):
            yield _hit(passage, "no-address", line, found.start(), found.end())


def _reader_hits(passage: Passage, rule: str, key: str) -> Iterator[Hit]:
    pattern = any_of("reader", passage.language, key)
    agency = any_of("reader", passage.language, "agency")
    for line in passage.sentences:
        found = next(filter(_is_meant, pattern.finditer(line.text)), None)
        if found and not agency.search(line.text):
            yield _hit(passage, rule, line, found.start(), found.end())


def _is_meant(found: re.Match[str]) -> bool:
    """Whether Finnish words that only look like a duty are one.

    `Hakijan tulee ilmoittaa`, not `raha tulee tilille perjantaina`: the verb is its own base form.
    `On toimitettava`, not `on riittävä`: an adjective is no duty.
    """
    named = found.groupdict()
    if verb := named.get("verb"):
        return lemma(verb.casefold(), language="fi") == verb.casefold()
    duty = (named.get("duty") or "").casefold()
    return not duty or duty not in load("reader")["fi"]["adjectives"]


def _hit(passage: Passage, rule: str, line: Line, start: int, end: int) -> Hit:
    begin, stop = line.start + start, line.start + end
    return Hit(rule, begin, stop, values={"word": passage.said(begin, stop)})
