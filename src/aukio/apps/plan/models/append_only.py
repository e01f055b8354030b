"""Rows that are written once: what was reported stays as it was reported."""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


class WrittenOnce(Exception):
    """Somebody tried to change or remove what is only ever added to."""

    def __init__(self) -> None:
        super().__init__("This is never changed or removed; add a new one.")


class OnceRows(models.QuerySet[Row]):
    """Rows for reading; every bulk change is refused."""

    def update(self, **values: Any) -> NoReturn:
        raise WrittenOnce

    def delete(self) -> NoReturn:
        raise WrittenOnce

    def bulk_update(self, *args: Any, **options: Any) -> NoReturn:
        raise WrittenOnce


class WriteOnce(models.Model):
    """A row that can be added, and then only read."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        if not self._state.adding:
            raise WrittenOnce
        super().save(*args, **{**options, "force_insert": True})

    def delete(self, *args: Any, **options: Any) -> NoReturn:
        raise WrittenOnce
