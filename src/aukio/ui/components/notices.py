"""What a page says apart from its text: banners, panels, warnings, details, error summary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from aukio.ui.markup import EMPTY, Attributes, Text, classes, element


@dataclass(frozen=True)
class FaultLink:
    """One line of the error summary; ``href`` leads to the control, such as ``#id_name``."""

    text: Text
    href: str = ""
    attributes: Attributes = field(default_factory=dict)


def error_summary(
    faults: Sequence[FaultLink],
    *,
    title: Text | None = None,
    description: Text | None = None,
    auto_focus: bool | None = None,
    classes_: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """All that must be mended, at the top of the page, each linking to its control."""
    lines = [
        element(
            "li",
            {},
            element("a", {"href": fault.href, **fault.attributes}, fault.text)
            if fault.href
            else fault.text,
        )
        for fault in faults
    ]
    body = element(
        "div",
        {"class": "govuk-error-summary__body"},
        element("p", {}, description) if description else EMPTY,
        element("ul", {"class": "govuk-list govuk-error-summary__list"}, *lines)
        if lines
        else EMPTY,
    )
    heading = element(
        "h2",
        {"class": "govuk-error-summary__title"},
        gettext("Please check these") if title is None else title,
    )
    frame = {
        "class": classes("govuk-error-summary", classes_),
        "data-disable-auto-focus": None if auto_focus is None else str(not auto_focus).lower(),
        **(attributes or {}),
        "data-module": "govuk-error-summary",
    }
    return element("div", frame, element("div", {"role": "alert"}, heading, body))


def notification_banner(
    content: Text,
    *,
    title: Text | None = None,
    kind: str = "",
    role: str = "",
    title_id: str = "govuk-notification-banner-title",
    level: int = 2,
    auto_focus: bool | None = None,
    classes_: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """A banner over the page; ``kind="success"`` says at once that something went well."""
    is_success = kind == "success"
    if not title:
        title = (
            pgettext("banner title", "Success")
            if is_success
            else pgettext("banner title", "Important")
        )
    look = classes(
        "govuk-notification-banner",
        "govuk-notification-banner--success" if is_success else "",
        classes_,
    )
    frame = {
        "class": look,
        "role": role or ("alert" if is_success else "region"),
        "aria-labelledby": title_id,
        "data-module": "govuk-notification-banner",
        "data-disable-auto-focus": None if auto_focus is None else str(not auto_focus).lower(),
        **(attributes or {}),
    }
    heading = element(
        f"h{level}", {"class": "govuk-notification-banner__title", "id": title_id}, title
    )
    if not isinstance(content, SafeString):
        content = element("p", {"class": "govuk-notification-banner__heading"}, content)
    return element(
        "div",
        frame,
        element("div", {"class": "govuk-notification-banner__header"}, heading),
        element("div", {"class": "govuk-notification-banner__content"}, content),
    )


def panel(
    title: Text,
    content: Text | None = None,
    *,
    level: int = 1,
    classes_: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """The large confirmation at the end of a task."""
    frame = {
        "class": classes("govuk-panel", "govuk-panel--confirmation", classes_),
        **(attributes or {}),
    }
    body = element("div", {"class": "govuk-panel__body"}, content) if content else EMPTY
    return element("div", frame, element(f"h{level}", {"class": "govuk-panel__title"}, title), body)


def inset(
    content: Text, *, id: str = "", classes_: str = "", attributes: Attributes | None = None
) -> SafeString:
    """Text set apart by a line at its side."""
    look = classes("govuk-inset-text", classes_)
    return element("div", {"id": id or None, "class": look, **(attributes or {})}, content)


def warning(
    content: Text,
    *,
    fallback: Text | None = None,
    classes_: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """A consequence one must know of before going on."""
    spoken = fallback or pgettext("before a warning text", "Warning")
    return element(
        "div",
        {"class": classes("govuk-warning-text", classes_), **(attributes or {})},
        element("span", {"class": "govuk-warning-text__icon", "aria-hidden": "true"}, "!"),
        element(
            "strong",
            {"class": "govuk-warning-text__text"},
            element("span", {"class": "govuk-visually-hidden"}, spoken),
            content,
        ),
    )


def details(
    summary: Text,
    content: Text,
    *,
    id: str = "",
    is_open: bool = False,
    classes_: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """A line that opens to more."""
    frame = {
        "id": id or None,
        "class": classes("govuk-details", classes_),
        **(attributes or {}),
        "open": is_open,
    }
    line = element(
        "summary",
        {"class": "govuk-details__summary"},
        element("span", {"class": "govuk-details__summary-text"}, summary),
    )
    return element(
        "details", frame, line, element("div", {"class": "govuk-details__text"}, content)
    )
