"""Voices that the chosen quotes may leave out, and in plain words why each is shown.

What people marked themselves comes first: the fields of the record form for what was seen
differently, hoped and feared. Then whoever has not been quoted at all. The machine's likeness
comes last: it knows subjects, never who is for or against. A person chooses.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.field_marks import DIFFERENCES, HOPES, fields_of, folded, labels_of
from aukio.apps.dialogues.frozen import region_of
from aukio.apps.dialogues.models import (
    HIDDEN,
    Dialogue,
    Note,
    Permission,
    Quote,
    QuoteProposal,
    Theme,
    Why,
    in_use,
)
from aukio.shared.i18n.languages import language_name

MOST = 12
OF_ONE_DIALOGUE = 3
FEWEST_WORDS = 4


@dataclass(frozen=True)
class Voice:
    """Words to choose from: ``note.text[start:end]``, and why they are shown."""

    note: Note
    start: int
    end: int
    reasons: tuple[str, ...]

    @property
    def text(self) -> str:
        return self.note.text[self.start : self.end]

    @property
    def pk(self) -> str:
        """A key beside those of the machine's proposals in a form."""
        return f"voice-{self.note.pk}-{self.start}-{self.end}"


@dataclass(frozen=True)
class _Quoted:
    """Of whom something is quoted already, in the whole summary."""

    notes: frozenset[int]
    dialogues: frozenset[int]
    languages: frozenset[str]
    regions: frozenset[int | None]


def voices(theme: Theme) -> list[Voice]:
    """At most twelve, those with the strongest reason first. Five queries."""
    notes = _quotable(theme)
    quoted = _quoted(theme)
    labels = labels_of(theme.round)
    fields = fields_of(notes, labels)
    machine = _machine(theme)
    ranked = []
    for note in notes:
        if note.pk in quoted.notes or folded(note.text) in labels:
            continue  # a heading of an uploaded form is a note of its own, but nobody said it
        start, end, why = machine.get(note.pk, (0, len(note.text), ""))
        if HIDDEN in note.text[start:end] or len(note.text[start:end].split()) < FEWEST_WORDS:
            continue
        reasons = _reasons(note, fields.get(note.pk, ""), quoted, why)
        if reasons:
            weight = min(place for place, _words in reasons)
            words = tuple(told for _place, told in reasons)
            ranked.append((weight, -len(reasons), note.pk, Voice(note, start, end, words)))
    return _spread([one for *_order, one in sorted(ranked, key=lambda one: one[:3])])


def _spread(found: list[Voice]) -> list[Voice]:
    """A few of each dialogue, so that one long record does not fill the list."""
    held: Counter[int] = Counter()
    kept = []
    for one in found:
        dialogue = one.note.record.dialogue_id
        held[dialogue] += 1
        if held[dialogue] <= OF_ONE_DIALOGUE:
            kept.append(one)
    return kept[:MOST]


def _reasons(note: Note, field: str, quoted: _Quoted, why: str) -> list[tuple[int, str]]:
    dialogue = note.record.dialogue
    region = region_of(dialogue)
    found = []
    if field == DIFFERENCES:
        found.append((0, _("From the field “points of difference” of the record form")))
    if field == HOPES:
        found.append((1, _("From the field “hopes and worries” of the record form")))
    if note.language not in quoted.languages and note.language != "und":
        name = language_name(note.language)
        found.append((2, _("In a language not quoted yet: %(language)s") % {"language": name}))
    if region is not None and region not in quoted.regions:
        found.append((2, _("From a region not quoted yet: %(region)s") % _region(dialogue)))
    if dialogue.pk not in quoted.dialogues:
        found.append((3, _("From a dialogue not quoted yet")))
    if why:
        found.append((4, str(Why(why).label)))
    return found


def _region(dialogue: Dialogue) -> dict[str, str]:
    place = dialogue.municipality or dialogue.area
    region = place.region if place is not None and place.region else place
    return {"region": region.name() if region else pgettext("region", "not known")}


def _quotable(theme: Theme) -> list[Note]:
    allowed = ~Q(permission=Permission.NONE) & (
        ~Q(permission="") | ~Q(record__permission=Permission.NONE)
    )
    notes = Note.objects.filter(
        allowed, in_use("record__"), record__dialogue__round=theme.round, placement__theme=theme
    )
    return list(
        notes.select_related(
            "record__dialogue__municipality__region", "record__dialogue__area__region"
        ).order_by("pk")
    )


def _quoted(theme: Theme) -> _Quoted:
    quotes = Quote.objects.filter(sentence__summary__round=theme.round).select_related(
        "note__record__dialogue__municipality", "note__record__dialogue__area"
    )
    notes = [one.note for one in quotes.defer("note__record__text")]
    return _Quoted(
        frozenset(one.pk for one in notes),
        frozenset(one.record.dialogue_id for one in notes),
        frozenset(one.language for one in notes),
        frozenset(region_of(one.record.dialogue) for one in notes),
    )


def _machine(theme: Theme) -> dict[int, tuple[int, int, str]]:
    rows = QuoteProposal.objects.filter(note__placement__theme=theme).exclude(why=Why.COVERAGE)
    found: dict[int, tuple[int, int, str]] = {}
    for note, start, end, why in rows.order_by("-rank").values_list("note", "start", "end", "why"):
        found[note] = (start, end, why)
    return found
