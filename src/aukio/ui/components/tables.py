"""Tables, summary lists and tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from aukio.ui.markup import EMPTY, Attributes, Text, classes, element


@dataclass(frozen=True)
class Cell:
    """A cell of a table; ``is_number`` sets it to the right with even digits."""

    text: Text = ""
    is_number: bool = False
    colspan: int | None = None
    rowspan: int | None = None
    classes: str = ""
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True)
class Action:
    """What can be done with a row; ``hidden`` completes the link for those who hear it."""

    text: Text
    href: str
    hidden: Text = ""
    classes: str = ""
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    """A row of a summary list."""

    key: Text
    value: Text
    actions: Sequence[Action] = ()
    classes: str = ""
    key_classes: str = ""
    value_classes: str = ""
    actions_classes: str = ""


@dataclass(frozen=True)
class Card:
    """A titled frame round a summary list."""

    title: Text | None = None
    level: int = 2
    title_classes: str = ""
    actions: Sequence[Action] = ()
    actions_classes: str = ""
    classes: str = ""
    attributes: Attributes = field(default_factory=dict)


def as_cell(given: Cell | Text | int | float) -> Cell:
    """A cell as it is; a number becomes a number cell."""
    if isinstance(given, Cell):
        return given
    if isinstance(given, int | float):
        from aukio.shared.i18n.figures import number

        return Cell(number(given), is_number=True)
    return Cell(given)


def bare_table(
    rows: Sequence[Sequence[Cell | Text | int | float]],
    *,
    head: Sequence[Cell | Text] = (),
    caption: Text = "",
    caption_classes: str = "",
    first_is_header: bool = False,
    classes_: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """The table itself, without the region it scrolls in."""
    look = {"class": classes("govuk-table__caption", caption_classes)}
    body = [_row([as_cell(cell) for cell in row], first_is_header) for row in rows]
    return element(
        "table",
        {"class": classes("govuk-table", classes_), **(attributes or {})},
        element("caption", look, caption) if caption else EMPTY,
        _head([as_cell(cell) for cell in head]) if head else EMPTY,
        element("tbody", {"class": "govuk-table__body"}, *body),
    )


def table(
    rows: Sequence[Sequence[Cell | Text | int | float]],
    *,
    head: Sequence[Cell | Text] = (),
    caption: Text,
    caption_classes: str = "govuk-table__caption--m",
    first_is_header: bool = True,
    classes_: str = "",
) -> SafeString:
    """A table that scrolls inside its own focusable region when the screen is narrow.

    Without rows nothing is written: a page says in words that there is nothing.
    """
    if not rows:
        return EMPTY
    content = bare_table(
        rows,
        head=head,
        caption=caption,
        caption_classes=caption_classes,
        first_is_header=first_is_header,
        classes_=classes_,
    )
    return scroll_region(content, label=caption)


def scroll_region(content: Text, *, label: Text) -> SafeString:
    """A frame that scrolls sideways, which the keyboard can reach and the ear can name."""
    frame: Attributes = {
        "class": "aukio-scroll",
        "role": "region",
        "aria-label": label,
        "tabindex": "0",
    }
    return element("div", frame, content)


def _head(cells: Sequence[Cell]) -> SafeString:
    return element(
        "thead",
        {"class": "govuk-table__head"},
        element("tr", {"class": "govuk-table__row"}, *(_cell(cell, "col") for cell in cells)),
    )


def _row(cells: Sequence[Cell], first_is_header: bool) -> SafeString:
    written = [
        _cell(cell, "row" if first_is_header and at == 0 else "") for at, cell in enumerate(cells)
    ]
    return element("tr", {"class": "govuk-table__row"}, *written)


def _cell(cell: Cell, scope: str) -> SafeString:
    block = "govuk-table__header" if scope else "govuk-table__cell"
    is_number = cell.is_number and scope != "row"
    tags: Attributes = {
        "scope": scope or None,
        "class": classes(block, f"{block}--numeric" if is_number else "", cell.classes),
        "colspan": cell.colspan,
        "rowspan": cell.rowspan,
        **cell.attributes,
    }
    return element("th" if scope else "td", tags, cell.text)


def tag(text: Text, *, classes_: str = "", attributes: Attributes | None = None) -> SafeString:
    """A word in a small box."""
    return element("strong", {"class": classes("govuk-tag", classes_), **(attributes or {})}, text)


def summary_list(
    rows: Sequence[Row],
    *,
    card: Card | None = None,
    classes_: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """Facts about one thing: key, value, and what can be done."""
    any_actions = any(row.actions for row in rows)
    title = card.title if card else None
    body = element(
        "dl",
        {"class": classes("govuk-summary-list", classes_), **(attributes or {})},
        *(_fact(row, title, any_actions) for row in rows),
    )
    return _card(card, body) if card else body


def _fact(row: Row, title: Text | None, any_actions: bool) -> SafeString:
    block = "govuk-summary-list"
    bare = f"{block}__row--no-actions" if any_actions and not row.actions else ""
    return element(
        "div",
        {"class": classes(f"{block}__row", bare, row.classes)},
        element("dt", {"class": classes(f"{block}__key", row.key_classes)}, row.key),
        element("dd", {"class": classes(f"{block}__value", row.value_classes)}, row.value),
        _fact_actions(row, title) if row.actions else EMPTY,
    )


def _fact_actions(row: Row, title: Text | None) -> SafeString:
    block = "govuk-summary-list__actions"
    look = {"class": classes(block, row.actions_classes)}
    links = [_action(action, title) for action in row.actions]
    if len(links) == 1:
        return element("dd", look, links[0])
    items = [element("li", {"class": f"{block}-list-item"}, link) for link in links]
    return element("dd", look, element("ul", {"class": f"{block}-list"}, *items))


def _action(action: Action, title: Text | None) -> SafeString:
    spoken = EMPTY
    if action.hidden or title:
        hidden = f" {action.hidden}" if action.hidden else ""
        spoken = element(
            "span",
            {"class": "govuk-visually-hidden"},
            hidden,
            " (" if title else None,
            title,
            ")" if title else None,
        )
    look = classes("govuk-link", action.classes)
    return element(
        "a", {"class": look, "href": action.href, **action.attributes}, action.text, spoken
    )


def _card(card: Card, body: SafeString) -> SafeString:
    block = "govuk-summary-card"
    heading = EMPTY
    if card.title is not None:
        look = classes(f"{block}__title", card.title_classes)
        heading = element(f"h{card.level}", {"class": look}, card.title)
    return element(
        "div",
        {"class": classes(block, card.classes), **card.attributes},
        element("div", {"class": f"{block}__title-wrapper"}, heading, _card_actions(card)),
        element("div", {"class": f"{block}__content"}, body),
    )


def _card_actions(card: Card) -> SafeString:
    look = classes("govuk-summary-card__actions", card.actions_classes)
    links = [_action(action, card.title) for action in card.actions]
    if len(links) < 2:
        return element("div", {"class": look}, *links) if links else EMPTY
    items = [element("li", {"class": "govuk-summary-card__action"}, link) for link in links]
    return element("ul", {"class": look}, *items)
