"""The search page: one box over everything public."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aukio.shared.accounts.access import public
from aukio.shared.search import queries
from aukio.shared.search.registry import of_kind

ON_A_PAGE = 20


@dataclass(frozen=True)
class Choice:
    """A kind of object as a filter; an empty code stands for all kinds."""

    code: str
    label: str
    count: int
    chosen: bool


@public
@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """What was found for ``?q=…&kind=…&page=…``; any input is answered."""
    text, kind = request.GET.get("q", ""), request.GET.get("kind", "")
    number = _page_number(request.GET.get("page", ""))
    found = _page(text, kind, number)
    pages = Paginator(range(min(found.total, queries.MOST)), ON_A_PAGE)
    if number > pages.num_pages:
        number = pages.num_pages
        found = _page(text, kind, number)
    words = found.query.text
    context = {
        "title": _("Search: %(words)s") % {"words": words} if words else _("Search"),
        "query": words,
        "kind": kind,
        "found": found,
        "count": _count(found.total),
        "choices": _choices(found, kind),
        "page": pages.page(number),
        "machines": _address_for_machines(words, kind),
    }
    return render(request, "search/find.html", context)


def _page(text: str, kind: str, number: int) -> queries.Found:
    offset = (number - 1) * ON_A_PAGE
    return queries.look_up(text, kind=kind, offset=offset, limit=ON_A_PAGE)


def _address_for_machines(words: str, kind: str) -> str:
    asked = {"q": words, "kind": kind, "language": get_language() or "fi"}
    given = {name: value for name, value in asked.items() if value}
    return f"{reverse('api:search-search')}?{urlencode(given)}"


def _page_number(given: str) -> int:
    last = queries.MOST // ON_A_PAGE
    is_number = given.isascii() and given.isdigit() and len(given) < 10
    return min(max(int(given), 1), last) if is_number else 1


def _count(total: int) -> str:
    return ngettext("%(count)d result", "%(count)d results", total) % {"count": total}


def _choices(found: queries.Found, kind: str) -> list[Choice]:
    """Filters, when there is something to choose from or a choice to take back."""
    if len(found.kinds) < 2 and not kind:
        return []
    everything = Choice("", _("Everything"), sum(found.kinds.values()), not kind)
    kinds = [Choice(code, _label(code), count, code == kind) for code, count in found.kinds.items()]
    return [everything, *sorted(kinds, key=lambda choice: choice.label)]


def _label(kind: str) -> str:
    searchable = of_kind(kind)
    return searchable.shown_label() if searchable else kind
