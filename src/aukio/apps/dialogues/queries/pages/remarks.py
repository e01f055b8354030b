"""Remarks to read through: of a theme, or of none; a page of them, with what is known."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from aukio.apps.dialogues.models import Note, Permission, Round, Theme, in_use
from aukio.apps.dialogues.queries.desk import DeskNote, desk_notes

PAGE = 50
RemarkPage = Page[DeskNote]


def in_theme(theme: Theme, *, words: str = "", number: int | str = 1) -> RemarkPage:
    """A theme's remarks, those the machine would quote first; four queries."""
    return _page(used(theme.round).filter(placement__theme=theme), words, number)


def unplaced_notes(round: Round, *, words: str = "", number: int | str = 1) -> RemarkPage:
    return _page(used(round).filter(placement=None), words, number)


def quotable(theme: Theme, *, words: str = "", number: int | str = 1) -> RemarkPage:
    """Remarks of a theme whose words may be quoted."""
    notes = used(theme.round).filter(placement__theme=theme)
    allowed = ~Q(permission=Permission.NONE) & (
        ~Q(permission="") | ~Q(record__permission=Permission.NONE)
    )
    return _page(notes.filter(allowed), words, number)


def used(round: Round) -> QuerySet[Note]:
    """Notes of the round's records that are in use."""
    return Note.objects.filter(in_use("record__"), record__dialogue__round=round)


def _page(notes: QuerySet[Note], words: str, number: int | str) -> RemarkPage:
    for word in words.split():
        found = Q()
        for form in {word, word.lower(), word.capitalize()}:
            found |= Q(text__icontains=form)
        notes = notes.filter(found)
    page = Paginator(notes.order_by("pk"), PAGE).get_page(number)
    start = (page.number - 1) * PAGE
    shown: Any = desk_notes(notes, offset=start, limit=PAGE)
    page.object_list = shown
    return page  # type: ignore[return-value]
