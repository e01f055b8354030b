"""Live figures of measures 1.1.1, 1.1.2 and 3.1.3, counted from the room's own rows.

A round is counted from its dialogue days on: one that is planned or still takes dialogues would
tell of too few. While the only round there is is sample,
the figures are of it, and say so; as soon as there is a real one, sample rounds are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from statistics import median

from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from aukio.apps.dialogues import breakdowns
from aukio.apps.dialogues.counted import (
    county_of,
    held,
    latest_publication,
    organisers_of,
    rounds_that_count,
)
from aukio.apps.dialogues.frozen import region_of, words_by_language
from aukio.apps.dialogues.models import Dialogue, Round
from aukio.apps.dialogues.taking_part import people, told_total
from aukio.shared.indicators.registry import Figure, indicator

YOUNG = ("0-17", "18-29")


@indicator(
    code="dialogues.organisers",
    measure="1.1.1",
    label=gettext_lazy("Organisers of dialogues in the latest round"),
    unit="organisations",
    direction="up",
    records=breakdowns.organisers_by_kind,
)
def organisers() -> Figure:
    """Different organisations that registered a dialogue."""
    return _compared(lambda rows: len(organisers_of(rows)))


@indicator(
    code="dialogues.dialogues",
    measure="1.1.1",
    label=gettext_lazy("Dialogues in the latest round"),
    unit="dialogues",
    direction="up",
    records=breakdowns.dialogues_by_region,
)
def dialogues() -> Figure:
    """Registered dialogues."""
    return _compared(len)


@indicator(
    code="dialogues.participants",
    measure="1.1.1",
    label=gettext_lazy("Participants in the latest round"),
    unit="people",
    direction="up",
    records=breakdowns.participants_by_region,
)
def participants() -> Figure:
    """People, as organisers counted them; a dialogue of fewer than five adds none."""
    return _compared(lambda rows: told_total(row.participants for row in rows))


@indicator(
    code="dialogues.first_time_organisers",
    measure="1.1.1",
    label=gettext_lazy("First-time organisers in the latest round"),
    unit="organisations",
    direction="up",
    records=breakdowns.first_time_organisers_by_kind,
)
def first_time_organisers() -> Figure:
    """Organisers of the latest round that organised in no earlier one."""
    rounds = rounds_that_count()
    if not rounds:
        return _none()
    rows = held([rounds[0]])
    earlier = organisers_of(held(rounds[1:])) if rounds[1:] else set()
    return Figure(len(organisers_of(rows) - earlier), len(rows), _note(rounds))


@indicator(
    code="dialogues.regions",
    measure="1.1.1",
    label=gettext_lazy("Regions with a dialogue in the latest round"),
    unit="regions",
    direction="up",
    records=breakdowns.dialogues_by_region,
)
def regions() -> Figure:
    """Different regions, of the nineteen, by the dialogue's municipality or area."""
    return _compared(lambda rows: len({region_of(row) for row in rows} - {None}))


@indicator(
    code="dialogues.counties",
    measure="1.1.1",
    label=gettext_lazy("Wellbeing services counties with a dialogue in the latest round"),
    unit=gettext_lazy("counties"),
    direction="up",
    records=breakdowns.dialogues_by_county,
)
def counties() -> Figure:
    """Different counties, of the 21; Helsinki and Åland belong to none."""
    return _compared(lambda rows: len({county_of(row) for row in rows} - {None}))


@indicator(
    code="dialogues.days_to_summary",
    measure="1.1.2",
    label=gettext_lazy("Days from the last dialogue to the summary"),
    unit="days",
    direction="down",
    records=breakdowns.dialogues_by_month,
)
def days_to_summary() -> Figure:
    """From the last dialogue (else dialogue day) to the first publication of the summary."""
    publication = latest_publication(first=True)
    if publication is None:
        return _none()
    round = publication.round
    held = round.dialogues.aggregate(last=Max("date"))["last"]
    last = held or round.days.aggregate(last=Max("date"))["last"]
    if last is None:
        return _none()
    days = (localdate(publication.published_at) - last).days
    return Figure(max(days, 0), 1, _sample_note([round]))


@indicator(
    code="dialogues.summary_words",
    measure="1.1.2",
    label=gettext_lazy("Length of the latest summary"),
    unit="words",
    direction="down",
    records=breakdowns.words_by_language,
)
def summary_words() -> Figure:
    """Words of the sentences; the middle of the languages it is ready in."""
    publication = latest_publication()
    if publication is None:
        return _none()
    words = words_by_language(publication.content)
    note = _sample_note([publication.round])
    return Figure(round_half(median(words.values())) if words else 0, len(words), note)


@indicator(
    code="dialogues.sourced_sentences",
    measure="1.1.2",
    label=gettext_lazy("Sentences of the latest summary that lead back to exact words"),
    unit="share",
    direction="up",
    records=breakdowns.sourced_sentences_by_theme,
)
def sourced_sentences() -> Figure:
    """Share of sentences with at least one quote."""
    publication = latest_publication()
    if publication is None:
        return _none()
    sentences = [one for theme in publication.content["themes"] for one in theme["sentences"]]
    sourced = sum(1 for one in sentences if one["quotes"])
    note = _sample_note([publication.round])
    return Figure(sourced / len(sentences), len(sentences), note)


@indicator(
    code="dialogues.young_participants",
    measure="3.1.3",
    label=gettext_lazy("Participants under 30 in the latest round"),
    unit="people",
    direction="up",
    records=breakdowns.participants_by_age,
)
def young_participants() -> Figure:
    """People of the two youngest age bands, each in full fives: never more than there were."""
    rounds = rounds_that_count()
    if not rounds:
        return _none()
    bands = people(rounds[0]).age_bands
    told = [count for band in YOUNG if (count := bands.get(band, 0)) is not None]
    note = " ".join(filter(None, [_("Counted in full fives."), _note(rounds)]))
    return Figure(sum(told) if bands and told else None, len(held(rounds[:1])), note)


def round_half(value: float) -> int:
    """The nearest whole number, halves upward."""
    return int(value + 0.5)


def _compared(count: Callable[[list[Dialogue]], int | None]) -> Figure:
    """The latest round's figure; its note tells that of the round before."""
    rounds = rounds_that_count()
    if not rounds:
        return _none()
    rows = held(rounds[:1])
    earlier = count(held(rounds[1:2])) if rounds[1:] else None
    if earlier is None:
        return Figure(count(rows), len(rows), _note(rounds))
    before = _("%(round)s: %(count)d.") % {"round": rounds[1].title, "count": earlier}
    return Figure(count(rows), len(rows), " ".join(filter(None, [before, _note(rounds)])))


def _note(rounds: list[Round]) -> str:
    return _sample_note(rounds[:1])


def _sample_note(rounds: Iterable[Round]) -> str:
    if any(round.is_sample for round in rounds):
        return _("Counted from sample data, not from real dialogues.")
    return ""


def _none() -> Figure:
    return Figure(None, 0)
