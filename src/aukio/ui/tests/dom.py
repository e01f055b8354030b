"""Compares HTML by what it means: order of attributes and spaces between words don't count."""

from __future__ import annotations

import re

from lxml import etree, html

BLOCKS = re.compile(r"\s+")


def normal(text: str) -> list[object]:
    """The tree as nested lists: name, sorted attributes, children, with spaces made single."""
    frame = html.fragment_fromstring(text, create_parent="frame")
    return _children(frame)


def _children(node: html.HtmlElement) -> list[object]:
    found: list[object] = []
    _add_text(found, node.text)
    for child in node:
        if not isinstance(child, etree._Comment):
            found.append(_element(child))
        _add_text(found, child.tail)
    return found


def _element(node: html.HtmlElement) -> list[object]:
    attributes = {}
    for name, value in node.attrib.items():
        is_class = name == "class"
        attributes[name] = " ".join(value.split()) if is_class else value
    return [node.tag, sorted(attributes.items()), _children(node)]


def _add_text(found: list[object], text: str | None) -> None:
    single = BLOCKS.sub(" ", text or "").strip()
    if single:
        found.append(single)


def lines(tree: list[object], depth: int = 0) -> list[str]:
    """The tree one node a line, for a readable difference."""
    written: list[str] = []
    for node in tree:
        if isinstance(node, str):
            written.append("  " * depth + repr(node))
        else:
            name, attributes, children = node  # type: ignore[misc]
            facts = " ".join(f"{key}={value!r}" for key, value in attributes)
            written.append("  " * depth + f"<{name} {facts}>")
            written += lines(children, depth + 1)
    return written
