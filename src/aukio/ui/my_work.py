"""Tasks that wait for a person, and the desks they are done at, gathered from every room."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aukio.ui.markup import Text


@dataclass(frozen=True)
class Task:
    """One thing to do: what it is, where it is done, by when, and whose room it is."""

    title: Text
    url: str
    due: datetime.date | None = None
    room: Text = ""


@dataclass(frozen=True)
class Desk:
    """A page from which the person leads the work of a room."""

    title: Text
    url: str


Source = Callable[[Any], list[Task]]
Desks = Callable[[Any], list[Desk]]
_sources: list[Source] = []
_desks: list[Desks] = []


def register(source: Source) -> None:
    """Have ``source(person)`` asked for tasks."""
    if source not in _sources:
        _sources.append(source)


def register_desks(source: Desks) -> None:
    """Have ``source(person)`` asked for desks."""
    if source not in _desks:
        _desks.append(source)


def desks_for(person: Any) -> list[Desk]:
    """Desks of every room that the person may open."""
    return [desk for source in _desks for desk in source(person)]


def tasks_for(person: Any) -> list[Task]:
    """All tasks by due date, those without one last."""
    tasks = [task for source in _sources for task in source(person)]
    return sorted(tasks, key=lambda task: (task.due or datetime.date.max, str(task.title)))
