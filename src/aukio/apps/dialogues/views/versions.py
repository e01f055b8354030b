"""The short and the easy-language version of a published summary, for anyone to read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from aukio.apps.dialogues.models import VariantKind
from aukio.apps.dialogues.queries.pages.published import Published, published
from aukio.apps.dialogues.queries.words import reader_language
from aukio.apps.dialogues.variant_sheet import told_about
from aukio.apps.dialogues.views._finding import found, visible_round
from aukio.apps.dialogues.views._ways import crumbs, measure_links, round_step, title_of
from aukio.shared.accounts.access import public
from aukio.ui.components.own import Link


@public
@require_safe
def version(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Each sentence leads to the sentences of the full summary it rests on."""
    round = visible_round(request.user, slug)
    edition = found(published(round))
    one = found(edition.variants.get(kind))
    name = _name(kind)
    sources = {one.id: (place, one) for place, one in enumerate(edition.sentences, 1)}
    lines = [
        (line, [sources[pk] for pk in line.sources if pk in sources]) for line in one.sentences
    ]
    context = {
        "title": title_of(round),
        "caption": name,
        "lead": told_about(kind),
        "crumbs": crumbs(round_step(round), (name, "")),
        "round": round,
        "published": edition,
        "version": one,
        "lines": lines,
        "is_in_language": reader_language() in one.languages,
        "ways": ways(slug, edition, kind),
        "downloads": _files(slug, kind),
        "came_from": [
            Link(_("The full summary, and the words behind it"), round_step(round)[1]),
        ],
        "leads_to": measure_links(),
    }
    return render(request, "dialogues/version.html", context)


def ways(slug: str, edition: Published, here: str = "") -> list[tuple[str, str, bool]]:
    """The versions to choose from: name, address, whether it is this one. None when only one."""
    if not edition.variants:
        return []
    full = (pgettext("version", "Full"), reverse("dialogues:round", args=[slug]), not here)
    others = [
        (str(kind.label), reverse("dialogues:version", args=[slug, kind.value]), kind == here)
        for kind in VariantKind
        if kind in edition.variants
    ]
    return [full, *others]


def _files(slug: str, kind: str) -> list[Link]:
    notes = {
        "pdf": _("to print"),
        "docx": _("as a document"),
        "csv": _("sentences and what they rest on, as a table"),
    }
    return [
        Link(
            form.upper(),
            f"{reverse('dialogues:download', args=[slug, form])}?version={kind}",
            note,
        )
        for form, note in notes.items()
    ]


def _name(kind: str) -> str:
    if kind == VariantKind.EASY:
        return pgettext("page", "Summary in easy language")
    return pgettext("page", "Summary on one page")
