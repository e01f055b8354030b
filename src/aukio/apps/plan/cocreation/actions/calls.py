"""Preparing a call, showing it, and changing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.cocreation.actions._checks import in_three, locked
from aukio.apps.plan.cocreation.faults import ChangedMeanwhile
from aukio.apps.plan.cocreation.models import Call, Question
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.i18n.languages import OWN_NAMES
from aukio.shared.search.actions import refresh

TITLE, GUIDANCE = 150, 5000
TAKEN_WORDS = ("desk", "p", "feed.atom")  # addresses of the wing's own


@dataclass(frozen=True)
class Asked:
    """What a call asks; texts by language, questions besides what should change."""

    title: Mapping[str, str]
    guidance: Mapping[str, str]
    opens: date
    closes: date
    questions: Sequence[str] = (Question.PROBLEM, Question.CARRIER)
    languages: Sequence[str] = ("fi", "sv", "en")


@transaction.atomic
def prepare_call(*, by: Person | None, slug: str, asked: Asked, is_sample: bool = False) -> Call:
    """Write a call that only the team sees as yet. Raises ``Fault``."""
    require("cocreation.manage_calls", by)
    _check_slug(slug)
    call = Call(slug=slug, is_sample=is_sample)
    _take_in(call, asked)
    call.save()
    record(by=by, verb="cocreation.prepare_call", target=call)
    return call


@transaction.atomic
def change_call(*, by: Person | None, call: Call, revision: int, asked: Asked) -> Call:
    """Change what is asked or the days. Raises ``Fault``, or ``ChangedMeanwhile``."""
    require("cocreation.manage_calls", by, call)
    now = locked(call)
    if now.revision != revision:
        raise ChangedMeanwhile
    if now.outcome_published:
        raise Fault(
            _("The responses to this call have been published."),
            mend=_("Prepare a new call."),
        )
    _take_in(now, asked)
    now.revision += 1
    now.save()
    refresh(now)
    record(by=by, verb="cocreation.change_call", target=now)
    return now


@transaction.atomic
def show_call(*, by: Person | None, call: Call) -> Call:
    """From now on anyone sees the call; it opens on its day. Again changes nothing."""
    require("cocreation.manage_calls", by, call)
    now = locked(call)
    if now.shown:
        return now
    now.shown = True
    now.save(update_fields=["shown"])
    refresh(now)
    record(by=by, verb="cocreation.show_call", target=now)
    return now


def _take_in(call: Call, asked: Asked) -> None:
    for name, most, texts in (
        ("title", TITLE, asked.title),
        ("guidance", GUIDANCE, asked.guidance),
    ):
        where = pgettext("field", "title") if name == "title" else pgettext("field", "guidance")
        for language, text in in_three(texts, most=most, where=where).items():
            setattr(call, f"{name}_{language}", text)
    if asked.closes < asked.opens:
        raise Fault(
            _("The last day is before the first."),
            where=pgettext("field", "last day"),
            mend=_("Choose a last day that is the first day or later."),
        )
    call.opens, call.closes = asked.opens, asked.closes
    call.questions = [one for one in Question.values if one in (*asked.questions, "change")]
    call.languages = [code for code in OWN_NAMES if code in asked.languages]
    if not call.languages:
        raise Fault(
            _("A call takes proposals in at least one language."),
            where=pgettext("field", "languages"),
            mend=_("Choose the languages."),
        )


def _check_slug(slug: str) -> None:
    where = pgettext("field", "address")
    try:
        validate_slug(slug)
    except ValidationError as error:
        raise Fault(
            _("The address has signs that cannot be in one."),
            where=where,
            mend=_("Use the letters a to z, digits and hyphens."),
        ) from error
    if len(slug) > 60 or slug in TAKEN_WORDS or Call.objects.filter(slug=slug).exists():
        raise Fault(
            _("This address is in use or too long."), where=where, mend=_("Choose another.")
        )
