"""Canada's tracker schemas: commitments, milestones and indicators as coded choices."""

from __future__ import annotations

from collections.abc import Iterator
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

KINDS = {
    "commitments": Kind.COMMITMENT,
    "milestones": Kind.MEASURE,
    "indicators": Kind.INDICATOR,
}


class Schema:
    """The whole file as a tree; only the choices of three fields are ours to read."""

    def __init__(self, tree: dict[str, Any]) -> None:
        self.tree = tree

    def items(self) -> list[Item]:
        found = [
            self._item(key, KINDS[name], str(code), choice)
            for name, key, code, choice in self._choices()
        ]
        order = list(Kind)
        return sorted(found, key=lambda item: order.index(item.kind))

    def _choices(self) -> Iterator[tuple[str, str, Any, Any]]:
        for at, resource in enumerate(_list(self.tree, "resources")):
            for field in _list(resource, "fields"):
                name = field.get("datastore_id")
                choices = field.get("choices")
                if name in KINDS and isinstance(choices, dict):
                    for code, choice in choices.items():
                        yield name, f"{at}/{name}/{code}", code, choice

    def _item(self, key: str, kind: Kind, code: str, choice: Any) -> Item:
        above = code.rpartition(".")[0] if kind is not Kind.COMMITMENT else ""
        label = "label_en" if kind is Kind.INDICATOR else "title_en"
        if isinstance(choice, str):
            return Item(kind, key, code, {label: choice}, above=above)
        fields = choice if isinstance(choice, dict) else {}
        values = {label: fields["en"]} if isinstance(fields.get("en"), str) else {}
        dates = {}
        if kind is Kind.INDICATOR:
            deadline = _text_in(fields.get("deadline"))
            if isinstance(fields.get("lead_dept"), str):
                values["owner"] = fields["lead_dept"]
            if deadline:
                values["target"] = deadline
            due = words(fields.get("due_date")) or deadline
            dates = {"due_date" if "due_date" in fields else "deadline": due} if due else {}
        return Item(kind, key, code, values, above=above, dates=dates)

    def change(self, key: str, name: str, value: str) -> None:
        at, field_name, code = key.split("/", 2)
        resource = _list(self.tree, "resources")[int(at)]
        for field in _list(resource, "fields"):
            if field.get("datastore_id") == field_name:
                self._set(field["choices"], code, name, value)

    @staticmethod
    def _set(choices: dict[Any, Any], code: str, name: str, value: str) -> None:
        own = next(one for one in choices if str(one) == code)
        if isinstance(choices[own], str):
            choices[own] = value
        elif name in ("label_en", "title_en"):
            choices[own]["en"] = value
        elif name == "owner":
            choices[own]["lead_dept"] = value
        elif isinstance(choices[own].get("deadline"), dict):
            choices[own]["deadline"]["en"] = value
        else:
            choices[own]["deadline"] = value

    def write(self) -> bytes:
        return yaml_text(self.tree).encode()


def _list(tree: Any, name: str) -> list[dict[str, Any]]:
    found = tree.get(name) if isinstance(tree, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _text_in(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("en")
    return value if isinstance(value, str) else ""


def read(name: str, content: bytes) -> Schema:
    """The schema. Raises ``Fault`` when there are no resources in it."""
    tree = yaml_of(name, text_of(name, content))
    if not isinstance(tree, dict) or not isinstance(tree.get("resources"), list):
        raise Fault(
            _("There are no resources in the file."),
            where=name,
            mend=_("Check that it is a tracker's schema."),
        )
    return Schema(tree)
