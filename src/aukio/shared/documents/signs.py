"""Signs that files cannot hold."""

from __future__ import annotations

import re

# What XML 1.0 has no place for: controls, halves of surrogate pairs, two non-characters.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text with a space for each sign that no XML can hold; line ends as one sign each."""
    return _NOT_IN_XML.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
