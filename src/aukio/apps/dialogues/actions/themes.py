"""What people decide about themes. Each decision can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from aukio.apps.dialogues.actions._checks import (
    Words,
    in_languages,
    live_theme,
    notes_of,
    titles,
)
from aukio.apps.dialogues.actions._history import history
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.models import Note, Origin, Round, Sentence, Theme, ThemeNote, ThemeState
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person

TITLE = 160


@transaction.atomic
def create_theme(
    *, by: Person | None, round: Round, title: Words, description: Words | None = None
) -> Theme:
    """Add a theme of people's own, with no notes yet."""
    require("dialogues.edit_themes", by, round)
    with history("create_theme", by=by, round=round) as touched:
        made = _new_theme(round, title, description)
        touched.themes.add(made.pk)
    return made


@transaction.atomic
def merge_themes(*, by: Person | None, themes: Sequence[Theme], into: Theme) -> Theme:
    """Move every note and sentence of ``themes`` to ``into``, and close them."""
    round = into.round
    require("dialogues.edit_themes", by, round)
    others = [theme for theme in themes if theme.pk != into.pk]
    if not others:
        raise InputFault(
            _("There is only one theme to merge."), mend=_("Choose at least two themes.")
        )
    for theme in [*others, into]:
        live_theme(theme, round)
    ids = [theme.pk for theme in others]
    notes = ThemeNote.objects.filter(theme__in=ids).values_list("note_id", flat=True)
    sentences = Sentence.objects.filter(theme__in=ids).values_list("pk", flat=True)
    with history(
        "merge_themes",
        by=by,
        round=round,
        themes=[*ids, into.pk],
        notes=list(notes),
        sentences=list(sentences),
    ):
        ThemeNote.objects.filter(theme__in=ids).update(theme=into, origin=Origin.PERSON, by=by)
        Sentence.objects.filter(theme__in=ids).update(theme=into)
        Theme.objects.filter(pk__in=ids).update(merged_into=into, state=ThemeState.ACCEPTED)
        _accept(into)
    return into


@transaction.atomic
def split_theme(*, by: Person | None, theme: Theme, notes: Iterable[Note], title: Words) -> Theme:
    """Move some notes of a theme to a new theme; at least one stays and one goes."""
    round = theme.round
    require("dialogues.edit_themes", by, round)
    live_theme(theme, round)
    chosen = {note.pk for note in notes_of(round, notes)}
    held = set(theme.placements.values_list("note_id", flat=True))
    if not chosen < held:
        raise InputFault(
            _("A theme is split by choosing some of its own notes, but not all of them."),
            mend=_("Choose again. To give the whole theme another name, rename it."),
        )
    with history("split_theme", by=by, round=round, themes=[theme.pk], notes=chosen) as touched:
        made = _new_theme(round, title, None)
        touched.themes.add(made.pk)
        _place(chosen, made, by)
        _accept(theme)
    return made


@transaction.atomic
def rename_theme(
    *, by: Person | None, theme: Theme, title: Words, description: Words | None = None
) -> Theme:
    """Give the theme a title of people's own; languages not given stay as they are."""
    require("dialogues.edit_themes", by, theme.round)
    live_theme(theme, theme.round)
    texts = {**titles(title, longest=TITLE), **in_languages("description", description or {})}
    with history("rename_theme", by=by, round=theme.round, themes=[theme.pk]):
        for field, text in texts.items():
            setattr(theme, field, text)
        theme.state = ThemeState.ACCEPTED
        theme.save(update_fields=[*texts, "state"])
    return theme


@transaction.atomic
def accept_theme(*, by: Person | None, theme: Theme) -> Theme:
    """Take a machine's proposal as it is: the machine no longer replaces it."""
    require("dialogues.edit_themes", by, theme.round)
    live_theme(theme, theme.round)
    with history("accept_theme", by=by, round=theme.round, themes=[theme.pk]):
        _accept(theme)
    return theme


@transaction.atomic
def move_notes(*, by: Person | None, notes: Iterable[Note], to: Theme) -> Theme:
    """Move notes to a theme, from wherever they are."""
    require("dialogues.edit_themes", by, to.round)
    live_theme(to, to.round)
    chosen = {note.pk for note in notes_of(to.round, notes)}
    with history("move_notes", by=by, round=to.round, themes=[to.pk], notes=chosen):
        _place(chosen, to, by)
        _accept(to)
    return to


@transaction.atomic
def order_themes(*, by: Person | None, round: Round, themes: Sequence[Theme]) -> None:
    """Put the themes in this order; those not given come after, in the order they had."""
    require("dialogues.edit_themes", by, round)
    first = [theme.pk for theme in themes]
    for theme in themes:
        live_theme(theme, round)
    rest = round.themes.filter(merged_into=None).exclude(pk__in=first)
    ids = [*first, *rest.values_list("pk", flat=True)]
    with history("order_themes", by=by, round=round, themes=ids):
        for order, pk in enumerate(ids, 1):
            Theme.objects.filter(pk=pk).update(order=order)


def _new_theme(round: Round, title: Words, description: Words | None) -> Theme:
    texts = {**titles(title, longest=TITLE), **in_languages("description", description or {})}
    last = round.themes.aggregate(last=Max("order"))["last"] or 0
    made = Theme(round=round, order=last + 1, state=ThemeState.ACCEPTED, **texts)
    made.save()
    return made


def _place(notes: set[int], theme: Theme, by: Person | None) -> None:
    ThemeNote.objects.filter(note__in=notes).delete()
    ThemeNote.objects.bulk_create(
        [ThemeNote(theme=theme, note_id=pk, origin=Origin.PERSON, by=by) for pk in sorted(notes)],
        batch_size=500,
    )


def _accept(theme: Theme) -> None:
    theme.state = ThemeState.ACCEPTED
    theme.save(update_fields=["state"])
