"""Pages for what went wrong. They ask nothing of the session or the database.

The language comes from the address (``/sv/…``), then from the browser's wishes.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import get_language_from_request, gettext_noop
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Page:
    status: int
    title: str
    paragraphs: tuple[str, ...]


BAD_REQUEST = Page(
    400,
    gettext_noop("The request could not be understood"),
    (gettext_noop("Go back and try again. If you followed a link, it may be broken."),),
)
FORBIDDEN = Page(
    403,
    gettext_noop("You do not have the right to open this page"),
    (
        gettext_noop("You are signed in, but this page is meant for other people."),
        gettext_noop(
            "If you need it in your work, ask the person who runs your organisation's account."
        ),
    ),
)
EXPIRED = Page(
    403,
    gettext_noop("The form had been open for too long"),
    (
        gettext_noop(
            "Nothing was saved. Go back with your browser: what you typed is still there."
        ),
        gettext_noop("Then reload the page and send the form again."),
    ),
)
NOT_FOUND = Page(
    404,
    gettext_noop("Page not found"),
    (
        gettext_noop("Check that the address is typed right and whole."),
        gettext_noop("If you followed a link, the page may have been moved or removed."),
    ),
)
BROKEN = Page(
    500,
    gettext_noop("Something went wrong on our side"),
    (
        gettext_noop("Your last change may not have been saved."),
        gettext_noop("Try again in a while. What happened has been written in our log."),
    ),
)


def _answer(request: HttpRequest, page: Page) -> HttpResponse:
    language = get_language_from_request(request, check_path=True)
    with translation.override(language):
        context = {
            "title": _(page.title),
            "paragraphs": [_(paragraph) for paragraph in page.paragraphs],
            "front": f"/{language}/",
            "path": request.get_full_path(),
        }
        text = render_to_string("ui/errors/error.html", context)
    answer = HttpResponse(text, status=page.status)
    answer["Content-Language"] = language
    answer["Vary"] = "Accept-Language"
    return answer


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(request, BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(request, FORBIDDEN)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """For ``CSRF_FAILURE_VIEW``: the form's key was missing or old."""
    return _answer(request, EXPIRED)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(request, NOT_FOUND)


def broken(request: HttpRequest) -> HttpResponse:
    return _answer(request, BROKEN)
