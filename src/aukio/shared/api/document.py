"""The OpenAPI document, and the same as plain data for the page people read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from aukio.shared.api.house import ROOT, open_house
from aukio.shared.api.problems import MEDIA_TYPE

PROBLEM = {
    "title": "Problem",
    "description": "What went wrong (RFC 9457).",
    "type": "object",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "errors": {"type": "array", "items": {"type": "object"}},
    },
}
ANY_PROBLEM = {
    "description": "A problem document.",
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


@dataclass(frozen=True)
class Parameter:
    name: str
    place: str
    kind: str
    required: bool
    description: str


@dataclass(frozen=True)
class Described:
    """One operation as the page tells it."""

    anchor: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    answer: tuple[Parameter, ...]


@dataclass(frozen=True)
class Section:
    """The operations of one room."""

    name: str
    operations: tuple[Described, ...]


@cache
def document() -> dict[str, Any]:
    """The OpenAPI 3.1 document of the whole interface."""
    found: dict[str, Any] = json.loads(
        json.dumps(open_house().get_openapi_schema(path_prefix=ROOT), default=str)
    )
    found["servers"] = [{"url": "/"}]
    found["components"].setdefault("schemas", {})["Problem"] = PROBLEM
    for _path, _method, operation in _operations(found):
        operation["responses"]["default"] = ANY_PROBLEM
    return found


@cache
def as_json() -> bytes:
    """The document as it is served."""
    return json.dumps(document(), ensure_ascii=False).encode()


@cache
def sections() -> tuple[Section, ...]:
    """The document by room, for people."""
    rooms: dict[str, list[Described]] = {}
    for path, method, operation in _operations(document()):
        name = (operation.get("tags") or [path.removeprefix(ROOT).split("/")[0]])[0]
        rooms.setdefault(name, []).append(_described(path, method, operation))
    return tuple(Section(name, tuple(found)) for name, found in sorted(rooms.items()))


def _operations(found: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path, method, operation)
        for path, methods in sorted(found["paths"].items())
        for method, operation in methods.items()
    ]


def _described(path: str, method: str, operation: dict[str, Any]) -> Described:
    return Described(
        anchor=operation["operationId"],
        method=method.upper(),
        path=path,
        summary=operation.get("summary", ""),
        description=operation.get("description", ""),
        parameters=tuple(
            Parameter(
                name=one["name"],
                place=one["in"],
                kind=_kind(one["schema"]),
                required=bool(one.get("required")),
                description=one["schema"].get("description", one.get("description", "")),
            )
            for one in operation.get("parameters", [])
        ),
        answer=_fields(_schema_of_answer(operation)),
    )


def _schema_of_answer(operation: dict[str, Any]) -> dict[str, Any]:
    content = operation["responses"].get("200", {}).get("content", {})
    found: dict[str, Any] = next(iter(content.values()), {})
    return _resolved(found.get("schema", {}))


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    reference = schema.get("$ref", "")
    known = document()["components"]["schemas"]
    found: dict[str, Any] = known[reference.rsplit("/", 1)[-1]] if reference else schema
    items = found.get("properties", {}).get("items", {})
    return _resolved(items["items"]) if "next" in found.get("properties", {}) else found


def _fields(schema: dict[str, Any]) -> tuple[Parameter, ...]:
    required = schema.get("required", [])
    return tuple(
        Parameter(name, "body", _kind(one), name in required, one.get("description", ""))
        for name, one in schema.get("properties", {}).items()
    )


def _kind(schema: dict[str, Any]) -> str:
    """The type in a word or two, such as ``string or null``."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "enum" in schema:
        return " | ".join(str(value) for value in schema["enum"])
    options = schema.get("anyOf") or schema.get("allOf")
    if options:
        return " | ".join(_kind(one) for one in options)
    if schema.get("type") == "array":
        return f"{_kind(schema.get('items', {}))}[]"
    return str(schema.get("type", "object"))
