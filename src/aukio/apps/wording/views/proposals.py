"""An easier version by a language model: agreed to, shown beside the text, taken or left."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from aukio.apps.wording import proposed
from aukio.apps.wording.actions import proposals as actions
from aukio.apps.wording.bounds import DEEP, take
from aukio.apps.wording.forms import AgreeForm
from aukio.apps.wording.personal import personal_data
from aukio.apps.wording.queries import texts
from aukio.apps.wording.queries.glossary import organisation_with_model
from aukio.apps.wording.texts import read
from aukio.apps.wording.views._page import actor, crumbs, private, try_and_tell
from aukio.apps.wording.views.glossary import find_organisation
from aukio.apps.wording.views.kept import found
from aukio.shared.accounts.access import allowed, by_code
from aukio.shared.faults import Fault


@by_code
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, code: str) -> HttpResponse:
    """Say where the text would go and ask; then show what came, paragraph by paragraph."""
    text, owner = found(texts.own(code)), organisation_with_model(request.user)
    if owner is None:
        raise Http404
    seen = personal_data(read(text.given).text)
    form = AgreeForm(request.POST or None, host=proposed.host(), has_personal=bool(seen.others))
    if request.method == "POST" and form.is_valid():
        try:
            take(DEEP, request)
            actions.ask(by=actor(request), text=text, organisation=owner, **form.agreed())
            return redirect("wording:text-propose", code=code)
        except Fault as fault:
            form.add_error(None, str(fault))
    rows = proposed.opened(text.row)
    context = {
        "title": _("An easier version"),
        "crumbs": crumbs((_("An easier version"), "")),
        "form": form,
        "code": code,
        "host": proposed.host(),
        "personal": seen,
        "job": text.row.model_job,
        "rows": list(enumerate(rows)),
        "language": text.asked.language,
    }
    return private(request, "wording/propose.html", context)


@by_code
@require_POST
def take_over(request: HttpRequest, code: str) -> HttpResponse:
    """Put the chosen paragraphs in and check the text that comes of it."""
    text = found(texts.own(code))
    given = request.POST.getlist("take")
    chosen = {int(one) for one in given if one.isdecimal() and len(one) < 9}
    try:
        take(DEEP, request)
        _row, token = actions.take(by=request.user, text=text, numbers=chosen)
    except Fault as fault:
        messages.error(request, str(fault))
        return redirect("wording:text-propose", code=code)
    messages.success(request, _("The paragraphs you chose are in the text. Read it through."))
    return redirect("wording:text", code=token)


@allowed("wording.choose_model", find=find_organisation)
@require_POST
def decide(request: HttpRequest, organisation: int) -> HttpResponse:
    """Switch proposals on or off for the organisation."""
    owner, person = find_organisation(organisation), actor(request)
    is_on = request.POST.get("use") == "yes"
    action = actions.switch_on if is_on else actions.switch_off
    done = _("Proposals are in use.") if is_on else _("Proposals are no longer in use.")
    try_and_tell(request, done, lambda: action(by=person, organisation=owner))
    return redirect(reverse("wording:glossary", args=[owner.pk]))
