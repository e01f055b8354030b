"""What anyone may see: coming dialogues on a list and a map, one dialogue, calendars, a feed."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aukio.apps.dialogues.impact.public import address_for
from aukio.apps.dialogues.models import Dialogue
from aukio.apps.dialogues.organising.forms.taking_part import ComingForm
from aukio.apps.dialogues.organising.queries import coming as queries
from aukio.apps.dialogues.organising.views import _codes
from aukio.apps.dialogues.organising.views._finding import find_page
from aukio.apps.dialogues.organising.views._tables import coming_head, coming_map, coming_table
from aukio.apps.dialogues.organising.views._ways import (
    crumbs,
    facts,
    list_step,
    moment,
    title_of,
    whole,
)
from aukio.apps.dialogues.queries.pages.places import names
from aukio.apps.dialogues.views._finding import visible_round
from aukio.shared.accounts.access import public
from aukio.shared.calendars import Entry, Feed, Occasion, answer, atom, icalendar
from aukio.shared.documents import Document, Facts, Paragraph, Picture, pdf
from aukio.ui.components.own import Link

CALENDAR = "text/calendar; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"


@public
@require_safe
def coming(request: HttpRequest) -> HttpResponse:
    """Dialogues one can still come to, to search, on a map, and to subscribe to."""
    form = ComingForm(
        request.GET,
        counties=names(),
        languages=queries.language_choices(),
        rounds=queries.round_choices(),
    )
    asked = form.asked()
    lines = queries.coming(asked)
    context = {
        "title": pgettext("page", "Coming dialogues"),
        "lead": _("Come and talk. You need not know anything beforehand."),
        "crumbs": crumbs((pgettext("page", "Coming dialogues"), "")),
        "form": form,
        "is_filtered": asked.is_on,
        "number": len(lines),
        "rows": coming_table(lines),
        "head": coming_head(),
        "map": coming_map(queries.places_of(lines)),
        "has_sample": any(one.is_sample for one in lines),
        "downloads": [
            Link("Atom", reverse("organising:feed"), _("news of dialogues for feed readers"))
        ],
    }
    return render(request, "organising/coming.html", context)


@public
@require_safe
def dialogue(request: HttpRequest, key: str) -> HttpResponse:
    """One dialogue: when and where, and how to come."""
    one = find_page(key)
    path = reverse("organising:dialogue", args=[key])
    context = {
        "title": one.title,
        "caption": one.round_title.text,
        "crumbs": crumbs(list_step(), (one.title, "")),
        "one": one,
        "rows": facts(one),
        "address": whole(path),
        "downloads": [
            Link("iCalendar", reverse("organising:dialogue-calendar", args=[key]),
                 _("to your own calendar")),
            Link("PDF", reverse("organising:poster", args=[key]), _("a poster with a QR code")),
        ],
        "came_from": [Link(*_round(one), pgettext("page", "Round").lower())],
    }  # fmt: skip
    response = render(request, "organising/dialogue.html", context)
    if not one.is_public:
        response["X-Robots-Tag"] = "noindex"
    return response


def _round(one: queries.Coming) -> tuple[str, str]:
    return one.round_title.text, reverse("dialogues:round", args=[one.round_slug])


@public
@require_safe
def code(request: HttpRequest, key: str, form: str) -> HttpResponseBase:
    """The QR code of the page, as SVG or PNG."""
    one = find_page(key)
    address = whole(reverse("organising:dialogue", args=[one.key]))
    if form == "svg":
        return answer(request, _codes.svg(address), "image/svg+xml", name=f"{key}.svg")
    if form == "png":
        return answer(request, _codes.png(address), "image/png", name=f"{key}.png")
    raise Http404


@public
@require_safe
def poster(request: HttpRequest, key: str) -> HttpResponseBase:
    """One page to print and hang on a wall."""
    one = find_page(key)
    address = whole(reverse("organising:dialogue", args=[key]))
    told = [(str(row.key), str(row.value)) for row in facts(one, is_printed=True)]
    document = Document(
        title=one.title,
        language=get_language() or "fi",
        subtitle=one.round_title.text,
        blocks=(
            Paragraph(_("Come and talk. You need not know anything beforehand.")),
            Facts(tuple(told)),
            *((Paragraph(one.text),) if one.text else ()),
            Picture(_codes.png(address), _("QR code that leads to %(address)s")
                    % {"address": address}, 6.0),
            Paragraph(address),
        ),
    )  # fmt: skip
    return answer(request, pdf(document), "application/pdf", name=f"{key}.pdf")


@public
@require_safe
def afterwards(request: HttpRequest, key: str) -> HttpResponseBase:
    """One page to hand out at the end of the day: the way to follow what comes of it."""
    one = find_page(key)
    address = address_for(get_object_or_404(Dialogue, pk=one.dialogue))
    document = Document(
        title=_("What happens with what we said?"),
        language=get_language() or "fi",
        subtitle=one.title,
        blocks=(
            Paragraph(_("Thank you for coming! On this page you see what comes of the dialogue.")),
            Picture(_codes.png(address), _("QR code that leads to %(address)s")
                    % {"address": address}, 6.0),
            Paragraph(address),
            Paragraph(_("There you can also ask for news by e-mail. You need no account.")),
        ),
    )  # fmt: skip
    return answer(request, pdf(document), "application/pdf", name=f"{key}-afterwards.pdf")


@public
@require_safe
def dialogue_calendar(request: HttpRequest, key: str) -> HttpResponseBase:
    """The dialogue for one's own calendar."""
    one = find_page(key)
    if one.day is None:
        raise Http404
    return _calendar(request, one.title, [one], f"{key}.ics")


@public
@require_safe
def round_calendar(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Every public dialogue of a round, to subscribe to."""
    round = visible_round(None, slug)
    lines = [one for one in queries.of_round(round) if one.day]
    return _calendar(request, str(title_of(round)), lines, f"{slug}.ics")


def _calendar(
    request: HttpRequest, name: str, lines: list[queries.Coming], file: str
) -> HttpResponseBase:
    language = get_language() or "fi"
    content = icalendar(name, [_occasion(one) for one in lines], language=language)
    return answer(request, content, CALENDAR, name=file)


def _occasion(one: queries.Coming) -> Occasion:
    assert one.day is not None
    address = whole(reverse("organising:dialogue", args=[one.key]))
    return Occasion(
        uid=f"dialogue-{one.key}@aukio",
        title=one.title,
        day=one.day,
        changed=one.changed,
        begins=one.begins,
        ends=one.ends,
        place=", ".join(part for part in (one.place, one.municipality) if part),
        text="\n".join(part for part in (one.round_title.text, one.text, address) if part),
        address=address,
        is_called_off=one.is_called_off,
    )


@public
@require_safe
def feed(request: HttpRequest) -> HttpResponseBase:
    """What is new among dialogues, for feed readers."""
    about = Feed(
        title=pgettext("page", "Coming dialogues"),
        page=whole(reverse("organising:coming")),
        own=whole(reverse("organising:feed")),
        language=get_language() or "fi",
    )
    return answer(request, atom(about, [_entry(one) for one in queries.newest()]), ATOM)


def _entry(one: queries.Coming) -> Entry:
    address = whole(reverse("organising:dialogue", args=[one.key]))
    told = (moment(one.day, one.begins, one.ends), one.place, one.municipality, one.organiser.text)
    state = _("Called off") if one.is_called_off else ""
    return Entry(
        key=f"tag:aukio,2026:dialogue:{one.key}",
        title=f"{state}: {one.title}" if state else one.title,
        address=address,
        changed=one.changed,
        text=" · ".join(part for part in told if part),
    )
