"""What the machine works out from people's codings. It stores nothing and decides nothing.

The engines are imported where they are used: a web process never loads them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from aukio.apps.dialogues.coding.models import Code
from aukio.apps.dialogues.coding.standing import standing
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.queries.pages.remarks import used

if TYPE_CHECKING:
    from aukio.engines.meaning import Note
    from aukio.engines.text import Vectors

Report = Callable[[int, int, str], None]
FEWEST_CODED = 40
FEWEST_CODES = 2
ASKED = 20  # notes that would teach most
READING, WHOLE = 90, 100  # progress in per cent


@dataclass(frozen=True)
class Input:
    """The round's notes as ``(id, text, language)``, and what goes on with those coded.

    ``open`` are notes on which coders differ: neither examples nor to be proposed for.
    """

    notes: tuple[tuple[int, str, str], ...]
    coded: Mapping[int, Set[int]]
    open: Set[int]

    @property
    def is_enough(self) -> bool:
        """Whether the machine has seen enough to propose codes."""
        frame = {code for codes in self.coded.values() for code in codes}
        return len(self.coded) >= FEWEST_CODED and len(frame) >= FEWEST_CODES

    @property
    def digest(self) -> str:
        """The same notes and codings have the same digest."""
        coded = sorted((note, sorted(codes)) for note, codes in self.coded.items())
        said = json.dumps([self.notes, coded, sorted(self.open)])
        return hashlib.sha256(said.encode()).hexdigest()


@dataclass(frozen=True)
class Proposed:
    note: int
    code: int
    confidence: float
    words: tuple[str, ...]
    like: tuple[int, ...]


@dataclass(frozen=True)
class Found:
    """Proposals, surest first, and the notes to code next."""

    proposals: tuple[Proposed, ...]
    useful: tuple[int, ...]


def input_of(round: Round) -> Input:
    """What people have coded so far; retired codes are not learned."""
    rows = used(round).order_by("pk").values_list("pk", "text", "language")
    found = standing(round)
    gone = set(Code.objects.filter(round=round, is_retired=True).values_list("pk", flat=True))
    coded = {note: set(codes) - gone for note, codes in found.finals().items()}
    return Input(tuple(rows), coded, {n for n in found.given if found.is_disputed(n)})


def propose(given: Input, report: Report) -> Found:
    """Codes for the notes nobody has coded. The same input gives the same proposals."""
    from aukio.engines.meaning import Note, propose_codes

    notes = [
        Note(str(pk), text, language) for pk, text, language in given.notes if pk not in given.open
    ]
    if not notes:
        return Found((), ())
    vectors = _vectors(notes, report)
    report(READING, WHOLE, _("Learning from what people have coded"))
    coded = {str(note): {str(code) for code in codes} for note, codes in given.coded.items()}
    made = propose_codes(notes, coded, embeddings=vectors, ask=ASKED)
    proposals = made.proposals if given.is_enough else ()
    report(WHOLE, WHOLE, _("Done"))
    return Found(
        tuple(
            Proposed(int(p.id), int(p.code), p.confidence, p.words, tuple(map(int, p.like)))
            for p in proposals
        ),
        tuple(int(one) for one in made.next_ids),
    )


_read: dict[str, Vectors] = {}


def _vectors(notes: Sequence[Note], report: Report) -> Vectors:
    """The notes' vectors. Those of the latest notes stay in the worker's memory, never on disk:

    the same notes are read anew each time people have coded more of them.
    """
    from aukio.engines.meaning import note_vectors

    key = hashlib.sha256(repr(notes).encode()).hexdigest()
    if key not in _read:
        made = note_vectors(
            notes,
            progress=lambda done, of: report(
                done * READING // max(of, 1), WHOLE, _("Reading the notes")
            ),
        )
        _read.clear()
        _read[key] = made
    return _read[key]
