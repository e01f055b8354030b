"""Writing the brief: the machine's proposal, the points, the request, and publishing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from aukio.apps.dialogues.impact import actions, forms
from aukio.apps.dialogues.impact.models import Brief, PointKind
from aukio.apps.dialogues.impact.queries.desk import brief_desk
from aukio.apps.dialogues.impact.views._common import desk_crumbs, get_or_post
from aukio.apps.dialogues.models import Round, Sentence
from aukio.apps.dialogues.rules import is_core_group
from aukio.apps.dialogues.views._acting import actor, sent, try_and_tell, try_for_form
from aukio.apps.dialogues.views._finding import find_round, number_or_404
from aukio.apps.dialogues.views._ways import title_of
from aukio.shared.accounts.access import allowed


def find_brief(slug: str, **_rest: Any) -> Brief:
    return get_object_or_404(Brief.objects.select_related("round"), round__slug=slug)


@allowed("impact.edit_brief", find=find_brief)
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """The brief as it is now, with what is too long and what is still to be mended."""
    brief = find_brief(slug)
    title = pgettext("page", "Brief for leadership")
    is_first = not brief.round.brief_editions.exists()
    context = {
        "title": title,
        "caption": title_of(brief.round),
        "crumbs": desk_crumbs(brief.round, (title, "")),
        "round": brief.round,
        "desk": brief_desk(brief),
        "may_publish": is_core_group(request.user),
        "publish_form": (forms.PublishBriefForm if is_first else forms.CorrectBriefForm)(),
        "kinds": PointKind,
    }
    return render(request, "impact/brief_desk.html", context)


@allowed("impact.edit_brief", find=find_round)
@require_POST
def draft(request: HttpRequest, slug: str) -> HttpResponse:
    """Have the machine propose; what people have accepted stays."""
    round: Round = find_round(slug)
    made = try_and_tell(
        request,
        _("The proposal is ready. Read each point, and accept, edit or remove it."),
        lambda: actions.draft_brief(by=actor(request), round=round),
    )
    return redirect("impact:brief-desk" if made else "impact:desk", slug)


@allowed("impact.edit_brief", find=find_brief)
@get_or_post
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """What is asked of the reader."""
    brief = find_brief(slug)
    first = {f"text_{code}": getattr(brief, f"ask_{code}") for code in forms.LANGUAGES}
    first |= {f"status_{code}": getattr(brief, f"status_{code}") for code in forms.LANGUAGES}
    form = forms.AskForm(sent(request), initial={**first, "due": brief.due})
    if request.method == "POST" and form.is_valid():

        def store() -> bool:
            actions.edit_ask(
                by=actor(request),
                brief=brief,
                texts=form.words("text"),
                statuses=form.statuses(),
                due=form.cleaned_data["due"],
            )
            return True

        if try_for_form(form, "text_fi", store):
            messages.success(request, _("The request has been saved."))
            return redirect("impact:brief-desk", slug)
    title = pgettext("page", "What is asked of the reader")
    context = {
        "title": title,
        "caption": title_of(brief.round),
        "lead": _("Say in a sentence or two what the reader should decide or answer."),
        "crumbs": desk_crumbs(brief.round, (title, "")),
        "form": form,
        "keep": f"impact-ask-{slug}",
    }
    return render(request, "ui/form_page.html", context)


@allowed("impact.edit_brief", find=find_brief)
@require_POST
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a sentence of the summary into the brief."""
    brief = find_brief(slug)
    sentence = get_object_or_404(Sentence, pk=number_or_404(request.POST.get("sentence", "")))
    kind = PointKind.WISH if request.POST.get("kind") == "wish" else PointKind.FINDING
    try_and_tell(
        request,
        _("The sentence is in the brief now."),
        lambda: actions.add_point(by=actor(request), brief=brief, sentence=sentence, kind=kind),
    )
    return redirect("impact:brief-desk", slug)


@allowed("impact.publish_brief", find=find_brief)
@require_POST
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Publish, or publish a correction."""
    brief = find_brief(slug)
    if not request.POST.get("sure"):
        messages.error(request, _("Confirm that the brief may be published."))
        return redirect("impact:brief-desk", slug)
    made = try_and_tell(
        request,
        _("The brief has been published. Anyone can read it now."),
        lambda: actions.publish_brief(
            by=actor(request), brief=brief, reason=request.POST.get("reason", "")
        ),
    )
    return redirect("impact:brief" if made else "impact:brief-desk", slug)
