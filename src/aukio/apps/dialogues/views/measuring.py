"""Length and clarity while writing: asked anew as the words change, or with the page."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_POST

from aukio.apps.dialogues.measuring import LANGUAGES, Draft, Measure, measures
from aukio.apps.dialogues.models import Round, VariantKind
from aukio.apps.dialogues.views._acting import sent
from aukio.apps.dialogues.views._finding import find_round
from aukio.shared.accounts.access import allowed
from aukio.shared.i18n.figures import number
from aukio.shared.i18n.languages import language_name
from aukio.shared.numbers import whole
from aukio.ui.components.tables import Cell

FULL = "full"
KINDS = (FULL, *VariantKind.values)
MOST_SIGNS = 5000


@allowed("dialogues.write_summary", find=find_round)
@require_POST
def measure(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """The table alone, with the words of the form counted in. Nothing is stored."""
    if kind not in KINDS:
        raise Http404
    draft = typed(request.POST, kind, whole(request.POST.get("sentence", "")))
    return render(request, "dialogues/parts/measure.html", measured(find_round(slug), kind, draft))


def typed(sent: QueryDict, kind: str, sentence: int | None) -> Draft:
    """What is in the form now, of each language."""
    name = prefix(kind)
    texts = {code: sent.get(f"{name}_{code}", "")[:MOST_SIGNS] for code in LANGUAGES}
    return Draft(texts, sentence)


def prefix(kind: str) -> str:
    """The name of the form's text fields; “easy” in it tells the wording check its profile."""
    return "easy_text" if kind == VariantKind.EASY else "text"


def to_save(request: HttpRequest) -> QueryDict | None:
    """What the form was sent with to be saved; nothing when it was only to be counted."""
    return None if "measure" in request.POST else sent(request)


def again(request: HttpRequest, begin: dict[str, Any]) -> dict[str, Any]:
    """What the form begins with: after a recount, the same words that were in it."""
    if "measure" not in request.POST:
        return begin
    return {**begin, **request.POST.dict(), "sources": request.POST.getlist("sources")}


def measured(
    round: Round, kind: str, draft: Draft | None = None, sentence: int | None = None
) -> dict[str, Any]:
    """The context of ``parts/measure.html``."""
    found = measures(round, "" if kind == FULL else kind, draft)
    return {
        "round": round,
        "measure_kind": kind,
        "measure_sentence": sentence or (draft.sentence if draft else None),
        "measure_head": [
            pgettext("column", "Language"),
            Cell(pgettext("column", "Words"), is_number=True),
            Cell(pgettext("column", "Pages"), is_number=True),
            Cell(pgettext("column", "Reading time"), is_number=True),
            pgettext("column", "Clarity"),
        ],
        "measure_rows": [_row(one) for one in found],
        "measure_too_long": [language_name(one.language) for one in found if one.is_too_long],
    }


def _row(one: Measure) -> list[Cell]:
    minutes = ngettext("%(count)s min", "%(count)s min", one.minutes)
    about = "%s" if one.is_laid_out else _("about %s")
    return [
        Cell(language_name(one.language)),
        Cell(number(one.words), is_number=True),
        Cell(about % number(one.pages), is_number=True),
        Cell(minutes % {"count": number(one.minutes)}, is_number=True),
        Cell(_clarity(one)),
    ]


def _clarity(one: Measure) -> str:
    if one.score is None:
        return pgettext("clarity", "not counted")
    told = (
        _("%(score)s of 100, good") if one.score.is_good else _("%(score)s of 100, aim at %(goal)s")
    )
    return told % {"score": number(round(one.score.score)), "goal": number(round(one.score.goal))}
