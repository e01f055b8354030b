"""What the room's pages share: breadcrumbs, the acting person, the form, no keeping by browsers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import pgettext, pgettext_lazy

from aukio.apps.wording.forms import CheckForm
from aukio.apps.wording.queries.glossary import organisations_of
from aukio.shared.accounts.models import Person
from aukio.shared.faults import Fault
from aukio.ui.components.ways import Crumb
from aukio.ui.markup import Text

ROOM = pgettext_lazy("room", "Clear language")


def crumbs(*steps: tuple[Text, str]) -> list[Crumb]:
    """From the front page through the room; the last step is the page itself."""
    start = [
        Crumb(pgettext("page", "Front page"), reverse("front")),
        Crumb(ROOM, reverse("wording:check")),
    ]
    if not steps:
        return [start[0], Crumb(ROOM)]
    *ways, (here, _href) = steps
    return [*start, *(Crumb(text, href) for text, href in ways), Crumb(here)]


def actor(request: HttpRequest) -> Person:
    """The person who acts. A visitor who is not signed in never acts."""
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user


def check_form(request: HttpRequest, **initial: Any) -> CheckForm:
    """The form as it was sent, or fresh with these values."""
    organisations = organisations_of(request.user)
    if request.method == "POST" and not initial:
        return CheckForm(request.POST, request.FILES or None, organisations=organisations)
    return CheckForm(initial=initial, organisations=organisations)


def private(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page with somebody's own words: no browser or proxy keeps it, no search engine finds it."""
    response = render(request, template, context, status=status)
    add_never_cache_headers(response)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def try_and_tell(request: HttpRequest, done: str, action: Callable[[], Any]) -> bool:
    """Do it and tell how it went."""
    try:
        action()
    except Fault as fault:
        messages.error(request, str(fault))
        return False
    messages.success(request, done)
    return True


def attached(name: str, kind: str, content: bytes | str) -> HttpResponse:
    """A file that a browser saves and never runs or keeps."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    add_never_cache_headers(response)
    return response
