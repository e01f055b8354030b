"""Registering a dialogue: who holds it, where, when, and who came."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.models import AgeBandCount, Dialogue, GroupCount, Round
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.areas.models import Area
from aukio.shared.audit.actions import record
from aukio.shared.organisations.models import Organisation
from aukio.shared.terms import queries as terms

LONGEST = 200


@transaction.atomic
def register_dialogue(
    *,
    by: Person | None,
    round: Round,
    organiser: Organisation | None,
    title: str,
    reference: str = "",
    place: str = "",
    municipality: Area | None = None,
    area: Area | None = None,
    mode: str = "",
    date: date | None = None,
    participants: int | None = None,
    age_bands: Mapping[str, int] | None = None,
    groups: Mapping[str, int] | None = None,
    is_sample: bool = False,
) -> Dialogue:
    """Add a dialogue to the round. Only the core group may leave the organiser open.

    ``age_bands`` and ``groups`` are counts of people by code of the vocabularies
    "age-bands" and "participant-groups". Raises ``InputFault`` on a field that cannot be used.
    """
    require("dialogues.register_dialogue", by, organiser)
    _check_code("dialogue-modes", mode, pgettext("field", "mode"))
    _check_municipality(municipality)
    _check_people(participants, age_bands or {}, groups or {})
    made = Dialogue(
        round=round,
        organiser=organiser,
        title=_required(title),
        reference=_fitting(reference, 80, pgettext("field", "reference")) or _next_reference(round),
        place=_fitting(place, LONGEST, pgettext("field", "place")),
        municipality=municipality,
        area=area,
        mode=mode,
        date=date,
        participants=participants,
        is_sample=is_sample or round.is_sample,
    )
    _check_reference(made)
    made.save()
    _count(made, age_bands or {}, groups or {})
    detail = {"round": round.pk, "organiser": made.organiser_id}
    record(by=by, verb="dialogues.register_dialogue", target=made, detail=detail)
    return made


@transaction.atomic
def edit_dialogue(
    *,
    by: Person | None,
    dialogue: Dialogue,
    title: str,
    place: str = "",
    municipality: Area | None = None,
    mode: str = "",
    date: date | None = None,
) -> Dialogue:
    """Change when, where and how a dialogue is held. Raises ``InputFault``."""
    require("dialogues.edit_dialogue", by, dialogue)
    _check_code("dialogue-modes", mode, pgettext("field", "mode"))
    _check_municipality(municipality)
    given = {
        "title": _required(title),
        "place": _fitting(place, LONGEST, pgettext("field", "place")),
        "municipality": municipality,
        "mode": mode,
        "date": date,
    }
    changed = sorted(name for name, value in given.items() if getattr(dialogue, name) != value)
    for name in changed:
        setattr(dialogue, name, given[name])
    if changed:
        dialogue.save(update_fields=changed)
        record(by=by, verb="dialogues.edit_dialogue", target=dialogue, detail={"changed": changed})
    return dialogue


@transaction.atomic
def count_people(
    *,
    by: Person | None,
    dialogue: Dialogue,
    participants: int | None,
    age_bands: Mapping[str, int] | None = None,
    groups: Mapping[str, int] | None = None,
) -> Dialogue:
    """Say how many people took part; replaces what was said before."""
    require("dialogues.edit_dialogue", by, dialogue)
    _check_people(participants, age_bands or {}, groups or {})
    dialogue.participants = participants
    dialogue.age_bands.all().delete()
    dialogue.groups.all().delete()
    _count(dialogue, age_bands or {}, groups or {})
    dialogue.save(update_fields=["participants"])
    detail = {"participants": participants}
    record(by=by, verb="dialogues.count_people", target=dialogue, detail=detail)
    return dialogue


def _check_people(
    participants: int | None, age_bands: Mapping[str, int], groups: Mapping[str, int]
) -> None:
    for code in age_bands:
        _check_code("age-bands", code, pgettext("field", "age bands"))
    for code in groups:
        _check_code("participant-groups", code, pgettext("field", "groups"))
    _check_counts(participants, age_bands, groups)


def _count(dialogue: Dialogue, age_bands: Mapping[str, int], groups: Mapping[str, int]) -> None:
    AgeBandCount.objects.bulk_create(
        AgeBandCount(dialogue=dialogue, band=code, count=count)
        for code, count in age_bands.items()
        if count
    )
    GroupCount.objects.bulk_create(
        GroupCount(dialogue=dialogue, group=code, count=count)
        for code, count in groups.items()
        if count
    )


def _check_counts(
    participants: int | None, age_bands: Mapping[str, int], groups: Mapping[str, int]
) -> None:
    numbers = [participants or 0, *age_bands.values(), *groups.values()]
    if min(numbers) < 0 or max(numbers) > 10_000:
        raise InputFault(
            _("A number of people cannot be right."),
            place=Place(field=pgettext("field", "participants")),
            mend=_("Write numbers from 0 to 10,000."),
        )
    if participants is not None and sum(age_bands.values()) > participants:
        raise InputFault(
            _("The age bands hold more people than took part."),
            place=Place(field=pgettext("field", "age bands")),
            mend=_("Check the numbers of the age bands or the number of participants."),
        )


def _check_code(vocabulary: str, code: str, field: str) -> None:
    known = terms.labels(vocabulary)
    if code and code not in known:
        raise InputFault(
            _("“%(code)s” is not known here.") % {"code": code},
            place=Place(field=field),
            mend=_("Use one of: %(known)s.") % {"known": ", ".join(known)},
        )


def _check_municipality(municipality: Area | None) -> None:
    if municipality is not None and municipality.kind != Area.Kind.MUNICIPALITY:
        raise InputFault(
            _("%(name)s is not a municipality.") % {"name": municipality.name()},
            place=Place(field=pgettext("field", "municipality")),
            mend=_("Choose a municipality, or give the wider area as the area."),
        )


def _check_reference(dialogue: Dialogue) -> None:
    taken = Dialogue.objects.filter(round=dialogue.round, reference=dialogue.reference)
    if taken.exists():
        raise InputFault(
            _("The round already has a dialogue with the reference “%(reference)s”.")
            % {"reference": dialogue.reference},
            place=Place(field=pgettext("field", "reference")),
            mend=_("Choose another reference, or leave it empty."),
        )


def _required(title: str) -> str:
    if not title.strip():
        raise InputFault(
            _("The dialogue has no title."),
            place=Place(field=pgettext("field", "title")),
            mend=_("Write a short title, such as the name of the organiser and the place."),
        )
    return _fitting(title, LONGEST, pgettext("field", "title"))


def _fitting(text: str, longest: int, field: str) -> str:
    if len(text.strip()) > longest:
        raise InputFault(
            _("The text is too long."),
            place=Place(field=field),
            mend=_("Use at most %(count)d characters.") % {"count": longest},
        )
    return text.strip()


def _next_reference(round: Round) -> str:
    """The smallest free number from the count of dialogues on."""
    taken = set(round.dialogues.values_list("reference", flat=True))
    number = len(taken) + 1
    while str(number) in taken:
        number += 1
    return str(number)
