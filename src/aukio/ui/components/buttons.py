"""Buttons, and links that look like them."""

from __future__ import annotations

from django.utils.safestring import SafeString

from aukio.ui.markup import EMPTY, Attributes, Text, classes, element

START_ICON = element(
    "svg",
    {
        "class": "govuk-button__start-icon",
        "xmlns": "http://www.w3.org/2000/svg",
        "width": "17.5",
        "height": "19",
        "viewBox": "0 0 33 40",
        "aria-hidden": "true",
        "focusable": "false",
    },
    element("path", {"fill": "currentColor", "d": "M0 0h13l20 20-20 20H0l20-20z"}),
)


def _look(style: str, is_start: bool, extra: str) -> str | None:
    return classes(
        "govuk-button",
        f"govuk-button--{style}" if style else "",
        extra,
        "govuk-button--start" if is_start else "",
    )


def button(
    text: Text,
    *,
    style: str = "",
    name: str = "",
    value: str | int = "",
    type: str = "submit",
    id: str = "",
    disabled: bool = False,
    once: bool | None = None,
    start: bool = False,
    classes: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """A button. ``style``: "", "secondary", "warning" or "inverse".

    ``once`` keeps a second click within a second from sending the form again.
    """
    tags: Attributes = {
        "type": type,
        "value": None if value in ("", None) else str(value),
        "name": name or None,
        "disabled": disabled,
        "aria-disabled": "true" if disabled else None,
        "data-prevent-double-click": None if once is None else str(once).lower(),
        "class": _look(style, start, classes),
        "data-module": "govuk-button",
        **(attributes or {}),
        "id": id or None,
    }
    return element("button", tags, *_content(text, start))


def link_button(
    href: str,
    text: Text,
    *,
    style: str = "",
    id: str = "",
    start: bool = False,
    classes: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """A link that looks like a button: for going somewhere, never for changing something."""
    tags: Attributes = {
        "href": href,
        "role": "button",
        "draggable": "false",
        "class": _look(style, start, classes),
        "data-module": "govuk-button",
        **(attributes or {}),
        "id": id or None,
    }
    return element("a", tags, *_content(text, start))


def _content(text: Text, is_start: bool) -> tuple[Text, SafeString]:
    if not is_start:
        return text, EMPTY
    return (element("span", {}, text) if isinstance(text, SafeString) else text), START_ICON
