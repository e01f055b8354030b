"""The records behind the plan's figures, grouped: public names and addresses, never a person's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues import frozen
from aukio.apps.dialogues.counted import (
    held,
    latest_publication,
    organisers_of,
    rounds_that_count,
)
from aukio.apps.dialogues.models import Dialogue
from aukio.apps.dialogues.queries.pages.places import places
from aukio.apps.dialogues.queries.words import shown
from aukio.apps.dialogues.taking_part import people, told
from aukio.shared.areas.models import Area
from aukio.shared.i18n.languages import language_name
from aukio.shared.indicators.registry import Breakdown, Part
from aukio.shared.organisations.models import Organisation
from aukio.shared.terms.queries import labels


def organisers_by_kind() -> Breakdown:
    """Organisers of the latest round."""
    return _by_kind(organisers_of(_latest()))


def first_time_organisers_by_kind() -> Breakdown:
    """Those of them who organised in no earlier round."""
    return _by_kind(organisers_of(_latest()) - organisers_of(held(rounds_that_count()[1:])))


def dialogues_by_region() -> Breakdown:
    """Dialogues of the latest round; those for no single region are told apart."""
    return _by_region({row.pk: 1 for row in _latest()})


def participants_by_region() -> Breakdown:
    """People in the dialogues of each region whose own number is told."""
    counts = told({row.pk: row.participants for row in _latest()})
    return _by_region({pk: count or 0 for pk, count in counts.items()})


def participants_by_age() -> Breakdown:
    """People of the latest round by age band, as far as their age may be told."""
    rounds = rounds_that_count()
    bands = people(rounds[0]).age_bands if rounds else {}
    names = labels("age-bands")
    there = sorted((band, count) for band, count in bands.items() if count)
    parts = tuple(Part(names.get(band, band), count) for band, count in there)
    note = _("Each number is in full fives; smaller numbers are not told.")
    return Breakdown(pgettext("breakdown", "Age"), parts, note)


def dialogues_by_county() -> Breakdown:
    """Dialogues of each wellbeing services county, with Helsinki and Åland beside them."""
    by, note = _("Wellbeing services county"), _("Dialogues in each.")
    rounds = rounds_that_count()
    if not rounds:
        return Breakdown(by, (), note)
    address = reverse("dialogues:dialogues", args=[rounds[0].slug])
    found = places(rounds[0])
    parts = [
        Part(one.name, one.dialogues, f"{address}?county={one.code}")
        for one in found.counties
        if one.dialogues
    ]
    if found.elsewhere:
        parts.append(Part(_("No single county"), found.elsewhere))
    return Breakdown(by, tuple(parts), note)


def dialogues_by_month() -> Breakdown:
    """Dialogues of the round whose summary was published last, by month."""
    publication = latest_publication(first=True)
    rows = held([publication.round]) if publication else []
    months = Counter(row.date.strftime("%Y-%m") for row in rows if row.date)
    parts = tuple(Part(month, count) for month, count in sorted(months.items()))
    return Breakdown(pgettext("breakdown", "Month of the dialogue"), parts, _("Dialogues in each."))


def words_by_language() -> Breakdown:
    """Words of the latest summary in each language it is ready in."""
    publication = latest_publication()
    counts = frozen.words_by_language(publication.content) if publication else {}
    parts = tuple(Part(language_name(code), count) for code, count in counts.items())
    return Breakdown(pgettext("breakdown", "Language"), parts)


def sourced_sentences_by_theme() -> Breakdown:
    """Sentences of the latest summary that lead back to exact words, by theme."""
    publication = latest_publication()
    if publication is None:
        return Breakdown(pgettext("breakdown", "Theme"), ())
    slug = publication.round.slug
    parts = tuple(
        Part(
            shown(theme["title"]).text,
            sum(1 for sentence in theme["sentences"] if sentence["quotes"]),
            reverse("dialogues:theme", args=[slug, theme["id"]]),
        )
        for theme in publication.content["themes"]
    )
    return Breakdown(pgettext("breakdown", "Theme"), parts)


def _latest() -> list[Dialogue]:
    return held(rounds_that_count()[:1])


def _by_kind(organisers: Iterable[int]) -> Breakdown:
    found = Organisation.objects.filter(pk__in=list(organisers))
    counts = Counter(str(one.get_kind_display()) for one in found)
    parts = tuple(Part(kind, count) for kind, count in sorted(counts.items()))
    return Breakdown(pgettext("breakdown", "Kind of organisation"), parts)


def _by_region(amounts: dict[int, int]) -> Breakdown:
    counts: Counter[int | None] = Counter()
    for row in _latest():
        counts[frozen.region_of(row)] += amounts[row.pk]
    # A region is left out when nothing of it may be told: a nought would say nobody was there.
    there = [pk for pk, count in counts.items() if pk and count]
    regions = Area.objects.filter(pk__in=there).order_by("code")
    parts = [Part(one.name(), counts[one.pk]) for one in regions]
    if counts[None]:
        parts.append(Part(_("No single region"), counts[None]))
    return Breakdown(pgettext("breakdown", "Region"), tuple(parts))
