"""Who gave a round's notes which codes: read whole, in a constant number of queries.

Codes that were merged are read as the code they went into. What one coder gave is hidden from
another until that person has coded the note too, or the comparison has been opened.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from aukio.apps.dialogues.coding.models import Code, Coding, Given, Opening, Settled, SettledCode
from aukio.apps.dialogues.models import Round, in_use

Codes = frozenset[int]


@dataclass(frozen=True)
class Standing:
    """By note: codes by coder, codes given blind by coder, codes settled."""

    given: Mapping[int, Mapping[int, Codes]]
    blind: Mapping[int, Mapping[int, Codes]]
    settled: Mapping[int, Codes]
    is_open: bool

    def final(self, note: int) -> Codes | None:
        """What goes on: settled, else what all who coded it gave; none while they differ."""
        if note in self.settled:
            return self.settled[note]
        given = set(self.given.get(note, {}).values())
        return given.pop() if len(given) == 1 else None

    def finals(self) -> dict[int, Codes]:
        """Every note on which something goes on."""
        found = {note: self.final(note) for note in {*self.given, *self.settled}}
        return {note: codes for note, codes in found.items() if codes is not None}

    def is_disputed(self, note: int) -> bool:
        return note not in self.settled and len(set(self.given.get(note, {}).values())) > 1

    def is_known_to(self, person: Any, note: int) -> bool:
        """Whether this person may see what others gave the note."""
        return self.is_open or person.pk in self.given.get(note, {}) or note in self.settled

    def disputed(self, person: Any) -> list[int]:
        """Notes on which coders differ, of those this person may see."""
        return [n for n in self.given if self.is_disputed(n) and self.is_known_to(person, n)]


def standing(round: Round, notes: Iterable[int] | None = None) -> Standing:
    """Of the whole round, or of some notes. Five queries."""
    here: dict[str, Any] = {"note__record__dialogue__round": round}
    if notes is not None:
        here["note__in"] = list(notes)
    roots = roots_of(round)
    given: dict[int, dict[int, Codes]] = defaultdict(dict)
    blind: dict[int, dict[int, Codes]] = defaultdict(dict)
    by_coding: dict[int, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    codings = Coding.objects.filter(in_use("note__record__"), **here)
    rows = list(codings.order_by("pk").values_list("pk", "note", "coder", "is_blind"))
    places = Given.objects.filter(coding__in=codings.order_by()).order_by()
    for coding, code, now, was_blind in places.values_list("coding", "code", "now", "blind"):
        if now:
            by_coding[coding][0].add(roots[code])
        if was_blind:
            by_coding[coding][1].add(roots[code])
    for pk, note, coder, is_blind in rows:
        given[note][coder] = frozenset(by_coding[pk][0])
        if is_blind:
            blind[note][coder] = frozenset(by_coding[pk][1])
    return Standing(given, blind, _settled(here, roots), is_open(round))


def _settled(here: dict[str, Any], roots: Mapping[int, int]) -> dict[int, Codes]:
    found: dict[int, set[int]] = {}
    newest: dict[int, int] = {}
    rows = Settled.objects.filter(in_use("note__record__"), **here).order_by("pk")
    for pk, note in rows.values_list("pk", "note"):
        newest[note] = pk
    of = {pk: note for note, pk in newest.items()}
    found = {note: set() for note in newest}
    for pk, code in SettledCode.objects.filter(settled__in=rows).values_list("settled", "code"):
        if pk in of:
            found[of[pk]].add(roots[code])
    return {note: frozenset(codes) for note, codes in found.items()}


def roots_of(round: Round) -> dict[int, int]:
    """Code id → the id of the code it is read as. One query."""
    into = dict(Code.objects.filter(round=round).values_list("pk", "merged_into_id"))
    found = {}
    for code in into:
        root = code
        while into[root] is not None:
            root = into[root]
        found[code] = root
    return found


def is_open(round: Round) -> bool:
    """Whether the comparison is open to all of the core group."""
    latest = Opening.objects.filter(round=round).first()
    return bool(latest and latest.is_open)
