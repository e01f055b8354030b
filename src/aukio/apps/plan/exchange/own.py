"""Aukio's own plan file: the form `aukio plan load` reads, written back."""

from __future__ import annotations

from typing import Any

from aukio.apps.plan.exchange.documents import text_of, yaml_of, yaml_text

LANGUAGES = ("fi", "sv", "en")
TRANSLATED = ("title", "text", "lead", "motto", "label")
Node = dict[str, Any]


def nodes(tree: Node) -> dict[tuple[str, str], Node]:
    """The numbered parts of the file: (kind, number) → the node itself."""
    found: dict[tuple[str, str], Node] = {("plan", ""): tree}
    for commitment in tree.get("commitments") or []:
        found["commitment", str(commitment.get("number"))] = commitment
        for section in commitment.get("sub_commitments") or []:
            found["section", str(section.get("number"))] = section
            _measures(section, found)
        _measures(commitment, found)
    return found


def _measures(above: Node, found: dict[tuple[str, str], Node]) -> None:
    for measure in above.get("measures") or []:
        found["measure", str(measure.get("number"))] = measure


def change(node: Node, name: str, value: str) -> None:
    """Set a field by the name of its column, such as ``title_fi`` or ``end``."""
    base, _line, language = name.rpartition("_")
    if base in TRANSLATED and language in LANGUAGES:
        texts = node.get(base) if isinstance(node.get(base), dict) else {}
        node[base] = {**(texts or {}), language: value}  # a new mapping: others may share the old
    else:
        node[name] = value


def read(name: str, content: bytes) -> Node:
    """The file as a tree."""
    tree = yaml_of(name, text_of(name, content))
    return tree if isinstance(tree, dict) else {}


def write(tree: Node) -> bytes:
    """The tree as a file."""
    return yaml_text(tree).encode()


def by_language(item: Any, name: str) -> dict[str, str]:
    """The languages a translated field has words in."""
    found = {language: getattr(item, f"{name}_{language}") for language in LANGUAGES}
    return {language: text for language, text in found.items() if text}
