"""Safe HTML and SVG from Python: text is escaped unless it is already marked safe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

Text = str | Promise
Value = str | int | float | bool | Promise | None
Attributes = Mapping[str, Value]

VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
EMPTY = SafeString("")


def classes(*names: str | None) -> str | None:
    """Class names joined by a space; ``None`` when there is none, so no attribute is written."""
    return " ".join(name for name in names if name) or None


def attribute_text(attributes: Attributes | None) -> str:
    """Attributes as text with a leading space. ``None`` and ``False`` are left out."""
    written = []
    for name, value in (attributes or {}).items():
        if value is None or value is False:
            continue
        if value is True:
            written.append(f" {name}")
        else:
            written.append(f' {name}="{conditional_escape(str(value))}"')
    return "".join(written)


def _escaped(text: Text) -> str:
    return str(conditional_escape(text if isinstance(text, str) else str(text)))


def join(parts: Iterable[Text | None], separator: str = "") -> SafeString:
    """Parts one after another, each escaped unless safe."""
    text = separator.join(_escaped(part) for part in parts if part is not None)
    return mark_safe(text)  # noqa: S308 – every part has been escaped above


def element(name: str, attributes: Attributes | None = None, *children: Text | None) -> SafeString:
    """One element with its children. Children and attribute values are escaped unless safe."""
    start = f"<{name}{attribute_text(attributes)}>"
    if name in VOID:
        return mark_safe(start)  # noqa: S308 – name is ours, attributes are escaped
    return mark_safe(f"{start}{join(children)}</{name}>")  # noqa: S308 – as above
