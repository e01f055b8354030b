"""One point of a brief: in other words, accepted, moved or removed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from aukio.apps.dialogues.impact import actions, forms, frozen
from aukio.apps.dialogues.impact.models import Point
from aukio.apps.dialogues.impact.sources import sources_of
from aukio.apps.dialogues.impact.views._common import desk_crumbs, find_point, get_or_post
from aukio.apps.dialogues.models import TextStatus
from aukio.apps.dialogues.queries import shown
from aukio.apps.dialogues.views._acting import actor, sent
from aukio.apps.dialogues.views._ways import title_of
from aukio.shared.accounts.access import allowed


@allowed("impact.edit_brief", find=find_point)
@get_or_post
def edit(request: HttpRequest, point: int) -> HttpResponse:
    """Say it in other words; the way to the sentence behind it stays."""
    found = find_point(point)
    source = sources_of(found.brief.round).by_id().get(found.sentence_id)
    told = frozen.told(found, source) if source else {"text": {}, "status": {}}
    first = {f"text_{code}": told["text"].get(code, "") for code in forms.LANGUAGES}
    first |= {
        f"status_{code}": told["status"].get(code, TextStatus.ORIGINAL) for code in forms.LANGUAGES
    }
    form = forms.TextsForm(sent(request), initial=first)
    if request.method == "POST" and form.is_valid():
        actions.edit_point(
            by=actor(request), point=found, texts=form.words("text"), statuses=form.statuses()
        )
        messages.success(request, _("The point has been saved."))
        return redirect("impact:brief-desk", found.brief.round.slug)
    title = pgettext("page", "Edit a point of the brief")
    context = {
        "title": title,
        "caption": title_of(found.brief.round),
        "crumbs": desk_crumbs(found.brief.round, (title, "")),
        "point": found,
        "sentence": shown(source.text) if source else None,
        "round": found.brief.round,
        "form": form,
        "keep": f"impact-point-{found.pk}",
    }
    return render(request, "impact/point.html", context)


@allowed("impact.edit_brief", find=find_point)
@require_POST
def change(request: HttpRequest, point: int) -> HttpResponse:
    """The buttons beside a point: accept, up, down, remove."""
    found = find_point(point)
    by, slug = actor(request), found.brief.round.slug
    match request.POST.get("do"):
        case "accept":
            actions.accept_point(by=by, point=found)
        case "remove":
            actions.drop_point(by=by, point=found)
        case "up" | "down" as way:
            actions.move_point(by=by, point=found, to=_place(found) + (1 if way == "down" else -1))
    return redirect("impact:brief-desk", slug)


def _place(point: Point) -> int:
    same = list(point.brief.points.filter(kind=point.kind).values_list("pk", flat=True))
    return same.index(point.pk)
