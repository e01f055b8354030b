"""Beside a text field anywhere in the house: the score and the first findings of what is in it."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from aukio.apps.wording import asking
from aukio.apps.wording.asking import Asked, goal_of
from aukio.apps.wording.bounds import MOST_SIGNS_LIVE, QUICK, take
from aukio.apps.wording.models import Language
from aukio.apps.wording.result import result
from aukio.apps.wording.texts import language_of, pasted, read
from aukio.apps.wording.views._page import private
from aukio.shared.accounts.access import public
from aukio.shared.faults import Fault

TOP = 5
ENDS_WITH_LANGUAGE = re.compile(r"[_-](fi|sv|en)$")


@public
@require_POST
def beside(request: HttpRequest) -> HttpResponse:
    """A few lines to put under the field. Only surface rules; nothing is stored."""
    name = request.POST.get("wording-field", "")
    text = request.POST.get(name, "")[:MOST_SIGNS_LIVE]
    context: dict[str, object] = {"field": name}
    try:
        take(QUICK, request)
        given = pasted(text)
        document = read(given)
        asked = _asked(name, document.text)
        shown = result(document, asking.surface(document, asked), asked, is_deep=False)
        context |= {"result": shown, "top": shown.findings[:TOP], "more": shown.count - TOP}
    except Fault as fault:
        context["fault"] = str(fault)
    return private(request, "wording/parts/beside.html", context)


def _asked(name: str, text: str) -> Asked:
    here = get_language() or "fi"
    told = ENDS_WITH_LANGUAGE.search(name)
    language = told.group(1) if told else language_of(text, otherwise=here)
    assert language in Language.values
    profile = "easy" if "easy" in name else "official"
    return Asked(language=language, profile=profile, goal=goal_of(profile), say_in=here)
