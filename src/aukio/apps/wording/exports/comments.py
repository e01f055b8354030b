"""Findings as comments of a Word document.

A Word document that was given stays as it is: the comments come into a copy of it. Any other
text is written into a new document with its headings and lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from aukio.apps.wording.exports.content import Checked
from aukio.apps.wording.layout import place_in_text
from aukio.engines.clarity import BlockKind, Document, Finding

AUTHOR, INITIALS = "Aukio", "Au"
BODY = "word/document.xml"
STYLES = {BlockKind.ITEM: "List Bullet"}
HIGHEST_HEADING = 9
SAFE_TO_CUT = {"t", "rPr"}


@dataclass(slots=True)
class _Piece:
    """A run whose words stand at `start` to `end`; None for both when it cannot be cut."""

    run: Any
    start: int
    end: int


def document(checked: Checked) -> bytes:
    """The Word document with a comment for each finding."""
    import docx

    places = [
        place_in_text(checked.document, one.start, one.end) for one in checked.report.findings
    ]
    with override(checked.asked.say_in):
        if checked.given.ending == ".docx":
            made = docx.Document(BytesIO(checked.given.content))
            pieces = _placed_runs(made, checked.document)
        else:
            made = docx.Document()
            pieces = _written_runs(made, checked.document)
        _comment(made, pieces, checked.report.findings, places)
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def _written_runs(made: Any, text: Document) -> list[_Piece]:
    """A new document's paragraphs, one for each block."""
    pieces = []
    for block in text.blocks:
        words = text.text[block.start : block.end]
        if block.kind is BlockKind.HEADING:
            level = min(max(block.level, 1), HIGHEST_HEADING)
            paragraph = made.add_heading(level=level)
        else:
            paragraph = made.add_paragraph(style=STYLES.get(block.kind))
        pieces.append(_Piece(paragraph.add_run(_allowed(words)), block.start, block.end))
    return pieces


def _allowed(words: str) -> str:
    """XML knows no control characters but tab and line end; each is one space, places stay."""
    return "".join(sign if sign >= " " or sign in "\t\n" else " " for sign in words)


def _placed_runs(made: Any, text: Document) -> list[_Piece]:
    """The runs of a given document's body with their places in the text.

    Words of notes, headers and footers are in files of their own, where Word takes no comments.
    """
    from docx.oxml.ns import qn
    from docx.text.run import Run

    elements = list(made.element.iter(qn("w:r")))
    return [
        _Piece(Run(elements[one.place.run], made._body), one.start, one.end)
        for one in text.runs
        if one.place.part == BODY
    ]


def _comment(
    made: Any, pieces: list[_Piece], findings: Sequence[Finding], places: Sequence[tuple[int, int]]
) -> None:
    for start, end in sorted(set(places)):
        _cut(pieces, start)
        _cut(pieces, end)
    for finding, (start, end) in zip(findings, places, strict=True):
        under = [one.run for one in pieces if one.start < end and one.end > start]
        under = under or [one.run for one in pieces if one.end >= start][:1]
        if under:
            runs = (under[0], under[-1])
            made.add_comment(runs, _said(finding), author=AUTHOR, initials=INITIALS)


def _cut(pieces: list[_Piece], at: int) -> None:
    """Cut the run in which `at` falls in two that look the same, if it holds nothing but words."""
    from docx.oxml.ns import qn
    from docx.text.run import Run

    index = next((i for i, one in enumerate(pieces) if one.start < at < one.end), None)
    if index is None:
        return
    piece = pieces[index]
    element = piece.run._r
    if any(child.tag.split("}")[-1] not in SAFE_TO_CUT for child in element):
        return
    words = piece.run.text
    rest = deepcopy(element)
    for old in rest.findall(qn("w:t")):
        rest.remove(old)
    element.addnext(rest)
    second = Run(rest, piece.run._parent)
    second.add_text(words[at - piece.start :])
    for old in element.findall(qn("w:t")):
        element.remove(old)
    piece.run.add_text(words[: at - piece.start])
    pieces.insert(index + 1, _Piece(second, at, piece.end))
    piece.end = at


def _said(finding: Finding) -> str:
    lines = [finding.message, finding.why]
    if finding.suggestion is not None:
        lines.append(_("Instead: %(words)s") % {"words": finding.suggestion})
    if finding.sources:
        lines.append(_("Source: %(sources)s") % {"sources": "; ".join(finding.sources)})
    return _allowed("\n".join(lines))
