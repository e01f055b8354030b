"""The small parts every form control shares: label, hint, error, legend, group.

A text is escaped unless it is marked safe, so one argument does for both text and HTML.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from aukio.ui.markup import EMPTY, Attributes, Text, classes, element, join


@dataclass(frozen=True)
class Label:
    text: Text
    classes: str = ""
    is_heading: bool = False
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True)
class Hint:
    text: Text
    classes: str = ""
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True)
class Fault:
    """An error message beside its control. ``prefix`` is read out before it: "Error"."""

    text: Text
    classes: str = ""
    prefix: Text | None = None
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True)
class Legend:
    text: Text
    classes: str = ""
    is_heading: bool = False


@dataclass(frozen=True)
class Group:
    """The frame round one control, with room for something before and after it."""

    classes: str = ""
    before: Text | None = None
    after: Text | None = None
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True)
class Frame:
    """A fieldset round several controls."""

    legend: Legend | None = None
    classes: str = ""
    described_by: str = ""
    attributes: Attributes = field(default_factory=dict)


NO_GROUP = Group()


def as_label(label: Label | Text | None) -> Label | None:
    return label if isinstance(label, Label) or label is None else Label(label)


def as_hint(hint: Hint | Text | None) -> Hint | None:
    if isinstance(hint, Hint):
        return hint
    return Hint(hint) if hint else None


def as_fault(error: Fault | Text | None) -> Fault | None:
    if isinstance(error, Fault):
        return error
    return Fault(error) if error else None


def as_legend(legend: Legend | Text | None) -> Legend | None:
    if isinstance(legend, Legend):
        return legend
    return Legend(legend) if legend else None


def label(given: Label | Text | None, for_id: str | None = None) -> SafeString:
    """A label, as the page's heading when it asks for that."""
    chosen = as_label(given)
    if chosen is None or not chosen.text:
        return EMPTY
    tag = element(
        "label",
        {"class": classes("govuk-label", chosen.classes), **chosen.attributes, "for": for_id},
        chosen.text,
    )
    return element("h1", {"class": "govuk-label-wrapper"}, tag) if chosen.is_heading else tag


def hint(given: Hint | Text | None, id: str | None = None) -> SafeString:
    chosen = as_hint(given)
    if chosen is None:
        return EMPTY
    attributes = {"id": id, "class": classes("govuk-hint", chosen.classes), **chosen.attributes}
    return element("div", attributes, chosen.text)


def error_message(given: Fault | Text | None, id: str | None = None) -> SafeString:
    """A message beside the control it is about; "Error:" is read out first."""
    chosen = as_fault(given)
    if chosen is None:
        return EMPTY
    prefix = (
        pgettext("before an error message", "Error") if chosen.prefix is None else chosen.prefix
    )
    hidden = element("span", {"class": "govuk-visually-hidden"}, f"{prefix}:") if prefix else EMPTY
    attributes = {
        "id": id,
        "class": classes("govuk-error-message", chosen.classes),
        **chosen.attributes,
    }
    return element("p", attributes, hidden, " " if prefix else None, chosen.text)


def fieldset(
    content: Text,
    *,
    legend: Legend | Text | None = None,
    classes_: str = "",
    described_by: str | None = None,
    role: str | None = None,
    attributes: Attributes | None = None,
) -> SafeString:
    """Controls that belong together, under one legend."""
    chosen = as_legend(legend)
    heading = EMPTY
    if chosen:
        text = (
            element("h1", {"class": "govuk-fieldset__heading"}, chosen.text)
            if chosen.is_heading
            else chosen.text
        )
        name = classes("govuk-fieldset__legend", chosen.classes)
        heading = element("legend", {"class": name}, text)
    frame = {
        "class": classes("govuk-fieldset", classes_),
        "role": role or None,
        "aria-describedby": described_by or None,
        **(attributes or {}),
    }
    return element("fieldset", frame, heading, content)


def framed(content: Text, frame: Frame | None, described_by: str, role: str | None) -> SafeString:
    """The content in a fieldset when there is a frame, else as it is."""
    if frame is None:
        return join([content])
    return fieldset(
        content,
        legend=frame.legend,
        classes_=frame.classes,
        described_by=described_by,
        role=role,
        attributes=frame.attributes,
    )


def form_group(content: Text, *, has_error: bool, group: Group) -> SafeString:
    name = classes(
        "govuk-form-group", "govuk-form-group--error" if has_error else "", group.classes
    )
    return element("div", {"class": name, **group.attributes}, content)


def described(
    id: str, given_hint: Hint | Text | None, error: Fault | Text | None, already: str = ""
) -> tuple[SafeString, str]:
    """Hint and error message, and the ids a control must point to with aria-describedby."""
    ids, parts = [already], []
    if given_hint:
        parts.append(hint(given_hint, f"{id}-hint"))
        ids.append(f"{id}-hint")
    if error:
        parts.append(error_message(error, f"{id}-error"))
        ids.append(f"{id}-error")
    return join(parts), " ".join(part for part in ids if part)
