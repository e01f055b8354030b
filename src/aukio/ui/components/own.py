"""Aukio's own components: lights, progress, empty lists, the chain, downloads, quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext, pgettext

from aukio.ui.markup import EMPTY, Attributes, Text, element, join

LIGHTS = ("none", "limited", "substantial", "complete", "waiting", "alert")
_SHAPES = {
    "none": '<circle cx="8" cy="8" r="6.5" class="aukio-light__line"/>',
    "limited": '<circle cx="8" cy="8" r="6.5" class="aukio-light__line"/>'
    '<path d="M8 8V1.5A6.5 6.5 0 0 1 14.5 8z" class="aukio-light__fill"/>',
    "substantial": '<circle cx="8" cy="8" r="6.5" class="aukio-light__line"/>'
    '<path d="M8 8V1.5A6.5 6.5 0 1 1 1.5 8z" class="aukio-light__fill"/>',
    "complete": '<circle cx="8" cy="8" r="7" class="aukio-light__fill"/>'
    '<path d="M4.5 8.2l2.4 2.4 4.6-4.8" class="aukio-light__tick"/>',
    "waiting": '<rect x="1.5" y="1.5" width="13" height="13" rx="2" class="aukio-light__line"/>'
    '<path d="M8 4.5V8l2.5 1.8" class="aukio-light__line"/>',
    "alert": '<path d="M8 1.2L15 14H1z" class="aukio-light__fill"/>'
    '<path d="M8 6v3.6M8 11.6v.4" class="aukio-light__tick"/>',
}


@dataclass(frozen=True)
class Link:
    """A step of the chain or a file to download: what it is, where, and a word about it."""

    text: Text
    href: str = ""
    note: Text = ""


def light(kind: str, text: Text) -> SafeString:
    """A status as colour, shape and word together. ``kind``: one of ``LIGHTS``."""
    if kind not in _SHAPES:
        raise ValueError(f"Unknown light {kind!r}: use one of {', '.join(LIGHTS)}.")
    icon = element(
        "svg",
        {
            "class": "aukio-light__icon",
            "viewBox": "0 0 16 16",
            "width": 16,
            "height": 16,
            "aria-hidden": "true",
            "focusable": "false",
        },
        SafeString(_SHAPES[kind]),
    )
    word = element("span", {}, text)
    return element("span", {"class": f"aukio-light aukio-light--{kind}"}, icon, word)


def progress(
    done: int,
    total: int,
    message: Text,
    *,
    poll: str = "",
    seconds: int = 2,
    fault: Text = "",
) -> SafeString:
    """How far a long job is, in words and as a bar.

    ``poll`` is the address that answers with this component anew; it is asked every
    ``seconds`` while the job goes on. Without JavaScript the page's own link renews it.
    """
    share = min(100, round(100 * done / total)) if total else None
    words = (
        gettext("%(share)s per cent done") % {"share": share}
        if share is not None
        else pgettext("job", "Under way")
    )
    bar: Attributes = {
        "class": "aukio-progress__bar",
        "max": 100 if share is not None else None,
        "value": share,
        "aria-label": message,
    }
    tags: Attributes = {"class": "aukio-progress", "id": "progress"}
    if poll:
        tags = {**tags, "hx-get": poll, "hx-trigger": f"every {seconds}s", "hx-swap": "outerHTML"}
    ending = element("p", {"class": "govuk-error-message"}, fault) if fault else EMPTY
    return element(
        "div",
        tags,
        element("p", {"class": "govuk-body govuk-!-margin-bottom-1"}, message),
        element("progress", bar, words),
        element("p", {"class": "govuk-hint govuk-!-margin-bottom-2", "role": "status"}, words),
        ending,
    )


def empty_state(text: Text, *, href: str = "", action: Text = "") -> SafeString:
    """What a list says when it has nothing, with the next step."""
    step = (
        element(
            "p",
            {"class": "govuk-body"},
            element("a", {"class": "govuk-link", "href": href}, action),
        )
        if href and action
        else EMPTY
    )
    return element(
        "div", {"class": "aukio-empty"}, element("p", {"class": "govuk-body"}, text), step
    )


def chain(came_from: Sequence[Link] = (), leads_to: Sequence[Link] = ()) -> SafeString:
    """Where a thing came from and where it leads."""
    sides = [
        (pgettext("chain", "Where this came from"), came_from),
        (pgettext("chain", "Where this leads"), leads_to),
    ]
    columns = [_chain_side(title, links) for title, links in sides if links]
    if not columns:
        return EMPTY
    frame: Attributes = {
        "class": "aukio-chain",
        "aria-label": pgettext("navigation", "Where this came from and where it leads"),
    }
    return element("nav", frame, *columns)


def _chain_side(title: str, links: Sequence[Link]) -> SafeString:
    items = [element("li", {"class": "aukio-chain__item"}, _linked(link)) for link in links]
    return element(
        "div",
        {"class": "aukio-chain__side"},
        element("h2", {"class": "govuk-heading-s aukio-chain__title"}, title),
        element("ul", {"class": "aukio-chain__list"}, *items),
    )


def _linked(link: Link) -> SafeString:
    text = (
        element("a", {"class": "govuk-link", "href": link.href}, link.text)
        if link.href
        else element("span", {}, link.text)
    )
    note = element("span", {"class": "aukio-note"}, link.note) if link.note else EMPTY
    return join([text, note], " ") if link.note else text


def downloads(links: Sequence[Link], *, title: Text = "") -> SafeString:
    """Files to take along; say kind and size in ``note``."""
    heading = title or pgettext("heading over a list of files", "Download")
    items = [
        element(
            "li",
            {},
            element("a", {"class": "govuk-link", "href": link.href, "download": True}, link.text),
            " " if link.note else None,
            element("span", {"class": "aukio-note"}, link.note) if link.note else None,
        )
        for link in links
    ]
    return element(
        "section",
        {"class": "aukio-downloads"},
        element("h2", {"class": "govuk-heading-s"}, heading),
        element("ul", {"class": "govuk-list"}, *items),
    )


def quote(text: Text, *, source: Text = "", href: str = "", language: str = "") -> SafeString:
    """Someone's very words, with where they were said. ``language`` is that of the words."""
    origin = element("a", {"class": "govuk-link", "href": href}, source) if href else source
    caption = element("figcaption", {"class": "aukio-quote__source"}, origin) if source else EMPTY
    words = element("blockquote", {"lang": language or None}, element("p", {}, text))
    return element("figure", {"class": "aukio-quote"}, words, caption)


def count_line(count: int) -> str:
    """ "12 results" in the reader's language."""
    return ngettext("%(count)s result", "%(count)s results", count) % {"count": count}
