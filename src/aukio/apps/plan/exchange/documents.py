"""What every format gives: documents with items."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

import yaml
from django.utils.translation import gettext as _

from aukio.shared.faults import Fault


class Kind(StrEnum):
    COMMITMENT = "commitment"
    MEASURE = "measure"
    INDICATOR = "indicator"


@dataclass(frozen=True)
class Item:
    """A commitment, measure or indicator in a document.

    ``key`` is its place there. ``values`` are the fields the room understands, by the names
    of its models; ``above`` is the number of what it belongs to (``above_title`` in case that
    is nowhere itself). ``dates`` are shown as written when no calendar knows them. ``row`` is
    where a person finds it in a table, counted from 1.
    """

    kind: Kind
    key: str
    number: str
    values: dict[str, str]
    above: str = ""
    above_title: str = ""
    dates: dict[str, str] = field(default_factory=dict)
    row: int | None = None


class Document(Protocol):
    def items(self) -> list[Item]: ...

    def change(self, key: str, name: str, value: str) -> None:
        """Set the field ``name`` (of ``Item.values``) of the item at ``key``."""

    def write(self) -> bytes:
        """The whole document anew; every field that was not changed is as it was."""


@dataclass(frozen=True)
class Format:
    """A format: which files of a folder are its own, and how one is read."""

    code: str
    endings: tuple[str, ...]
    read: Callable[[str, bytes], Document]


def text_of(name: str, content: bytes) -> str:
    """The file as text. Raises ``Fault`` when it is not UTF-8 or holds characters none can keep."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Fault(
            _("The file is not UTF-8 text."), where=name, mend=_("Save it as UTF-8.")
        ) from error
    if "\x00" in text:
        raise Fault(
            _("The file holds a null character."),
            where=name,
            mend=_("It is probably not a text file; check it."),
        )
    return text


def yaml_of(name: str, text: str) -> Any:
    """The YAML's value. Raises ``Fault`` when it is not YAML."""
    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        row = _("row %(row)d") % {"row": mark.line + 1} if mark else ""
        raise Fault(
            _("The file is not YAML."),
            where=", ".join(part for part in (name, row) if part),
            mend=_("Check it with a YAML checker."),
        ) from error


def yaml_text(value: Any) -> str:
    """The value as YAML that reads back as the same value, keys in their order."""
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=100_000)


def words(value: Any) -> str:
    """A field as the room keeps it: text as it is, nothing as nothing."""
    return "" if value is None else str(value)
