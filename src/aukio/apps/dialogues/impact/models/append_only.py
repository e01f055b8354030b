"""Rows that are written once: what was public stays known."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models

from aukio.apps.dialogues.faults import Frozen


class AppendOnly(models.Model):
    """Raises ``Frozen`` on a change; a correction is a row of its own."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store it once."""
        if not self._state.adding:
            raise Frozen("What was written here never changes; write a correction.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Never."""
        raise Frozen("What was written here is never deleted.")
