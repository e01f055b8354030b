"""Tasks that wait for a person, gathered from every room."""

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


Source = Callable[[Any], list[Task]]
_sources: list[Source] = []


def register(source: Source) -> None:
    """Have ``source(person)`` asked for tasks."""
    if source not in _sources:
        _sources.append(source)


def tasks_for(person: Any) -> list[Task]:
    """All tasks by due date, those without one last."""
    tasks = [task for source in _sources for task in source(person)]
    return sorted(tasks, key=lambda task: (task.due or datetime.date.max, str(task.title)))
