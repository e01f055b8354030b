"""Keeping the index true to what is public now.

Entries are derived from objects, so changing them is no event of its own: the audited change
is that of the object. Rooms call ``refresh`` in the same transaction.
"""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.utils import translation

from aukio.shared.search.entries import make_entry
from aukio.shared.search.models import SearchEntry
from aukio.shared.search.registry import Searchable, every, of_model


def refresh(item: models.Model) -> None:
    """Make the object findable as it is now, or not at all if it is not public.

    Raises ``NotSearchable`` when no room has registered its model.
    """
    with transaction.atomic():
        for searchable in of_model(type(item)):
            current = searchable.public_queryset().filter(pk=item.pk).first()
            if current is None:
                _entries(searchable, item.pk).delete()
            else:
                _write(searchable, current)


def forget(item: models.Model) -> None:
    """Take the object out of the index, for example before it is deleted."""
    for searchable in of_model(type(item)):
        _entries(searchable, item.pk).delete()


def rebuild() -> dict[str, int]:
    """Make the whole index anew from what is public; returns the number of objects by kind.

    Done a kind at a time, each whole or not at all; search goes on answering meanwhile.
    """
    counts = {searchable.kind: _rebuild_kind(searchable) for searchable in every()}
    SearchEntry.objects.exclude(kind__in=list(counts)).delete()
    return counts


def _rebuild_kind(searchable: Searchable) -> int:
    with transaction.atomic():
        SearchEntry.objects.filter(kind=searchable.kind).delete()
        count = 0
        for item in searchable.public_queryset().iterator(chunk_size=200):
            SearchEntry.objects.bulk_create(_entries_of(searchable, item))
            count += 1
    return count


def _entries(searchable: Searchable, pk: Any) -> models.QuerySet[SearchEntry]:
    return SearchEntry.objects.filter(kind=searchable.kind, object_id=str(pk))


def _write(searchable: Searchable, item: models.Model) -> None:
    wanted = _entries_of(searchable, item)
    there = _entries(searchable, item.pk)
    there.exclude(language__in=[entry.language for entry in wanted]).delete()
    for entry in wanted:
        key: dict[str, Any] = {
            "kind": entry.kind,
            "object_id": entry.object_id,
            "language": entry.language,
        }
        values = {
            field.name: getattr(entry, field.name)
            for field in SearchEntry._meta.concrete_fields
            if field.name not in {"id", *key}
        }
        SearchEntry.objects.update_or_create(defaults=values, **key)


def _entries_of(searchable: Searchable, item: models.Model) -> list[SearchEntry]:
    found = (_entry(searchable, item, one) for one in searchable.languages_of(item))
    return [entry for entry in found if entry is not None]


def _entry(searchable: Searchable, item: models.Model, language: str) -> SearchEntry | None:
    """The object as it is found in one language; none when it has no title in it."""
    with translation.override(language):
        title = searchable.words(searchable.title, item, language)
        if not title.strip():
            return None
        return make_entry(
            kind=searchable.kind,
            object_id=str(item.pk),
            language=language,
            title=title,
            summary=searchable.words(searchable.summary, item, language),
            text=searchable.words(searchable.text, item, language),
            url=searchable.url(item),
            date=searchable.date(item) if searchable.date else None,
        )
