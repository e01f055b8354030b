"""The document for machines, the page for people, and the answer where there is nothing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from aukio.shared.accounts.access import public
from aukio.shared.api import document
from aukio.shared.api.problems import not_found


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
    return render(request, "api/docs.html", {"sections": document.sections()})


@public
@csrf_exempt
def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    """Any other address of the interface."""
    return not_found(request)
