"""The document for machines, the page for people, and the answer where there is nothing."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from aukio.shared.accounts.access import public
from aukio.shared.api import document
from aukio.shared.api.document import Described, Parameter
from aukio.shared.api.problems import not_found

Row = tuple[str, str, str]


@dataclass(frozen=True)
class Table:
    """Names, types and meanings, ready for the table component."""

    caption: str
    head: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Shown:
    """One operation with its tables; those without rows are left out."""

    operation: Described
    tables: tuple[Table, ...]


@public
@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """The OpenAPI 3.1 document, readable from any site."""
    headers = {"Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=60"}
    return HttpResponse(document.as_json(), content_type="application/json", headers=headers)


@public
@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """The interface, told to people; drawn here, with nothing from elsewhere."""
    sections = [
        {"name": section.name, "shown": [_shown(one) for one in section.operations]}
        for section in document.sections()
    ]
    title = _("Interface for machines")
    return render(request, "api/docs.html", {"title": title, "sections": sections})


@public
@csrf_exempt
def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    """Any other address of the interface."""
    return not_found(request)


def _shown(operation: Described) -> Shown:
    call = {"call": f"{operation.method} {operation.path}"}
    tables = (
        _table(_("What to send: %(call)s") % call, operation.parameters),
        _table(_("What comes back: %(call)s") % call, operation.answer),
    )
    return Shown(operation, tuple(table for table in tables if table.rows))


def _table(caption: str, fields: tuple[Parameter, ...]) -> Table:
    head = (pgettext("of a parameter", "Name"), _("Type"), _("Meaning"))
    return Table(caption, head, tuple(_row(field) for field in fields))


def _row(field: Parameter) -> Row:
    # The document itself is in English in every language of the page.
    meaning = format_html('<span lang="en">{}</span>', field.description)
    return field.name, field.kind, meaning if field.description else ""
