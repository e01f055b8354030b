"""What the wing's pages share: the way to a page, who acts, and how a fault is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.views.decorators.http import require_http_methods

from aukio.apps.plan.cocreation.models import Call
from aukio.shared.accounts.models import Person
from aukio.shared.faults import Fault
from aukio.ui.components.ways import Crumb

get_or_post = require_http_methods(["GET", "HEAD", "POST"])
Result = TypeVar("Result")


def crumbs(*steps: tuple[Any, str]) -> list[Crumb]:
    """From the plan through the calls; a step without address is the page itself."""
    start = [
        Crumb(pgettext("navigation", "Action plan"), reverse("plan:plan")),
        Crumb(pgettext("page", "The next plan"), reverse("cocreation:calls")),
    ]
    return [*start, *(Crumb(text, href) for text, href in steps)]


def call_crumbs(call: Call, *steps: tuple[Any, str]) -> list[Crumb]:
    return crumbs((str(call), reverse("cocreation:call", args=[call.slug])), *steps)


def desk_crumbs(call: Call, *steps: tuple[Any, str]) -> list[Crumb]:
    """The way to a page of the team's desk."""
    desk = reverse("cocreation:desk", args=[call.slug])
    return call_crumbs(call, (pgettext("page", "Desk"), desk), *steps)


def person(request: HttpRequest) -> Person:
    """Who is working: every page that asks is behind a rule, so somebody is signed in."""
    return cast(Person, request.user)


def sent(request: HttpRequest) -> QueryDict | None:
    """What the form was sent with, or nothing when the page is only opened."""
    return request.POST if request.method == "POST" else None


def reading() -> str:
    """The reader's language."""
    return (get_language() or "fi")[:2]


def try_for_form(form: forms.BaseForm, action: Callable[[], Result]) -> Result | None:
    """The action's result; its fault becomes the form's, and nothing typed is lost."""
    try:
        return action()
    except Fault as fault:
        form.add_error(None, str(fault))
        return None


def try_and_tell(request: HttpRequest, done: str, action: Callable[[], Result]) -> Result | None:
    """For a button without a form: the result, with a message of how it went."""
    try:
        result = action()
    except Fault as fault:
        messages.error(request, str(fault))
        return None
    messages.success(request, done)
    return result
