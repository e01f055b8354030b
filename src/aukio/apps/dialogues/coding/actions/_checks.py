"""Checks that actions on the frame share; each raises ``InputFault``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.coding.models import LONGEST_NAME, Code, Shape
from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.models import Round

MOST_CODES = 200
LONGEST_TEXT = 2000


@dataclass(frozen=True)
class Words:
    """What a code says of itself."""

    name: str
    description: str = ""
    not_when: str = ""
    example: str = ""
    shape: str = ""

    def trimmed(self) -> Words:
        return Words(**{key: value.strip() for key, value in asdict(self).items()})


def checked(
    words: Words, round: Round, *, but: int | None = None, place: Place | None = None
) -> Words:
    """The words, if a code of this round may be called so. ``but`` is the code itself."""
    kept = words.trimmed()
    place = place or Place(field=pgettext("field", "name"))
    if not kept.name or len(kept.name) > LONGEST_NAME:
        raise InputFault(
            _("The code has no name, or the name is too long."),
            place=place,
            mend=_("Write a name of at most %(count)d characters.") % {"count": LONGEST_NAME},
        )
    if any(len(text) > LONGEST_TEXT for text in (kept.description, kept.not_when, kept.example)):
        raise InputFault(
            _("A text about the code is too long."),
            place=place,
            mend=_("Use at most %(count)d characters.") % {"count": LONGEST_TEXT},
        )
    if kept.shape and kept.shape not in Shape.values:
        raise InputFault(
            _("“%(shape)s” is not a shape.") % {"shape": kept.shape},
            place=place,
            mend=_("Use one of: %(known)s.") % {"known": ", ".join(Shape.values)},
        )
    same = kept.name.casefold()
    others = Code.objects.filter(round=round, merged_into=None).exclude(pk=but or 0)
    if any(name.casefold() == same for name in others.values_list("name", flat=True)):
        raise InputFault(
            _("There is already a code called “%(name)s”.") % {"name": kept.name},
            place=place,
            mend=_("Choose another name, or merge the codes."),
        )
    return kept


def reason(why: str) -> str:
    """Why a code is changed: those who coded with it will ask."""
    kept = why.strip()
    if not kept or len(kept) > LONGEST_TEXT:
        raise InputFault(
            _("The reason is missing or too long."),
            place=Place(field=pgettext("field", "reason")),
            mend=_("Tell in a few words why."),
        )
    return kept


def live(codes: Iterable[Code], round: Round) -> None:
    """The codes are of this round and have not been merged away."""
    for code in codes:
        if code.round_id != round.pk:
            raise InputFault(
                _("The code “%(name)s” belongs to another round.") % {"name": code},
                mend=_("Choose a code of this round."),
            )
        if code.merged_into_id is not None:
            raise InputFault(
                _("The code “%(name)s” has been merged into another.") % {"name": code},
                mend=_("Choose the code it was merged into."),
            )


def mark_of(code: Code) -> str:
    """A mark of what the code says now: a form carries it, to notice another's change."""
    said = [code.name, code.description, code.not_when, code.example, code.shape]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


def not_overtaken(code: Code, seen: str) -> None:
    if seen and seen != mark_of(code):
        raise InputFault(
            _("Somebody else changed the code while you wrote: it is now “%(name)s”.")
            % {"name": code.name},
            mend=_("Your text is still here. Look at the other's change, then save again."),
        )
