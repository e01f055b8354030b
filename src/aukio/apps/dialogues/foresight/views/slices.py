"""One slice: its page, and its file. A file is asked for by POST, so that it can be counted."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from aukio.apps.dialogues.foresight import phrases, sheet, trees
from aukio.apps.dialogues.foresight.actions import count_taken
from aukio.apps.dialogues.foresight.charts import slice_chart
from aukio.apps.dialogues.foresight.files import (
    SLICE_COLUMNS,
    TYPES,
    as_csv,
    as_json,
    slice_rows,
    written,
)
from aukio.apps.dialogues.foresight.queries.slices import PUBLIC, Slice, slice_of, which_of
from aukio.apps.dialogues.foresight.queries.voices import Voices, voices
from aukio.apps.dialogues.foresight.ready import ready_text
from aukio.apps.dialogues.foresight.views import _common as common
from aukio.apps.dialogues.impact import public as impact
from aukio.apps.dialogues.views._downloads import attached
from aukio.apps.dialogues.views._ways import crumbs, round_step
from aukio.shared.accounts.access import public
from aukio.ui.components.own import Link

ALL = "all-rounds"


@public
@require_safe
def one_round(request: HttpRequest, slug: str, kind: str, code: str) -> HttpResponse:
    """What was said in one round in this place, group or language."""
    found = find_slice(kind, code, slug)
    return render(
        request, "foresight/slice.html", _page(found, ("foresight:slice", slug, kind, code))
    )


@public
@require_safe
def every_round(request: HttpRequest, kind: str, code: str) -> HttpResponse:
    """The same over every published round."""
    found = find_slice(kind, code)
    return render(
        request, "foresight/slice.html", _page(found, ("foresight:slice-all", kind, code))
    )


@public
@require_POST
def file(request: HttpRequest, slug: str, kind: str, code: str) -> HttpResponse:
    """The slice of one round as a file."""
    return _file(request, find_slice(kind, code, slug), ("foresight:slice", slug, kind, code))


@public
@require_POST
def every_file(request: HttpRequest, kind: str, code: str) -> HttpResponse:
    """The slice over every published round as a file."""
    return _file(request, find_slice(kind, code), ("foresight:slice-all", kind, code))


def find_slice(kind: str, code: str, slug: str = "") -> Slice:
    """Raises ``Http404`` where nothing public is to be found: it does not say why."""
    which = which_of(kind, code) if kind in [str(one.value) for one in PUBLIC] else None
    found = slice_of(which, voices(slug)) if which else None
    if found is None:
        raise Http404
    return found


def _page(found: Slice, address: tuple[Any, ...]) -> dict[str, Any]:
    only = found.parts[0].voices if address[0] == "foresight:slice" else None
    title = phrases.heading(found.which)
    file_name = "foresight:slice-file" if only else "foresight:slice-all-file"
    return {
        "title": title,
        "caption": phrases.kind_name(found.which.kind),
        "crumbs": crumbs(
            *([round_step(only.round)] if only else []), common.choose_step(), (title, "")
        ),
        "file_address": reverse(file_name, args=address[1:]),
        "other_round": _other(found, only),
        "leads_to": [
            Link(part.voices.title.text, reverse("dialogues:round", args=[part.voices.slug]))
            for part in found.parts
        ]
        + common.links(),
        **slice_context(found, address),
    }


def slice_context(found: Slice, address: tuple[Any, ...]) -> dict[str, Any]:
    """What the page of any slice shows, an organiser's own too."""
    return {
        "found": found,
        "held_words": phrases.held(len(found.held)),
        "people_words": phrases.people(found),
        "group_words": phrases.group_people(found),
        "few_words": "" if found.has_numbers else phrases.few(),
        "chart": slice_chart(found),
        "rounds": [
            {
                "part": part,
                "when": phrases.when(part.voices),
                "rows": [
                    (
                        one.title.text,
                        phrases.here(one, short=True),
                        phrases.everywhere(one, short=True),
                    )
                    for one in part.themes
                ],
            }
            for part in found.parts
        ],
        "theme_head": [
            pgettext("table", "Theme"),
            pgettext("table", "Here"),
            pgettext("table", "Whole round"),
        ],
        "questions": impact.of_themes(theme.id for theme in found.heard),
        "ready": common.ready_texts(found, address),
        "forms": common.FORMS,
    }


def _other(found: Slice, only: Voices | None) -> str:
    """From one round to all of them."""
    if only is None:
        return ""
    return reverse("foresight:slice-all", args=[found.which.kind.value, found.which.code])


def _file(request: HttpRequest, found: Slice, address: tuple[Any, ...]) -> HttpResponse:
    form = common.form_of(request)
    content = slice_file(found, form, address)
    only = found.parts[0].voices.slug if address[0] == "foresight:slice" else ""
    kind, code = found.which.kind.value, found.which.code
    count_taken(what=kind, code=code, round=only, form=form)
    return attached(f"{only or ALL}-{kind}-{code}.{form}", TYPES[form], content)


def slice_file(found: Slice, form: str, address: tuple[Any, ...], extra: Any = ()) -> bytes:
    """The file in the reader's language."""
    if form == "json":
        return as_json(trees.slice_tree(found))
    if form == "csv":
        return as_csv(SLICE_COLUMNS, slice_rows(found))
    name, *args = address
    language = common.reader()
    text = ready_text(found, language, common.whole_address(language, name, *args))
    return written(sheet.slice_sheet(found, text, extra), form)
