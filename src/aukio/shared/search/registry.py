"""What can be found. Each room says which of its objects are public and how to read them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

LANGUAGES = ("fi", "sv", "en")
Reader = str | Callable[[Any], Any]


@dataclass(frozen=True)
class Searchable:
    """How objects of one model are found.

    ``title``, ``summary`` and ``text`` are functions of the object, called with each language
    of the object active, or names of fields (``"title"`` means ``title_sv`` in Swedish where
    the model has it). An object without a title in a language is not found in that language.
    ``language`` gives the one language of people's own words; otherwise ``languages`` tells
    in which ones the object can be read. ``url`` is called with the language active.
    ``public`` gives the objects anyone may see: nothing else ever enters the index.
    ``date``, when given, lets newer objects come first among equals.
    """

    model: type[Model]
    kind: str
    title: Reader
    url: Callable[[Any], str]
    public: Callable[[], QuerySet[Any]]
    text: Reader = ""
    summary: Reader = ""
    label: str | Promise = ""
    language: Callable[[Any], str] | None = None
    languages: Iterable[str] = LANGUAGES
    date: Callable[[Any], date | None] | None = None

    def languages_of(self, item: Any) -> tuple[str, ...]:
        """The languages in which the object is found."""
        return (self.language(item),) if self.language else tuple(self.languages)

    def words(self, reader: Reader, item: Any, language: str) -> str:
        """What ``title``, ``summary`` or ``text`` gives for the object in the language."""
        if callable(reader):
            found = reader(item)
        elif not reader:
            found = ""
        elif hasattr(item, f"{reader}_{language}"):
            found = getattr(item, f"{reader}_{language}")
        else:
            found = getattr(item, reader)
        return str(found) if found else ""

    def public_queryset(self, using: str | None = None) -> QuerySet[Any]:
        """The objects anyone may see, in a steady order."""
        found = self.public()
        return (found.using(using) if using else found).order_by("pk")

    def shown_label(self) -> str:
        """What this kind of object is called, in the reader's language."""
        return str(self.label or self.model._meta.verbose_name or self.kind)


class NotSearchable(LookupError):
    """No room has registered this model or kind."""


class TakenKind(Exception):
    """Two models claim one kind."""


_by_kind: dict[str, Searchable] = {}


def register(searchable: Searchable) -> Searchable:
    """Make a model's public objects findable. Call it from the room's ``ready()``."""
    taken = _by_kind.get(searchable.kind)
    if taken and taken.model is not searchable.model:
        raise TakenKind(f"{searchable.kind} is the kind of {taken.model._meta.label} already")
    _by_kind[searchable.kind] = searchable
    return searchable


def unregister(kind: str) -> None:
    """Take a kind away again (for tests)."""
    _by_kind.pop(kind, None)


def every() -> list[Searchable]:
    """All kinds, by their code."""
    return [_by_kind[kind] for kind in sorted(_by_kind)]


def of_kind(kind: str) -> Searchable | None:
    """The kind with this code, or none."""
    return _by_kind.get(kind)


def of_model(model: type[Model]) -> list[Searchable]:
    """The kinds of a model. Raises ``NotSearchable`` when it has none."""
    found = [one for one in every() if one.model is model._meta.concrete_model]
    if not found:
        raise NotSearchable(model._meta.label)
    return found
