"""Sample glossary and figures of invented organisations, for a service that is being tried."""

from __future__ import annotations

import uuid
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from django.utils import timezone

from aukio.apps.wording.actions.glossary import Wanted, add_term
from aukio.apps.wording.models import Showing, TextFigures
from aukio.shared.organisations.models import Organisation

LANGUAGE = "fi"


@transaction.atomic
def load_sample(file: Path) -> None:
    """Load the file once; its organisations must be there. Does nothing when it is loaded."""
    if Showing.objects.filter(organisation__is_sample=True).exists():
        return
    told: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    for one in told["glossary"]:
        for term in one["terms"]:
            add_term(by=None, organisation=_organisation(one), term=Wanted(**term))
    for one in told["figures"]:
        _figures(_organisation(one), one)


def _organisation(one: dict[str, Any]) -> Organisation:
    return Organisation.objects.get(name_fi=one["organisation"], is_sample=True)


def _figures(organisation: Organisation, one: dict[str, Any]) -> None:
    since = timezone.make_aware(datetime.combine(one["shown_since"], time(9)))
    Showing.objects.create(organisation=organisation, since=since)
    TextFigures.objects.bulk_create(
        TextFigures(
            series=uuid.uuid4(),
            organisation=organisation,
            profile=texts["profile"],
            language=LANGUAGE,
            first_score=first,
            last_score=last,
            checks=2,
            first_day=_day(texts),
            last_day=_day(texts),
        )
        for texts in one["texts"]
        for first, last in texts["scores"]
    )


def _day(texts: dict[str, Any]) -> date:
    found: date = texts["day"]
    return found
