"""Findings let be: of one rule or in one place, never without a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aukio.engines.clarity._checking._passage import Hit

COMMENT = re.compile(r"<!--\s*aukio:\s*allow\s+([a-z-]+)\s*(?::\s*(.*?))?\s*-->", re.DOTALL)


class SuppressionError(ValueError):
    """A suppression without a reason or of a rule that does not exist."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """Let a rule's findings be; only inside source characters `start` to `end` if given."""

    rule: str
    reason: str
    start: int | None = None
    end: int | None = None

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise SuppressionError(f"Letting {self.rule} be needs a reason.")

    def covers(self, rule: str, start: int, end: int) -> bool:
        if rule != self.rule:
            return False
        if self.start is None or self.end is None:
            return True
        return self.start <= start and end <= self.end


def written_in(source: str) -> tuple[list[Suppression], list[Hit]]:
    """Comments `<!-- aukio: allow RULE: reason -->`; each covers the block after it.

    A comment without a reason suppresses nothing and is itself a hit (source offsets).
    """
    good, bad = [], []
    for found in COMMENT.finditer(source):
        rule, reason = found.group(1), (found.group(2) or "").strip()
        if reason:
            good.append(Suppression(rule, reason, found.end(), _block_end(source, found.end())))
        else:
            values = {"word": rule}
            bad.append(Hit("unexplained-suppression", found.start(), found.end(), values=values))
    return good, bad


def first_covering(
    suppressions: Sequence[Suppression], rule: str, start: int, end: int
) -> Suppression | None:
    """The suppression that applies to a finding, if one does."""
    covering: Iterator[Suppression] = (one for one in suppressions if one.covers(rule, start, end))
    return next(covering, None)


def _block_end(source: str, after: int) -> int:
    """The end of the paragraph or element that follows a comment."""
    begin = after + len(source[after:]) - len(source[after:].lstrip())
    found = re.search(r"\n[ \t]*\n|</(?:p|li|h\d|td|div|section)>", source[begin:])
    return begin + found.end() if found else len(source)
