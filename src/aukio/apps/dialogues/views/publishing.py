"""Publishing: what is still to be mended, the languages, and the last question."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST

from aukio.apps.dialogues import actions, open_matters
from aukio.apps.dialogues.faults import Offence
from aukio.apps.dialogues.forms.sentences import CorrectForm, LanguagesForm, PublishForm
from aukio.apps.dialogues.models import Publication, Round, Summary
from aukio.apps.dialogues.offences import offences_of
from aukio.apps.dialogues.views._acting import actor, sent, try_and_tell, try_for_form
from aukio.apps.dialogues.views._finding import find_round
from aukio.apps.dialogues.views._ways import crumbs, desk_steps
from aukio.shared.accounts.access import allowed


@dataclass(frozen=True)
class ToMend:
    """One reason why the summary cannot be published, and where it is mended."""

    what: str
    where: str
    mend: str
    href: str


@allowed("dialogues.publish", find=find_round)
@require_http_methods(["GET", "HEAD", "POST"])
def publish_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Publish the summary, or a correction of it."""
    round = find_round(slug)
    is_first = not round.publications.exists()
    matters = open_matters.of_round(round)
    form = (PublishForm if is_first else CorrectForm)(sent(request), is_open=bool(matters))
    if request.method == "POST" and form.is_valid():
        made = try_for_form(form, None, lambda: _publish(request, round, form))
        if made:
            messages.success(request, _("The summary has been published. Anyone can read it now."))
            return redirect("dialogues:round", slug=slug)
    summary = Summary.objects.filter(round=round).first()
    title = pgettext("page", "Publish the summary") if is_first else _("Publish a correction")
    context = {
        "title": title,
        "crumbs": crumbs(*desk_steps(round), (title, "")),
        "round": round,
        "form": form,
        "submit": title,
        "languages_form": LanguagesForm(initial={"ready": summary.ready if summary else []}),
        "summary": summary,
        "is_first": is_first,
        "offences": [_to_mend(one, round) for one in offences_of(round)],
        "matters": matters,
        "versions": list(round.publications.order_by("-version").defer("content", "notes")),
    }
    return render(request, "dialogues/publish.html", context)


@allowed("dialogues.write_summary", find=find_round)
@require_POST
def languages(request: HttpRequest, slug: str) -> HttpResponse:
    """Say in which languages the summary is ready."""
    round = find_round(slug)
    form = LanguagesForm(request.POST)
    summary = Summary.objects.filter(round=round).select_related("round").first()
    if summary is None:
        messages.error(request, _("Write a sentence first: then there is a summary."))
    elif form.is_valid():
        try_and_tell(
            request,
            _("The languages have been saved."),
            lambda: actions.set_ready(
                by=actor(request), summary=summary, languages=form.cleaned_data["ready"]
            ),
        )
    return redirect("dialogues:publish", slug=slug)


def _publish(request: HttpRequest, round: Round, form: PublishForm) -> Publication:
    despite = form.cleaned_data.get("despite", "")
    if isinstance(form, CorrectForm):
        reason = form.cleaned_data["reason"]
        return actions.correct(by=actor(request), round=round, reason=reason, despite=despite)
    return actions.publish(by=actor(request), round=round, despite=despite)


def _to_mend(one: Offence, round: Round) -> ToMend:
    """Each reason leads to the page where it is mended."""
    if one.variant_sentence:
        href = reverse("dialogues:variant-edit", args=[one.variant_sentence])
    elif one.variant:
        href = reverse("dialogues:variant-desk", args=[round.slug, one.variant])
    elif one.sentence:
        page = reverse("dialogues:summary-theme", args=[one.theme])
        href = f"{page}#sentence-{one.sentence}"
    elif one.theme:
        href = reverse("dialogues:theme-name", args=[one.theme])
    elif not Summary.objects.filter(round=round).exists():
        href = reverse("dialogues:summary-desk", args=[round.slug])
    else:
        href = "#ready"
    return ToMend(one.what, one.where, one.mend, href)
