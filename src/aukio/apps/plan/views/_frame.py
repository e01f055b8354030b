"""What the pages for those who work on a measure have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from aukio.apps.plan.forms.team import VersionedForm, plain
from aukio.apps.plan.models import Measure
from aukio.shared.accounts.models import Person
from aukio.ui.components.ways import Crumb

get_or_post = require_http_methods(["GET", "HEAD", "POST"])
CONFLICT = 409


def frame(measure: Measure, title: str, **more: Any) -> dict[str, Any]:
    """What every page about working on a measure shows."""
    address = reverse("plan:measure", args=[measure.number])
    name = f"{measure.number} {measure.title}"
    return {
        "title": title,
        "caption": name,
        "crumbs": [Crumb(name, address)],
        "measure": measure,
        "back": address,
        **more,
    }


def person(request: HttpRequest) -> Person:
    """Who is working: these pages are behind a rule, so somebody is signed in."""
    return cast(Person, request.user)


def language() -> str:
    """The language the writer reads the page in, and writes in."""
    return (get_language() or "fi")[:2]


@dataclass(frozen=True)
class Both:
    """One field that somebody else has changed: their text and the writer's own."""

    label: Any
    theirs: str
    yours: str


@dataclass(frozen=True)
class Conflict:
    """Somebody else saved first: what they changed, and the form with what was typed.

    What the writer had left alone becomes theirs; what both changed stays the writer's, with
    theirs shown beside it. Saved again, it replaces what was read here and nothing newer.
    """

    form: VersionedForm
    fields: list[Both]


def compare(form: VersionedForm, theirs: Mapping[str, Any], revision: int) -> Conflict:
    """Both versions side by side. ``theirs`` holds what each field says now."""
    before = form.texts_before()
    data = cast(QueryDict, form.data).copy()
    fields = []
    for name, value in theirs.items():
        their = plain(value)
        widget = form.fields[name].widget
        mine = plain(widget.value_from_datadict(form.data, form.files, name))
        if their != before.get(name, their):
            if mine == before.get(name):
                data[name] = their
                mine = _("You had not changed this. The form now has their text.")
            fields.append(Both(form.fields[name].label, their, mine))
    data["revision"] = str(revision)
    again = VersionedForm.of(dict(theirs), revision).initial["before"]
    data["before"] = str(again)
    return Conflict(type(form)(data), fields)


def form_page(
    request: HttpRequest,
    context: dict[str, Any],
    *,
    conflict: Any = None,
    template: str = "plan/form.html",
) -> HttpResponse:
    """The page of a form; with both texts when somebody else saved first."""
    if isinstance(conflict, Conflict):
        context |= {"form": conflict.form, "conflict": conflict.fields}
    return render(request, template, context, status=CONFLICT if conflict else 200)
