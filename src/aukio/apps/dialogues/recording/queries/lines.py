"""What becomes one note: each line of a text, unless a scribe joined lines or split one."""

from __future__ import annotations

from dataclasses import dataclass

from aukio.apps.dialogues.intake.reading import Span, lines
from aukio.apps.dialogues.recording.fields import Field
from aukio.apps.dialogues.recording.models import Entry, Line, Sheet
from aukio.apps.dialogues.recording.queries.sheets import written

Place = tuple[Span, str]  # with the line's own permission


@dataclass(frozen=True)
class LineRow:
    """``text`` is ``entry.text[start:end]``; an empty permission: the record's holds."""

    entry: int
    start: int
    end: int
    text: str
    permission: str

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def key(self) -> str:
        return f"{self.entry}-{self.start}"


def lines_of(sheet: Sheet) -> list[tuple[Field, tuple[LineRow, ...]]]:
    """The lines of the texts as they are now, in the form's order; two queries and one a field.

    When a text has changed, lines that somebody had joined, split or set a permission for keep
    that as far as their words are still there.
    """
    found = []
    for one in written(sheet):
        if one.head is not None and one.field.becomes_notes and one.text.strip():
            found.append((one.field, tuple(rows(one.head))))
    return found


def rows(head: Entry) -> list[LineRow]:
    """A text's lines: as they were set, else as they follow from an earlier version."""
    return [
        LineRow(head.pk, span.start, span.end, head.text[span.start : span.end], permission)
        for span, permission in _stored(head) or _derived(head)
    ]


def _stored(head: Entry) -> list[Place]:
    return [(Span(one.start, one.end), one.permission) for one in head.lines.order_by("start")]


def _derived(head: Entry) -> list[Place]:
    kept = _kept(head)
    places = list(kept)
    for line in lines(head.text):
        places.extend((part, "") for part in _uncovered(line, head.text, kept))
    return sorted(places, key=lambda one: one[0].start)


def _kept(head: Entry) -> list[Place]:
    """Places in the new text of lines that somebody adjusted in the version before it."""
    before = Line.objects.filter(entry__sheet=head.sheet_id, entry__field=head.field)
    newest = before.exclude(entry=head).order_by("-entry").values_list("entry", flat=True).first()
    if newest is None:
        return []
    old = list(before.filter(entry=newest).select_related("entry").order_by("start"))
    usual = {(span.start, span.end) for span in lines(old[0].entry.text)}
    found, at = [], 0
    for line in old:
        if not line.permission and (line.start, line.end) in usual:
            continue
        words = line.entry.text[line.start : line.end]
        start = head.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append((Span(start, at), line.permission))
    return found


def _uncovered(line: Span, text: str, kept: list[Place]) -> list[Span]:
    """The parts of a line that no kept place covers, without the blank around them."""
    edges = [(max(one.start, line.start), min(one.end, line.end)) for one, _permission in kept]
    inside = [(start, end) for start, end in edges if start < end]
    parts, at = [], line.start
    for start, end in [*inside, (line.end, line.end)]:
        words = text[at:start]
        if words.strip():
            first = at + len(words) - len(words.lstrip())
            parts.append(Span(first, first + len(words.strip())))
        at = end
    return parts
