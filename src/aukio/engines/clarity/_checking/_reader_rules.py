"""How the text speaks to its reader: instructions, duties, rights and address.

Only forms in which the *reader* acts are meant; the office's own passives are ordinary prose.
"""

from __future__ import annotations

from collections.abc import Iterator

from aukio.engines.clarity._checking._catalogue import any_of
from aukio.engines.clarity._checking._passage import Hit, Line, Passage


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
        found = pattern.search(line.text)
        if found and not agency.search(line.text):
            yield _hit(passage, rule, line, found.start(), found.end())


def _hit(passage: Passage, rule: str, line: Line, start: int, end: int) -> Hit:
    begin, stop = line.start + start, line.start + end
    return Hit(rule, begin, stop, values={"word": passage.said(begin, stop)})
