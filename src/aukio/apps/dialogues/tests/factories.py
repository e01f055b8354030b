"""Rounds, dialogues, records and summaries to test with."""

from __future__ import annotations

from typing import Any

import factory
from django.db.models import Model
from factory.django import DjangoModelFactory

from aukio.apps.dialogues import models
from aukio.apps.dialogues.intake.reading import Reading, digest, lines
from aukio.shared.accounts.codes import find, issue
from aukio.shared.accounts.models import Code, Person
from aukio.shared.organisations.models import Organisation
from aukio.shared.organisations.tests.factories import member, organisation

SAID = "Ilta on pitkä.\n\nKukaan ei soita minulle.\nKirjastossa sanotaan päivää.\n"


class RoundFactory(DjangoModelFactory[models.Round]):
    class Meta:
        model = models.Round

    slug = factory.Sequence(lambda number: f"round-{number}")
    title_fi = factory.Sequence(lambda number: f"Kierros {number}")
    title_sv = factory.Sequence(lambda number: f"Omgång {number}")
    title_en = factory.Sequence(lambda number: f"Round {number}")
    season = models.Season.AUTUMN
    year = 2026
    status = models.RoundStatus.SUMMARISING


class DialogueFactory(DjangoModelFactory[models.Dialogue]):
    class Meta:
        model = models.Dialogue

    round = factory.SubFactory(RoundFactory)
    reference = factory.Sequence(str)
    title = factory.Sequence(lambda number: f"Dialogi {number}")
    organiser = factory.LazyFunction(organisation)
    participants = 12


class ThemeFactory(DjangoModelFactory[models.Theme]):
    class Meta:
        model = models.Theme

    round = factory.SubFactory(RoundFactory)
    title_fi = factory.Sequence(lambda number: f"Teema {number}")
    title_sv = factory.Sequence(lambda number: f"Tema {number}")
    title_en = factory.Sequence(lambda number: f"Theme {number}")
    order = factory.Sequence(int)
    state = models.ThemeState.ACCEPTED


def reading(text: str = SAID, *, name: str = "kirjaus.txt", dialogue: str = "") -> Reading:
    """A text file as read."""
    kind = models.SourceKind.TXT
    return Reading(name, kind, digest(text.encode()), text, lines(text), dialogue)


def record(
    text: str = SAID, *, permission: str = models.Permission.QUOTES, **dialogue: Any
) -> models.Record:
    """A record with its notes, in a dialogue of its own unless one is given."""
    held = dialogue.pop("dialogue", None) or DialogueFactory(**dialogue)
    made = models.Record.objects.create(
        dialogue=held,
        language="fi",
        text=text,
        permission=permission,
        source_name="kirjaus.txt",
        source_kind=models.SourceKind.TXT,
        sha256=digest(text.encode()),
    )
    models.Note.objects.bulk_create(
        models.Note(
            record=made,
            position=position,
            start=span.start,
            end=span.end,
            text=text[span.start : span.end],
            language="fi",
        )
        for position, span in enumerate(lines(text))
    )
    return made


def place(theme: models.Theme, *notes: models.Note, **fields: Any) -> None:
    """Put notes into a theme, as the machine would."""
    for note in notes:
        models.ThemeNote.objects.create(theme=theme, note=note, **fields)


def sentence(
    theme: models.Theme, *notes: models.Note, text: str = "Moni on yksin.", **fields: Any
) -> models.Sentence:
    """A sentence in Finnish that rests on the notes, each quoted whole."""
    summary, _ = models.Summary.objects.get_or_create(round=theme.round)
    given = {"text_fi": text, "status_fi": models.TextStatus.ORIGINAL, **fields}
    made = models.Sentence.objects.create(summary=summary, theme=theme, **given)
    for note in notes:
        models.Quote.objects.create(
            sentence=made, note=note, start=0, end=len(note.text), text=note.text
        )
    return made


def publishable(**fields: Any) -> models.Round:
    """A round whose summary, of one sentence in Finnish, can be published."""
    made = RoundFactory(**fields)
    note = record(round=made).notes.first()
    theme = ThemeFactory(round=made)
    place(theme, note)
    sentence(theme, note)
    models.Summary.objects.filter(round=made).update(ready=["fi"])
    return models.Round.objects.get(pk=made.pk)


def core_group() -> Person:
    """Somebody in the core group."""
    return member(organisation(), "dialogues", "core_group")


def organiser(of: Organisation | None = None) -> Person:
    """Somebody who organises dialogues for this organisation, or for another one."""
    return member(of or organisation(), "dialogues", "organiser")


def code(purpose: str, target: Model) -> Code:
    """Somebody who holds a personal code for this."""
    return find(issue(purpose, target), purpose) or Code()


def outsider() -> Person:
    """Somebody with an account and a role in another room."""
    return member(organisation(), "plan", "editor")
