"""A brief and answers for the invented sample round, through the same actions people use."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from django.utils import timezone

from aukio.apps.dialogues.impact import actions
from aukio.apps.dialogues.impact.models import Edition, Entry, EntryKind, Question
from aukio.apps.dialogues.models import Round, TextStatus
from aukio.shared.organisations.actions import register_organisation
from aukio.shared.organisations.models import Organisation


@transaction.atomic
def load_sample(folder: Path) -> bool:
    """Load ``impact.yaml`` once; says whether anything was loaded.

    Nothing is loaded before the round itself is there.
    """
    told = yaml.safe_load((folder / "impact.yaml").read_text(encoding="utf-8"))
    round = Round.objects.filter(slug=told["round"], is_sample=True).first()
    if round is None or Edition.objects.filter(round=round).exists():
        return False
    _brief(round, told["brief"])
    for one in told["questions"]:
        _question(round, one)
    return True


def _brief(round: Round, told: dict[str, Any]) -> None:
    brief = actions.draft_brief(by=None, round=round)
    for point in brief.points.all():
        actions.accept_point(by=None, point=point)
    checked = TextStatus.HUMAN_CHECKED
    actions.edit_ask(
        by=None,
        brief=brief,
        texts=told["ask"],
        statuses={"fi": TextStatus.ORIGINAL, "sv": checked, "en": checked},
        due=date.fromisoformat(told["due"]),
    )
    brief.refresh_from_db()
    actions.publish_brief(by=None, brief=brief, at=_at(told["published"], 12))


def _question(round: Round, told: dict[str, Any]) -> None:
    question = actions.ask_owner(
        by=None,
        theme=round.themes.get(title_fi=told["theme"], merged_into=None),
        owner=_owner(told["owner"]),
        role=told["role"]["fi"],
        texts=told["question"],
        contact=actions.Addressee("Olli Oletettu", "olli.oletettu@example.org"),
        at=_at(told["asked"], 12),
    )
    for number, entry in enumerate(told["entries"]):
        _entry(question, entry, number)


def _entry(question: Question, told: dict[str, Any], seen: int) -> None:
    corrected = told.get("corrects")
    actions.write_entry(
        by=None,
        question=question,
        kind=EntryKind(told["kind"]),
        words=actions.Words(**{name: told.get(name, "") for name in vars(actions.Words())}),
        seen=seen,
        language=told["language"],
        corrects=Entry.objects.get(question=question, sequence=corrected) if corrected else None,
        reason=told.get("reason", ""),
        at=_at(told["at"], 12 + seen),
    )


def _owner(told: dict[str, str]) -> Organisation:
    known = Organisation.objects.filter(is_sample=True, name_fi=told["fi"]).first()
    return known or register_organisation(
        by=None,
        kind=told["kind"],
        is_sample=True,
        name_fi=told["fi"],
        name_sv=told["sv"],
        name_en=told["en"],
    )


def _at(day: str, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(date.fromisoformat(day), time(hour)))
