"""Beginning a round, describing it and moving it on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, validate_slug
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.actions._checks import Words, in_languages, titles
from aukio.apps.dialogues.actions._history import lock
from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.models import DialogueDay, Round, RoundStatus, Season
from aukio.apps.dialogues.search import refresh_round
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record

TITLE = 200


@transaction.atomic
def create_round(
    *,
    by: Person | None,
    slug: str,
    title: Words,
    season: str,
    year: int,
    description: Words | None = None,
    days: Iterable[date] = (),
    status: RoundStatus = RoundStatus.PLANNED,
    is_sample: bool = False,
) -> Round:
    """Begin a round. Raises ``InputFault`` when a field cannot be used."""
    require("dialogues.create_round", by)
    _check(slug, season, year)
    texts = {**titles(title, longest=TITLE), **in_languages("description", description or {})}
    made = Round(slug=slug, season=season, year=year, status=status, is_sample=is_sample, **texts)
    made.save()
    DialogueDay.objects.bulk_create(DialogueDay(round=made, date=day) for day in sorted(set(days)))
    record(by=by, verb="dialogues.create_round", target=made, detail={"slug": slug})
    return made


@transaction.atomic
def edit_round(
    *,
    by: Person | None,
    round: Round,
    title: Words,
    description: Words | None = None,
    days: Iterable[date] | None = None,
) -> Round:
    """Change what the round says of itself; ``days=None`` keeps its days."""
    require("dialogues.edit_round", by, round)
    texts = {**titles(title, longest=TITLE), **in_languages("description", description or {})}
    for field, text in texts.items():
        setattr(round, field, text)
    round.save(update_fields=list(texts))
    if days is not None:
        wanted = set(days)
        round.days.exclude(date__in=wanted).delete()
        known = set(round.days.values_list("date", flat=True))
        DialogueDay.objects.bulk_create(
            DialogueDay(round=round, date=day) for day in sorted(wanted - known)
        )
    record(by=by, verb="dialogues.edit_round", target=round, detail={"fields": sorted(texts)})
    refresh_round(round)
    return round


@transaction.atomic
def move_round(*, by: Person | None, round: Round, status: str) -> Round:
    """Move the round on, or back. It becomes published only by publishing its summary."""
    require("dialogues.edit_round", by, round)
    lock(round)
    round.refresh_from_db(fields=["status"])
    closed = RoundStatus.PUBLISHED
    if status not in RoundStatus.values or closed in (status, round.status):
        raise InputFault(
            _("A round cannot be moved to “%(status)s” by hand.") % {"status": status},
            place=Place(field=pgettext("field", "status")),
            mend=_("Publish the summary, or correct it; that moves the round."),
        )
    detail = {"from": round.status, "to": status}
    round.status = status
    round.save(update_fields=["status"])
    record(by=by, verb="dialogues.move_round", target=round, detail=detail)
    refresh_round(round)
    return round


# The room's own addresses beside those of rounds; see urls.py.
TAKEN_ADDRESSES = frozenset(
    {
        *("desk", "organising", "recording", "coding", "checking", "impact", "foresight"),
        *("open-data", "opinions"),
        "all-rounds",  # in foresight's addresses, the place of a round
    }
)


def _check(slug: str, season: str, year: int) -> None:
    try:
        MaxLengthValidator(80)(slug)
        validate_slug(slug)
        if slug in TAKEN_ADDRESSES:
            raise ValidationError(slug)
    except ValidationError as error:
        raise InputFault(
            _("“%(slug)s” cannot be part of an address.") % {"slug": slug},
            place=Place(field=pgettext("field", "address")),
            mend=_("Use letters a to z, numbers and hyphens, such as everyday-safety-2026."),
        ) from error
    if Round.objects.filter(slug=slug).exists():
        raise InputFault(
            _("There is already a round with the address “%(slug)s”.") % {"slug": slug},
            place=Place(field=pgettext("field", "address")),
            mend=_("Choose another address."),
        )
    if season not in Season.values:
        raise InputFault(
            _("“%(season)s” is not a season of rounds.") % {"season": season},
            place=Place(field=pgettext("field", "season")),
            mend=_("Use one of: %(known)s.") % {"known": ", ".join(Season.values)},
        )
    if not 2000 <= year <= 2100:
        raise InputFault(
            _("The year %(year)d cannot be right.") % {"year": year},
            place=Place(field=pgettext("field", "year")),
            mend=_("Write the year with four digits."),
        )
