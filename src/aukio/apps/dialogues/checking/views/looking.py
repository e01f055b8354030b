"""The organiser's page: what the draft says on their dialogue's words, and is it fair?"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from aukio.apps.dialogues.checking import actions, queries
from aukio.apps.dialogues.checking.forms import SayForm
from aukio.apps.dialogues.checking.models import Review
from aukio.apps.dialogues.checking.rules import CODE
from aukio.apps.dialogues.views._acting import actor, sent, try_for_form
from aukio.apps.dialogues.views._ways import crumbs, title_of
from aukio.shared.accounts import codes
from aukio.shared.accounts.access import allowed, by_code
from aukio.shared.accounts.models import Code, Person

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def find_review(review: int, **_rest: Any) -> Review:
    rows = Review.objects.select_related("dialogue__round", "dialogue__organiser")
    return get_object_or_404(rows, pk=review)


@by_code
@never_cache
@get_or_post
def look(request: HttpRequest, token: str) -> HttpResponse:
    """By the link in the letter. Opening the page changes nothing."""
    code = codes.find(token, CODE)
    if code is None:
        raise Http404
    return _page(request, code, find_review(int(code.target_id)))


@allowed("checking.look", find=find_review)
@get_or_post
def own(request: HttpRequest, review: int) -> HttpResponse:
    """Signed in as the dialogue's organiser."""
    return _page(request, actor(request), find_review(review))


def _page(request: HttpRequest, by: Person | Code, review: Review) -> HttpResponse:
    mirror = queries.mirror(review)
    form = SayForm(sent(request), mirror=mirror)
    if request.method == "POST" and form.is_valid():
        kept = try_for_form(
            form, None, lambda: actions.say(by=by, review=review, remarks=form.said())
        )
        if kept is not None:
            messages.success(
                request, _("Thank you. You can change what you said until it has been answered.")
            )
            return redirect(request.path)
    title = _("Is your dialogue fairly reflected?")
    context = {
        "title": title,
        "caption": review.dialogue.title,
        "crumbs": crumbs((title, "")),
        "form": form,
        "round": review.dialogue.round,
        "round_title": title_of(review.dialogue.round),
        "mirror": mirror,
        "rows": [(one, *_fields(form, str(one.sentence.pk))) for one in mirror.sentences],
        "overall_fields": _fields(form, "all"),
    }
    return render(request, "checking/look.html", context)


def _fields(form: SayForm, key: str) -> tuple[Any, Any]:
    if f"verdict_{key}" not in form.fields:
        return None, None
    return form[f"verdict_{key}"], form[f"reason_{key}"]
