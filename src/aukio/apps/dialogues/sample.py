"""Loading an invented round from a folder, through the same actions people use.

The folder's form is told in its own README. Everything is marked as sample.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from django.utils import timezone

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.intake import Reading, read_file
from aukio.apps.dialogues.models import (
    Dialogue,
    Note,
    Permission,
    Record,
    Round,
    RoundStatus,
    Sentence,
    TextStatus,
    Theme,
)
from aukio.shared.areas import queries as areas
from aukio.shared.organisations.actions import register_organisation
from aukio.shared.organisations.models import Organisation

Line = tuple[str, int]  # a record's file and a line of it, counted from 1


@dataclass(frozen=True)
class _Loaded:
    """What later steps look up."""

    round: Round
    notes: dict[Line, Note]


@transaction.atomic
def load_sample(folder: Path) -> Round:
    """Load the sample round and publish its summary; returns it as it is if already there."""
    told = _yaml(folder / "round.yaml")
    there = Round.objects.filter(slug=told["slug"]).first()
    if there is not None:
        return there
    organisers = _organisations(folder)
    made = _round(told)
    notes: dict[Line, Note] = {}
    for one in _yaml(folder / "dialogues.yaml")["dialogues"]:
        dialogue = _dialogue(made, organisers, one)
        notes.update(_record(folder / "records", dialogue, one))
    loaded = _Loaded(made, notes)
    summary = _yaml(folder / "summary.yaml")
    _summary(loaded, summary["themes"], _assignments(folder))
    day = date.fromisoformat(summary["published"])
    actions.publish(by=None, round=made, at=timezone.make_aware(datetime.combine(day, time(9))))
    return made


def _yaml(path: Path) -> dict[str, Any]:
    with path.open(encoding="utf-8") as file:
        found: dict[str, Any] = yaml.safe_load(file)
    return found


def _organisations(folder: Path) -> dict[str, Organisation]:
    found = {}
    for one in _yaml(folder / "organisations.yaml")["organisations"]:
        known = Organisation.objects.filter(is_sample=True, name_fi=one["name"]["fi"])
        found[one["id"]] = known.first() or register_organisation(
            by=None,
            kind=one["kind"],
            is_sample=True,
            **{f"name_{language}": name for language, name in one["name"].items()},
        )
    return found


def _round(told: dict[str, Any]) -> Round:
    return actions.create_round(
        by=None,
        slug=told["slug"],
        title=told["theme"],
        description=told["description"],
        season=told["season"],
        year=told["year"],
        days=[date.fromisoformat(day) for day in told["dialogue_days"]],
        status=RoundStatus.SUMMARISING,
        is_sample=True,
    )


def _dialogue(round: Round, organisers: dict[str, Organisation], one: dict[str, Any]) -> Dialogue:
    organiser = organisers[one["organiser"]]
    town = one.get("municipality")
    people = one["participants"]
    language = one["language"]
    name = getattr(organiser, f"name_{language}", None) or str(organiser)
    where = town["name"].get(language, town["name"]["fi"]) if town else ""
    return actions.register_dialogue(
        by=None,
        round=round,
        organiser=organiser,
        title=", ".join(part for part in (name, where) if part),
        reference=str(one["number"]),
        place=one.get("venue") or "",
        municipality=areas.find("municipality", town["code"]) if town else None,
        mode=one["mode"],
        date=date.fromisoformat(one["date"]),
        participants=people["total"],
        age_bands=people.get("age_bands") or {},
        groups=people.get("groups") or {},
        is_sample=True,
    )


def _record(folder: Path, dialogue: Dialogue, one: dict[str, Any]) -> dict[Line, Note]:
    """Import a record; returns its notes by line."""
    name = one["record"]
    reading = _without_heading(read_file(name, (folder / name).read_bytes()))
    made: Record = actions.import_record(
        by=None,
        dialogue=dialogue,
        reading=reading,
        language=one["language"],
        permission=Permission.QUOTES if one["may_publish_quotes"] else Permission.NONE,
    )
    return {(name, made.text.count("\n", 0, note.start) + 1): note for note in made.notes.all()}


def _without_heading(reading: Reading) -> Reading:
    """The scribe's own heading is part of the record, but nobody said it."""
    if not reading.text.startswith("#"):
        return reading
    return replace(reading, spans=reading.spans[1:])


def _assignments(folder: Path) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = defaultdict(list)
    with (folder / "assignments.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["theme_code"]].append((row["record"], int(row["line"])))
    return found


def _summary(
    loaded: _Loaded, themes: list[dict[str, Any]], assignments: dict[str, list[Line]]
) -> None:
    for one in themes:
        theme = actions.create_theme(
            by=None, round=loaded.round, title=one["title"], description=one["description"]
        )
        lines = [line for code in one["covers"] for line in assignments[code]]
        actions.move_notes(by=None, notes=[loaded.notes[line] for line in lines], to=theme)
        for told in one["sentences"]:
            _sentence(loaded, theme, told)
    actions.set_ready(by=None, summary=loaded.round.summary, languages=["fi", "sv", "en"])


def _sentence(loaded: _Loaded, theme: Theme, told: dict[str, Any]) -> Sentence:
    checked = TextStatus.HUMAN_CHECKED
    sentence = actions.write_sentence(
        by=None,
        theme=theme,
        texts={language: told[language] for language in ("fi", "sv", "en")},
        statuses={"fi": TextStatus.ORIGINAL, "sv": checked, "en": checked},
        voice=told["kind"],
    )
    for source in told["sources"]:
        note = loaded.notes[source["record"], source["line"]]
        start = note.text.index(source["quote"])
        actions.pick_quote(
            by=None, sentence=sentence, note=note, start=start, end=start + len(source["quote"])
        )
    return sentence
