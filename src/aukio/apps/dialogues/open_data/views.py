"""Open data: a page over all rounds, one for each, their files, and records for portals."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.http.response import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from aukio.apps.dialogues.models import Publication, Round
from aukio.apps.dialogues.open_data import catalogue as records
from aukio.apps.dialogues.open_data.citing import LICENCE, citation
from aukio.apps.dialogues.open_data.columns import TABLES
from aukio.apps.dialogues.open_data.contents import Contents, contents
from aukio.apps.dialogues.open_data.files import made
from aukio.apps.dialogues.open_data.forms import CATALOGUES, FORMS
from aukio.apps.dialogues.open_data.queries import newest_of_all
from aukio.apps.dialogues.open_data.terms import TERMS
from aukio.apps.dialogues.queries import publication_of
from aukio.apps.dialogues.queries.pages.published import newest_publication
from aukio.apps.dialogues.queries.words import reader_language
from aukio.apps.dialogues.views._finding import found, visible_round
from aukio.apps.dialogues.views._ways import crumbs, round_step, title_of
from aukio.shared.accounts.access import public
from aukio.shared.calendars.answers import answer
from aukio.ui.components.own import Link
from aukio.ui.components.tables import Cell


def _step() -> tuple[str, str]:
    return pgettext("page", "Open data of the dialogues"), reverse("open_data:all")


@public
@require_safe
def all_rounds(request: HttpRequest) -> HttpResponse:
    """Every round that has been published, and the catalogue for portals."""
    context = {
        "title": _step()[0],
        "lead": _("Take along what the dialogues brought, in forms that people and programs read."),
        "crumbs": crumbs((_step()[0], "")),
        "rounds": [
            (title_of(one.round), one.round, one.published_at, one.version)
            for one in newest_of_all()
        ],
        "downloads": [
            Link(form.label, reverse("open_data:catalogue", args=[name]))
            for name, form in CATALOGUES.items()
        ],
        "alternates": [
            (form.media_type, reverse("open_data:catalogue", args=[name]))
            for name, form in CATALOGUES.items()
        ],
    }
    return render(request, "open_data/all.html", context)


@public
@require_safe
def round_page(request: HttpRequest, slug: str) -> HttpResponse:
    """What a round's files hold, their licence and sizes, and how to name them."""
    round = visible_round(request.user, slug)
    told = contents(_newest(round))
    files = {form: made(told, form) for form in FORMS}
    context = {
        "title": pgettext("page", "Open data"),
        "caption": title_of(round),
        "crumbs": crumbs(round_step(round), (pgettext("page", "Open data"), "")),
        "round": round,
        "told": told,
        "licence": LICENCE,
        "citation": citation(told, reader_language()),
        "downloads": [
            Link(
                FORMS[form].label,
                reverse("open_data:version", args=[slug, told.version, form]),
                filesizeformat(len(content)),
            )
            for form, (_name, content) in files.items()
        ],
        "records": [
            Link(form.label, reverse("open_data:record", args=[slug, name]))
            for name, form in CATALOGUES.items()
        ],
        "tables": [
            (
                table,
                len(told.tables[table.name]),
                [[Cell(one.name), Cell(str(one.about))] for one in table.columns],
            )
            for table in TABLES
        ],
        "head": [Cell(_("Column")), Cell(_("What it holds"))],
        "versions": range(told.version - 1, 0, -1),
        "alternates": [
            *((FORMS[form].media_type, reverse("open_data:newest", args=[slug, form]))
              for form in FORMS),
            ("text/turtle", reverse("open_data:record", args=[slug, "ttl"])),
        ],
        "came_from": [Link(*round_step(round), pgettext("page", "Round").lower())],
        "leads_to": [
            Link(*_step()),
            Link(_("Terms of the linked data"), reverse("open_data:terms")),
        ],
    }  # fmt: skip
    return render(request, "open_data/round.html", context)


@public
@require_safe
def newest(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """The newest version in this form, at an address that stays."""
    return _file(request, _newest(visible_round(request.user, slug)), form)


@public
@require_safe
def version(request: HttpRequest, slug: str, version: int, form: str) -> HttpResponseBase:
    """One version, less what may no longer be read of it."""
    visible_round(request.user, slug)
    try:
        publication = publication_of(slug, min(version, 32767))
    except Publication.DoesNotExist as error:
        raise Http404 from error
    return _file(request, publication, form)


@public
@require_safe
def record(request: HttpRequest, slug: str, form: str) -> HttpResponseBase:
    """What tells of one round to a portal: DCAT-AP."""
    told = contents(_newest(visible_round(request.user, slug)))
    return _catalogue(request, form, f"{told.name}-dcat", [told], one=True)


@public
@require_safe
def catalogue(request: HttpRequest, form: str) -> HttpResponseBase:
    """What tells of every round to a portal: DCAT-AP. Sample rounds are nothing to harvest."""
    told = [contents(one) for one in newest_of_all() if not one.round.is_sample]
    return _catalogue(request, form, "catalogue", told)


@public
@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    """The terms that schema.org lacks; each has its own place on the page."""
    context = {
        "title": _("Terms of the linked data"),
        "lead": _(
            "The linked data uses the words of schema.org. It has no word for some things. "
            "For them we use these terms."
        ),
        "crumbs": crumbs(_step(), (_("Terms of the linked data"), "")),
        "terms": TERMS,
    }
    return render(request, "open_data/terms.html", context)


def _newest(round: Round) -> Publication:
    return found(newest_publication(round))


def _file(request: HttpRequest, publication: Publication, form: str) -> HttpResponseBase:
    if form not in FORMS:
        raise Http404
    name, content = made(contents(publication), form)
    return _open(answer(request, content, FORMS[form].media_type, name=name))


def _catalogue(
    request: HttpRequest, form: str, name: str, told: list[Contents], *, one: bool = False
) -> HttpResponseBase:
    if form not in CATALOGUES:
        raise Http404
    content = records.of_round(told[0], form) if one else records.of_all(told, form)
    kind = CATALOGUES[form].media_type
    return _open(answer(request, content, kind, name=f"{name}.{CATALOGUES[form].ending}"))


def _open(response: HttpResponseBase) -> HttpResponseBase:
    """Programs on other sites may read it: it holds nothing of who asks."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
