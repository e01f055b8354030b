"""The few terms that schema.org lacks, each with its meaning. Published at ``open_data:terms``."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aukio.apps.dialogues.open_data.addresses import stable


@dataclass(frozen=True)
class Term:
    """A property: ``of`` is the schema.org type that has it."""

    name: str
    of: str
    about: str | Promise


TERMS: tuple[Term, ...] = (
    Term("participants", "Event", _("Participants. Missing if not known or under five.")),
    Term("voice", "CreativeWork", _("Whose voice the sentence is, as a code")),
    Term("originalIn", "CreativeWork", _("Language the text was written in")),
    Term("machineTranslatedIn", "CreativeWork", _("Language that a machine translated it to")),
    Term("checkedIn", "CreativeWork", _("Language of a translation that a person has checked")),
    Term("withdrawnQuotes", "CreativeWork", _("Quotes whose permission was taken back later")),
    Term("note", "Quotation", _("Number of the note that the words are from")),
    Term("start", "Quotation", _("Where the words begin in the note, in characters")),
    Term("end", "Quotation", _("Where the words end in the note, in characters")),
    Term("under", "DefinedTerm", _("Code that this one is under")),
    Term("askedOf", "Question", _("Organisation that was asked")),
    Term("due", "Question", _("Last day to answer")),
    Term("state", "Question", _("answered, waiting, late or withdrawn")),
    Term("heard", "Answer", _("What we heard")),
    Term("willDo", "Answer", _("What we will do")),
    Term("whyNot", "Answer", _("Why not")),
    Term("kind", "Answer", _("answer, status or evidence")),
    Term("progress", "Answer", _("planned, under_way, done or dropped")),
    Term("corrects", "Answer", _("Number of the entry that this one corrects")),
)


def namespace() -> str:
    return stable("open_data:terms", language="en") + "#"


def context() -> dict[str, object]:
    """The JSON-LD context: schema.org's words, and our own under ``aukio:``."""
    return {"@vocab": "https://schema.org/", "aukio": namespace()}
