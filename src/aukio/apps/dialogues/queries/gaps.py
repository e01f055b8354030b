"""What is missing: notes that no sentence is about, and people and places not yet heard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from aukio.apps.dialogues.frozen import region_of
from aukio.apps.dialogues.models import AgeBandCount, GroupCount, Note, Quote, Round, in_use
from aukio.apps.dialogues.queries.desk import DeskNote, desk_notes
from aukio.apps.dialogues.queries.words import reader_language
from aukio.apps.dialogues.taking_part import people
from aukio.shared.areas import queries as areas
from aukio.shared.areas.models import Area
from aukio.shared.i18n.languages import OWN_NAMES, language_name
from aukio.shared.terms import queries as terms


@dataclass(frozen=True)
class NotHeard:
    """Whom the round has not heard yet, by code and words.

    An age band or a group whose number is not told (``taking_part.people``) stands here beside
    those of nobody: which of the two it is would tell of a few people. They may be more than
    five in all, a few in each of several dialogues.
    """

    regions: tuple[Area, ...]
    counties: tuple[Area, ...]
    age_bands: dict[str, str]
    groups: dict[str, str]
    languages: dict[str, str]

    @property
    def is_empty(self) -> bool:
        return not any((self.regions, self.counties, self.age_bands, self.groups, self.languages))

    def as_codes(self) -> dict[str, list[str]]:
        """For a publication: codes alone."""
        return {
            "regions": [one.code for one in self.regions],
            "counties": [one.code for one in self.counties],
            "age_bands": list(self.age_bands),
            "groups": list(self.groups),
            "languages": list(self.languages),
        }


@dataclass(frozen=True)
class NotQuoted:
    """Heard in some dialogue, but the summary quotes no dialogue in which they were."""

    regions: tuple[Area, ...]
    age_bands: dict[str, str]
    groups: dict[str, str]
    languages: dict[str, str]

    @property
    def is_empty(self) -> bool:
        return not any((self.regions, self.age_bands, self.groups, self.languages))


def uncovered_notes(
    round: Round, *, offset: int = 0, limit: int = 100
) -> tuple[tuple[DeskNote, ...], int]:
    """Notes in no theme, or in a theme that no sentence is about; and how many in all."""
    found = Note.objects.filter(
        Q(placement=None) | Q(placement__theme__sentences=None),
        in_use("record__"),
        record__dialogue__round=round,
    )
    return desk_notes(found, offset=offset, limit=limit), found.count()


def not_heard(round: Round) -> NotHeard:
    """Regions, counties, languages, age bands and groups from which too few were heard.

    Where no dialogue told its place, its age bands or its groups, who was there is not known:
    of that kind nobody is named.
    """
    heard = round.dialogues.order_by().values_list(
        "municipality__region",
        "municipality__wellbeing",
        "area",
        "area__region",
        "area__wellbeing",
    )
    places = {place for row in heard for place in row} - {None}
    told = people(round)
    spoken = set(_used(round).order_by().values_list("language", flat=True).distinct())
    return NotHeard(
        regions=_elsewhere(areas.regions(round.year), places),
        counties=_elsewhere(areas.wellbeing_counties(round.year), places),
        age_bands=_missing("age-bands", _shown(told.age_bands))
        if AgeBandCount.objects.filter(dialogue__round=round).exists()
        else {},
        groups=_missing("participant-groups", _shown(told.groups) | _speakers(spoken))
        if GroupCount.objects.filter(dialogue__round=round).exists()
        else {},
        languages={code: language_name(code) for code in OWN_NAMES if code not in spoken},
    )


def not_heard_when_published(content: dict[str, Any]) -> NotHeard | None:
    """Of a publication, in the reader's words; older ones do not tell. Two queries."""
    codes = content.get("not_heard")
    if codes is None:
        return None
    year = content["round"]["year"]
    return NotHeard(
        regions=tuple(one for one in areas.regions(year) if one.code in codes["regions"]),
        counties=tuple(
            one for one in areas.wellbeing_counties(year) if one.code in codes["counties"]
        ),
        age_bands=_labels("age-bands", set(codes["age_bands"])),
        groups=_labels("participant-groups", set(codes["groups"])),
        languages={code: language_name(code) for code in codes["languages"]},
    )


def not_quoted(round: Round) -> NotQuoted:
    """Who was heard but not quoted in the summary being written. Nine queries."""
    quotes = Quote.objects.filter(sentence__summary__round=round).order_by()
    rows = quotes.values_list("note__record__dialogue", "note__language").distinct()
    quoted, spoken = {row[0] for row in rows}, {row[1] for row in rows}
    notes = _used(round).order_by().values_list("language", flat=True).distinct()
    dialogues = round.dialogues.select_related("municipality", "area")
    regions = {one.pk: region_of(one) for one in dialogues}
    unquoted = set(regions.values()) - {regions.get(pk) for pk in quoted} - {None}
    told = people(round)
    return NotQuoted(
        regions=tuple(one for one in areas.regions(round.year) if one.pk in unquoted),
        age_bands=_labels(
            "age-bands", _shown(told.age_bands) - _counted(AgeBandCount, "band", quoted)
        ),
        groups=_labels(
            "participant-groups", _shown(told.groups) - _counted(GroupCount, "group", quoted)
        ),
        languages={code: language_name(code) for code in sorted(set(notes) - spoken - {"und"})},
    )


def _used(round: Round) -> QuerySet[Note]:
    return Note.objects.filter(in_use("record__"), record__dialogue__round=round)


def _shown(counts: Mapping[str, int | None]) -> set[str]:
    """Codes of which at least five people are told."""
    return {code for code, count in counts.items() if count}


def _counted(
    model: type[AgeBandCount] | type[GroupCount], code: str, dialogues: set[int]
) -> set[str]:
    rows = model._default_manager.filter(dialogue__in=dialogues, count__gt=0)
    return set(rows.values_list(code, flat=True))


def _labels(vocabulary: str, codes: set[str]) -> dict[str, str]:
    language = reader_language()
    return {one.code: one.label(language) for one in terms.words(vocabulary) if one.code in codes}


# Groups that are heard when their language is: what was written down in it is there to read.
SPEAKERS = {"swedish_speakers": {"sv"}, "sami": {"se", "smn", "sms"}}


def _speakers(spoken: set[str]) -> set[str]:
    return {group for group, languages in SPEAKERS.items() if languages & spoken}


NO_GROUP = {"open_to_all", "other"}  # terms that name nobody in particular


def _missing(vocabulary: str, heard: Set[str]) -> dict[str, str]:
    return {
        word.code: word.label(reader_language())
        for word in terms.words(vocabulary)
        if word.code not in heard | NO_GROUP and not word.retired
    }


def _elsewhere(there_are: Iterable[Area], places: Set[Any]) -> tuple[Area, ...]:
    return tuple(one for one in there_are if one.pk not in places) if places else ()
