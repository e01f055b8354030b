"""The United States' plan: a Markdown page a commitment or sub-commitment, with front matter.

A page with ``commitment_detail_sub_id`` is a sub-commitment (our measure); one without is the
commitment itself. Progress and evidence are told in the body.
"""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext as _

from aukio.apps.plan.exchange.documents import (
    Item,
    Kind,
    text_of,
    words,
    yaml_of,
    yaml_text,
)
from aukio.shared.faults import Fault

FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.S | re.M)
NAMES = {"title_en": "title", "lead_en": "commitment_agency", "text_en": "commitment_detail_sub"}


class Page:
    """One page: its front matter in order, and its body to the letter."""

    def __init__(self, name: str, fields: dict[str, Any], body: str) -> None:
        self.name = name
        self.fields = fields
        self.body = body

    @property
    def identity(self) -> str:
        """The sub-commitment's id, else the commitment's, else the file's name."""
        for name in ("commitment_detail_sub_id", "commitment_id"):
            if words(self.fields.get(name)).strip():
                return words(self.fields[name]).strip()
        return self.name.rpartition("/")[2].removesuffix(".md")

    @property
    def is_measure(self) -> bool:
        return bool(words(self.fields.get("commitment_detail_sub_id")).strip())

    def items(self) -> list[Item]:
        names = NAMES if self.is_measure else {"title_en": "title"}
        values = {
            ours: self.fields[theirs]
            for ours, theirs in names.items()
            if isinstance(self.fields.get(theirs), str)
        }
        kind = Kind.MEASURE if self.is_measure else Kind.COMMITMENT
        above = words(self.fields.get("commitment_id")).strip() if self.is_measure else ""
        theme = words(self.fields.get("commitment_theme_name"))
        return [Item(kind, "page", self.identity, values, above=above, above_title=theme)]

    def change(self, key: str, name: str, value: str) -> None:
        self.fields[NAMES[name]] = value

    def write(self) -> bytes:
        return f"---\n{yaml_text(self.fields)}---\n{self.body}".encode()


def read(name: str, content: bytes) -> Page:
    """The page. Raises ``Fault`` when it has no front matter that can be read."""
    text = text_of(name, content)
    found = FRONT.match(text)
    if found is None:
        raise Fault(
            _("The page does not begin with front matter."),
            where=name,
            mend=_("Put the fields between two lines of three hyphens."),
        )
    fields = yaml_of(name, found[1])
    if not isinstance(fields, dict):
        raise Fault(
            _("The front matter has no fields."), where=name, mend=_("Write them as name: value.")
        )
    return Page(name, fields, text[found.end() :])
