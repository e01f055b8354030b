"""Ways round the site: breadcrumbs, back, pages of a list, skip link, tabs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from aukio.ui.markup import EMPTY, Attributes, Text, classes, element, join


@dataclass(frozen=True)
class Crumb:
    text: Text
    href: str = ""
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True)
class PageLink:
    """A link to a page of a list; ``is_gap`` stands for pages left out."""

    number: str = ""
    href: str = ""
    is_current: bool = False
    is_gap: bool = False
    spoken: Text | None = None
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True)
class Turn:
    """The link to the previous or the next page."""

    href: str
    text: Text | None = None
    label: Text | None = None
    attributes: Attributes = field(default_factory=dict)


@dataclass(frozen=True)
class Tab:
    label: Text
    content: Text
    id: str = ""
    attributes: Attributes = field(default_factory=dict)
    panel_attributes: Attributes = field(default_factory=dict)


def breadcrumbs(
    crumbs: Sequence[Crumb],
    *,
    collapse: bool = False,
    label: Text | None = None,
    classes_: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """The way from the front page to this one."""
    look = classes(
        "govuk-breadcrumbs", classes_, "govuk-breadcrumbs--collapse-on-mobile" if collapse else ""
    )
    frame = {
        "class": look,
        **(attributes or {}),
        "aria-label": pgettext("navigation", "Breadcrumb") if label is None else label,
    }
    items = element("ol", {"class": "govuk-breadcrumbs__list"}, *map(_crumb, crumbs))
    return element("nav", frame, items)


def _crumb(crumb: Crumb) -> SafeString:
    item: Attributes = {"class": "govuk-breadcrumbs__list-item"}
    if not crumb.href:
        return element("li", {**item, "aria-current": "page"}, crumb.text)
    link = {"class": "govuk-breadcrumbs__link", "href": crumb.href, **crumb.attributes}
    return element("li", item, element("a", link, crumb.text))


def back_link(
    href: str = "#",
    text: Text | None = None,
    *,
    classes_: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    frame = {"href": href, "class": classes("govuk-back-link", classes_), **(attributes or {})}
    return element("a", frame, text or pgettext("link to the page before", "Back"))


def skip_link(
    text: Text | None = None,
    *,
    href: str = "#content",
    classes_: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """The first thing the keyboard meets on every page."""
    frame = {
        "href": href,
        "class": classes("govuk-skip-link", classes_),
        **(attributes or {}),
        "data-module": "govuk-skip-link",
    }
    return element("a", frame, gettext("Skip to main content") if text is None else text)


def _icon(kind: str, path: str) -> SafeString:
    return element(
        "svg",
        {
            "class": f"govuk-pagination__icon govuk-pagination__icon--{kind}",
            "xmlns": "http://www.w3.org/2000/svg",
            "height": "13",
            "width": "15",
            "aria-hidden": "true",
            "focusable": "false",
            "viewBox": "0 0 15 13",
        },
        element("path", {"d": path}),
    )


ARROWS = {
    "prev": _icon(
        "prev",
        "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984"
        "l4.2931-4.293-1.414-1.414z",
    ),
    "next": _icon(
        "next",
        "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 "
        "6.7441-6.4062-6.7246-6.7266z",
    ),
}


def pagination(
    pages: Sequence[PageLink] | None = None,
    *,
    previous: Turn | None = None,
    next: Turn | None = None,
    label: Text | None = None,
    classes_: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """Pages of a list, or only the way back and forth."""
    is_block = not pages and bool(previous or next)
    frame = {
        "class": classes(
            "govuk-pagination", "govuk-pagination--block" if is_block else "", classes_
        ),
        "aria-label": label or pgettext("navigation", "Pagination"),
        **(attributes or {}),
    }
    numbers = (
        element("ul", {"class": "govuk-pagination__list"}, *map(_page, pages)) if pages else EMPTY
    )
    return element(
        "nav",
        frame,
        _turn(previous, "prev", is_block=is_block) if previous and previous.href else EMPTY,
        numbers,
        _turn(next, "next", is_block=is_block) if next and next.href else EMPTY,
    )


def _page(page: PageLink) -> SafeString:
    look = classes(
        "govuk-pagination__item",
        "govuk-pagination__item--current" if page.is_current else "",
        "govuk-pagination__item--ellipsis" if page.is_gap else "",
    )
    if page.is_gap:
        return element("li", {"class": look}, "⋯")
    spoken = gettext("Page %(number)s") % {"number": page.number}
    link = {
        "class": "govuk-link govuk-pagination__link",
        "href": page.href,
        "aria-label": page.spoken or spoken,
        "aria-current": "page" if page.is_current else None,
        **page.attributes,
    }
    return element("li", {"class": look}, element("a", link, page.number))


def _turn_text(kind: str) -> SafeString:
    """ "Previous" is seen, "Previous page" is heard."""
    is_back = kind == "prev"
    word = pgettext("page of a list", "Previous") if is_back else pgettext("page of a list", "Next")
    spoken = element("span", {"class": "govuk-visually-hidden"}, pgettext("after Next", " page"))
    return join([word, spoken])


def _turn(turn: Turn, kind: str, *, is_block: bool) -> SafeString:
    arrow = ARROWS[kind]
    title = classes(
        "govuk-pagination__link-title",
        "govuk-pagination__link-title--decorated" if is_block and not turn.label else "",
    )
    link = {
        "class": "govuk-link govuk-pagination__link",
        "href": turn.href,
        "rel": kind,
        **turn.attributes,
    }
    label = EMPTY
    if turn.label and is_block:
        hidden = element("span", {"class": "govuk-visually-hidden"}, ":")
        label = hidden + element("span", {"class": "govuk-pagination__link-label"}, turn.label)
    content = element(
        "a",
        link,
        arrow if is_block or kind == "prev" else EMPTY,
        element("span", {"class": title}, turn.text or _turn_text(kind)),
        label,
        arrow if not is_block and kind == "next" else EMPTY,
    )
    return element("div", {"class": f"govuk-pagination__{kind}"}, content)


def tabs(
    items: Sequence[Tab],
    *,
    prefix: str = "",
    title: Text | None = None,
    id: str = "",
    classes_: str = "",
    attributes: Attributes | None = None,
) -> SafeString:
    """Views of one thing. Without JavaScript: a list of links to the parts below."""
    frame = {
        "id": id or None,
        "class": classes("govuk-tabs", classes_),
        **(attributes or {}),
        "data-module": "govuk-tabs",
    }
    heading = pgettext("list of the parts of a page", "Contents") if title is None else title
    ids = [tab.id or f"{prefix}-{at}" for at, tab in enumerate(items, start=1)]
    names = [
        _tab(tab, id_, is_first=at == 0)
        for at, (tab, id_) in enumerate(zip(items, ids, strict=True))
    ]
    panels = [
        _tab_panel(tab, id_, is_first=at == 0)
        for at, (tab, id_) in enumerate(zip(items, ids, strict=True))
    ]
    return element(
        "div",
        frame,
        element("h2", {"class": "govuk-tabs__title"}, heading),
        element("ul", {"class": "govuk-tabs__list"}, *names) if names else EMPTY,
        *panels,
    )


def _tab(tab: Tab, id: str, *, is_first: bool) -> SafeString:
    look = classes("govuk-tabs__list-item", "govuk-tabs__list-item--selected" if is_first else "")
    link = {"class": "govuk-tabs__tab", "href": f"#{id}", **tab.attributes}
    return element("li", {"class": look}, element("a", link, tab.label))


def _tab_panel(tab: Tab, id: str, *, is_first: bool) -> SafeString:
    look = classes("govuk-tabs__panel", "" if is_first else "govuk-tabs__panel--hidden")
    text = tab.content
    if text and not isinstance(text, SafeString):
        text = element("p", {"class": "govuk-body"}, text)
    return element("div", {"class": look, "id": id, **tab.panel_attributes}, text)
