"""A sample round to come, beside the room's own that has been held: invented and labelled.

Days are counted from the day it is loaded, so that there is something to come to.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from django.utils import timezone

from aukio.apps.dialogues.actions import create_round
from aukio.apps.dialogues.models import Round, RoundStatus
from aukio.apps.dialogues.organising.actions import (
    announcing,
    contacts,
    timetable,
    topics,
    training,
)
from aukio.shared.areas import queries as areas
from aukio.shared.organisations.models import Organisation


@transaction.atomic
def load_sample(file: Path) -> Round:
    """Load the round of ``file``; returns it as it is if already there."""
    told = yaml.safe_load(file.read_text(encoding="utf-8"))
    there = Round.objects.filter(slug=told["slug"]).first()
    if there is not None:
        return there
    today = timezone.localdate()
    made = create_round(
        by=None,
        slug=told["slug"],
        title=told["title"],
        description=told["description"],
        season=told["season"],
        year=(today + timedelta(days=told["days"][0])).year,
        days=[today + timedelta(days=number) for number in told["days"]],
        status=RoundStatus.OPEN,
        is_sample=True,
    )
    for one in told["dialogues"]:
        _dialogue(made, one, today)
    for one in told["trainings"]:
        _training(made, one, today)
    for one in told["contacts"]:
        town = areas.find("municipality", one.pop("municipality"))
        contacts.add_contact(by=None, area=town, is_sample=True, **one)
    _topics(made, told["topics"])
    timetable.plan_usual(by=None, round=made)
    return made


def _dialogue(round: Round, one: dict[str, Any], today: date) -> None:
    organiser = Organisation.objects.filter(is_sample=True, name_fi=one["organiser"]).first()
    announcing.announce(
        by=None,
        round=round,
        organiser=organiser,
        telling=announcing.Telling(
            day=today + timedelta(days=one["day"]),
            begins=time.fromisoformat(one["begins"]),
            ends=time.fromisoformat(one["ends"]),
            municipality=areas.find("municipality", one["municipality"]),
            mode=one["mode"],
            place=one["place"],
            languages=one["languages"],
            groups=one["groups"],
            text=one["text"],
            places=one["places"],
            contact_name="Otso Oletus",
            contact_email="otso.oletus@example.org",
        ),
    )


def _training(round: Round, one: dict[str, Any], today: date) -> None:
    given = {**one, "day": today + timedelta(days=one["day"])}
    given["begins"] = time.fromisoformat(one["begins"])
    attended = given.pop("attended", None)
    made = training.plan_training(by=None, round=round, **given)
    if attended is not None:
        training.count_attended(by=None, training=made, attended=attended)


def _topics(round: Round, told: list[dict[str, Any]]) -> None:
    """The proposals; the first is the one that was chosen."""
    made = [
        topics.propose(
            by=None, round=round, title=one["title"], text=one["text"], language=one["language"]
        )
        for one in told
    ]
    reasons = {one.pk: words["reason"] for one, words in zip(made, told, strict=True)}
    topics.choose(by=None, proposal=made[0], reasons=reasons)
