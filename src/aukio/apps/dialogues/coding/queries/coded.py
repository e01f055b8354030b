"""The notes of one code, as far as a person may see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aukio.apps.dialogues.coding.models import Code
from aukio.apps.dialogues.coding.standing import standing
from aukio.apps.dialogues.frozen import theme_title
from aukio.apps.dialogues.models import Note, Origin, Permission, Round
from aukio.apps.dialogues.queries.words import shown
from aukio.apps.dialogues.readable import readable


@dataclass(frozen=True)
class Coded:
    """Ids of notes; ``hidden`` tells how many more one may not see yet."""

    notes: list[int]
    disputed: frozenset[int]
    hidden: int


@dataclass(frozen=True)
class CodedNote:
    """``by_person``: somebody has put it in its theme, so moving it is worth a thought."""

    id: int
    text: str
    language: str
    dialogue_title: str
    quotable: bool
    theme: str
    by_person: bool


def coded_notes(code: Code, person: Any) -> Coded:
    """What has the code, or would have it if coders agreed. Five queries."""
    found = standing(code.round)
    having = []
    for note, given in found.given.items():
        final = found.final(note)
        held = final if final is not None else frozenset().union(*given.values())
        if code.pk in held:
            having.append(note)
    known = [note for note in having if found.is_known_to(person, note)]
    disputed = frozenset(note for note in known if found.is_disputed(note))
    return Coded(sorted(known), disputed, len(having) - len(known))


def in_themes(round: Round, notes: list[int]) -> tuple[CodedNote, ...]:
    """Notes with the theme each is in. Two queries."""
    rows = list(
        Note.objects.filter(pk__in=notes, record__dialogue__round=round)
        .select_related("record__dialogue", "placement__theme")
        .defer("record__text")
        .order_by("pk")
    )
    texts = readable(rows)
    return tuple(_coded(one, texts[one.pk]) for one in rows)


def _coded(note: Note, text: str) -> CodedNote:
    place = getattr(note, "placement", None)
    return CodedNote(
        id=note.pk,
        text=text,
        language=note.language,
        dialogue_title=note.record.dialogue.title,
        quotable=note.allowed != Permission.NONE,
        theme=shown(theme_title(place.theme)).text if place else "",
        by_person=bool(place and place.origin == Origin.PERSON),
    )
