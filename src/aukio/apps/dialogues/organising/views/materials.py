"""The material kit: to read, to take along as Word or PDF, and to change for one round."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.organising.actions.materials import edit_material
from aukio.apps.dialogues.organising.forms.cockpit import MaterialForm
from aukio.apps.dialogues.organising.models import MaterialKind
from aukio.apps.dialogues.organising.queries import materials as queries
from aukio.apps.dialogues.organising.views._round_finding import known_material
from aukio.apps.dialogues.organising.views._tables import link
from aukio.apps.dialogues.organising.views._ways import crumbs, title_of
from aukio.apps.dialogues.rules import is_core_group
from aukio.apps.dialogues.views._acting import actor, sent, try_for_form
from aukio.apps.dialogues.views._downloads import attached
from aukio.apps.dialogues.views._finding import find_round, visible_round
from aukio.apps.dialogues.views._ways import round_step
from aukio.shared.accounts.access import allowed, public
from aukio.shared.accounts.models import LANGUAGES
from aukio.shared.documents import docx, html, pdf
from aukio.shared.i18n.times import date_and_time
from aukio.ui.components.own import Link
from aukio.ui.components.tables import Cell

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

FILE = "organising:material-file"


def _kit_step(round: Round) -> tuple[str, str]:
    return pgettext("page", "Material kit"), reverse("organising:kit", args=[round.slug])


@public
@require_safe
def kit(request: HttpRequest, slug: str) -> HttpResponse:
    """Every text of the kit in its three languages."""
    round = visible_round(request.user, slug)
    newest = queries.newest_versions(round)
    context = {
        "title": pgettext("page", "Material kit"),
        "caption": title_of(round).text,
        "lead": _("Texts for organisers. Read them here or take them along as Word or PDF."),
        "crumbs": crumbs(round_step(round), (_kit_step(round)[0], "")),
        "round": round,
        "rows": [
            [
                Cell(kind.label),
                *(_cell(round, kind, code, name, newest) for code, name in LANGUAGES),
            ]
            for kind in MaterialKind
        ],
        "head": [Cell(pgettext("material", "Text")), *(Cell(name) for _code, name in LANGUAGES)],
        "leads": is_core_group(request.user),
    }
    return render(request, "organising/kit.html", context)


def _cell(
    round: Round, kind: MaterialKind, code: str, name: str, newest: dict[tuple[str, str], int]
) -> Cell:
    href = reverse("organising:material", args=[round.slug, kind.value, code])
    version = newest.get((kind.value, code), 0)
    words = _("Version %(number)d") % {"number": version} if version else name
    return Cell(link(href, words))


@public
@require_safe
def material(request: HttpRequest, slug: str, kind: str, language: str) -> HttpResponse:
    """One text as a page."""
    known_material(kind, language)
    round = visible_round(request.user, slug)
    one = queries.material(round, kind, language)
    context = {
        "title": str(MaterialKind(kind).label),
        "caption": title_of(round).text,
        "crumbs": crumbs(round_step(round), _kit_step(round), (MaterialKind(kind).label, "")),
        "round": round,
        "one": one,
        "is_other_language": language != (get_language() or "fi")[:2],
        "text": html(queries.as_document(round, one)),
        "downloads": [
            Link(
                form.upper(), reverse("organising:material-file", args=[slug, kind, language, form])
            )
            for form in ("docx", "pdf")
        ],
        "leads": is_core_group(request.user),
    }
    return render(request, "organising/material.html", context)


@public
@require_safe
def material_file(
    request: HttpRequest, slug: str, kind: str, language: str, form: str
) -> HttpResponse:
    """The same tree as a Word document or a PDF."""
    known_material(kind, language)
    round = visible_round(request.user, slug)
    document = queries.as_document(round, queries.material(round, kind, language))
    name = f"{slug}-{kind}-{language}.{form}"
    if form == "docx":
        response = attached(name, WORD)
        response.write(docx(document))
    elif form == "pdf":
        response = attached(name, "application/pdf")
        response.write(pdf(document))
    else:
        raise Http404
    return response


@allowed("organising.edit_material", find=find_round)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str, kind: str, language: str) -> HttpResponse:
    """Change a text for this round; the versions before stay."""
    known_material(kind, language)
    round = find_round(slug)
    one = queries.material(round, kind, language)
    form = MaterialForm(sent(request), initial={"text": one.text, "seen": one.version})
    if request.method == "POST" and form.is_valid():
        done = try_for_form(
            form,
            None,
            lambda: edit_material(
                by=actor(request), round=round, kind=kind, language=language, **form.cleaned_data
            ),
        )
        if done:
            messages.success(request, _("The text has been changed."))
            return redirect("organising:material", slug, kind, language)
    title = _("Change the text")
    label = MaterialKind(kind).label
    here = reverse("organising:material", args=[slug, kind, language])
    context = {
        "title": title,
        "caption": f"{label} ({language})",
        "crumbs": crumbs(round_step(round), _kit_step(round), (label, here), (title, "")),
        "form": form,
        "back": here,
        "keep": f"organising-material-{round.pk}-{kind}-{language}",
        "rows": [
            [Cell(str(old.version)), Cell(old.what_changed), Cell(str(old.by or "")),
             Cell(date_and_time(old.at))]
            for old in queries.versions(round, kind, language)
        ],
        "head": [
            Cell(pgettext("material", "Version")),
            Cell(pgettext("material", "What changed")),
            Cell(pgettext("change", "Who")),
            Cell(pgettext("change", "When")),
        ],
    }  # fmt: skip
    return render(request, "organising/material_form.html", context)
