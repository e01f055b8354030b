"""Numbers of people in words: what may be told of them is decided in ``taking_part``."""

from __future__ import annotations

from dataclasses import dataclass

from aukio.apps.dialogues.taking_part import told_number


@dataclass(frozen=True)
class People:
    """How many, or why it is not told. ``count`` is None when it may not be shown.

    ``is_least``: there were at least so many; some are in no number that is told.
    """

    count: int | None
    is_known: bool = True
    is_least: bool = False

    @property
    def is_hidden(self) -> bool:
        return self.is_known and self.count is None


UNKNOWN = People(None, is_known=False)
NOT_SHOWN = People(None)


def shown(count: int | None) -> People:
    """A dialogue's number as it may be shown."""
    return UNKNOWN if count is None else People(told_number(count))


def in_full_fives(count: int | None) -> People:
    """People of an age band or group, as ``taking_part.people`` tells them."""
    return NOT_SHOWN if count is None else People(count, is_least=True)
