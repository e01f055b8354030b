"""Checking a text: the page, findings while one types, sure replacements, texts sent from tools."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from aukio.apps.wording import asking
from aukio.apps.wording.actions import texts as actions
from aukio.apps.wording.asking import PROFILES, Asked
from aukio.apps.wording.bounds import DEEP, MOST_SIGNS_LIVE, QUICK, TooOften, take
from aukio.apps.wording.exports import offered
from aukio.apps.wording.forms import CheckForm, filled_with
from aukio.apps.wording.models import Language
from aukio.apps.wording.queries.glossary import glossary
from aukio.apps.wording.result import Result, result
from aukio.apps.wording.texts import Given, read
from aukio.apps.wording.views._page import check_form, crumbs, private
from aukio.engines.clarity import Document, rewrite
from aukio.shared.accounts.access import public
from aukio.shared.faults import Fault


@public
@require_http_methods(["GET", "HEAD", "POST"])
def check_page(request: HttpRequest) -> HttpResponse:
    """The form; sent, a check by all rules, or a quick one of which nothing is stored."""
    if request.method != "POST":
        return _page(request, check_form(request, **_wished(request)))
    form = check_form(request)
    if not form.is_valid():
        return _page(request, form, status=400)
    try:
        if request.POST.get("way") == "quick":
            return _quick(request, form)
        return _thorough(request, form)
    except Fault as fault:
        return _refused(request, form, fault)


@public
@require_POST
def live(request: HttpRequest) -> HttpResponse:
    """Findings of what is in the field now; nothing for an empty one. Nothing is stored."""
    form = check_form(request)
    fault = ""
    if form.is_valid() and len(form.cleaned_data["text"]) <= MOST_SIGNS_LIVE:
        try:
            take(QUICK, request)
            given = form.given()
            context = _about({"result": _surface(given, form.asked(given)), "can_swap": True})
            return private(request, "wording/parts/result.html", context)
        except Fault as found:
            fault = str(found)
    elif form.is_valid():
        fault = _("The text is long: press the button to check it.")
    return private(request, "wording/parts/live_fault.html", {"fault": fault})


@public
@require_POST
def plainer(request: HttpRequest) -> HttpResponse:
    """The text with every sure replacement put in, for the person to read. Nothing is stored."""
    form = check_form(request)
    if not form.is_valid():
        return _page(request, form, status=400)
    try:
        take(QUICK, request)
        given = form.given()
        asked = form.asked(given)
        document = read(given)
        report = asking.surface(document, asked, glossary(asked.organisation, asked.language))
        changed = rewrite(document.source, report.findings)
        count = sum(one.suggestion is not None for one in report.findings)
        return _again(request, asked, changed, count)
    except Fault as fault:
        return _refused(request, form, fault)


@public
@csrf_exempt  # comes from another site's form; it changes nothing and nothing is stored
@require_POST
def receive(request: HttpRequest) -> HttpResponse:
    """A text sent here by a form in a publishing system: the page with the text in its field."""
    profile = request.POST.get("profile", "")
    language = request.POST.get("language", "")
    values = {
        "text": request.POST.get("text", "").replace("\0", ""),
        "profile": profile if profile in PROFILES else "web",
        "language": language if language in Language.values else "auto",
    }
    return _page(request, check_form(request, **values))


def _thorough(request: HttpRequest, form: CheckForm) -> HttpResponse:
    take(DEEP, request)
    given = form.given()
    _row, token = actions.begin(by=request.user, given=given, asked=form.asked(given))
    return redirect("wording:text", code=token)


def _quick(request: HttpRequest, form: CheckForm) -> HttpResponse:
    take(QUICK, request)
    given = form.given()
    asked = form.asked(given)
    document = read(given)
    shown = _shown(document, asked)
    fresh = check_form(request, **filled_with(asked, document.source))
    return _page(request, fresh, {"result": shown})


def _again(request: HttpRequest, asked: Asked, changed: str, count: int) -> HttpResponse:
    values = filled_with(asked, changed)
    given = Given(changed.encode(), values["ending"])
    context = {"result": _surface(given, asked), "replaced": count}
    return _page(request, check_form(request, **values), context)


def _surface(given: Given, asked: Asked) -> Result:
    return _shown(read(given), asked)


def _shown(document: Document, asked: Asked) -> Result:
    report = asking.surface(document, asked, glossary(asked.organisation, asked.language))
    return result(document, report, asked, is_deep=False)


def _about(more: dict[str, Any]) -> dict[str, Any]:
    """With a result come the files it can be taken along in."""
    found: Result | None = more.get("result")
    if found is None:
        return more
    has_sure = any(one.suggestion is not None for one in found.findings)
    return {**more, "has_sure": has_sure, "exports": offered(found.asked.profile).items()}


def _wished(request: HttpRequest) -> dict[str, Any]:
    """A link may say the profile and the language, never the text."""
    profile, language = request.GET.get("profile"), request.GET.get("language")
    return {
        "profile": profile if profile in PROFILES else "official",
        "language": language if language in Language.values else "auto",
    }


def _refused(request: HttpRequest, form: CheckForm, fault: Fault) -> HttpResponse:
    form.add_error("file" if request.FILES else "text", str(fault))
    return _page(request, form, status=429 if isinstance(fault, TooOften) else 400)


def _page(
    request: HttpRequest, form: CheckForm, more: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "title": _("Check how clear a text is"),
        "crumbs": crumbs(),
        "form": form,
        **_about(more or {}),
    }
    if request.method == "POST":
        return private(request, "wording/check.html", context, status=status)
    return render(request, "wording/check.html", context, status=status)
