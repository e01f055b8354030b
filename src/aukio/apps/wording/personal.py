"""What could tell who somebody is in a text, before it is sent to another service."""

from __future__ import annotations

from dataclasses import dataclass

from aukio.engines.privacy import Kind, find


@dataclass(frozen=True, slots=True)
class Personal:
    """``codes``: personal identity codes, never sent. ``others``: a person looks at them."""

    codes: tuple[str, ...]
    others: tuple[str, ...]


def personal_data(text: str) -> Personal:
    """Identity codes, and addresses, numbers and names that may be a private person's."""
    found = [(one.kind, text[one.start : one.end]) for one in find(text)]
    codes = (words for kind, words in found if kind is Kind.IDENTITY)
    others = (words for kind, words in found if kind not in {Kind.IDENTITY, Kind.RARE})
    return Personal(tuple(dict.fromkeys(codes)), tuple(dict.fromkeys(others)))
