"""Codes and a first coding for the invented sample round, by the actions people use."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from aukio.apps.dialogues.coding import actions
from aukio.apps.dialogues.coding.models import Code
from aukio.apps.dialogues.models import Note, Round
from aukio.apps.dialogues.queries.pages.remarks import used
from aukio.shared.accounts.models import Person

Line = tuple[str, int]  # a record's file and a line of it, from 1


@transaction.atomic
def load_sample(folder: Path) -> bool:
    """Load ``coding.yaml`` once; says whether anything was loaded.

    Nothing is loaded before the round and its sample coder are there.
    """
    told = yaml.safe_load((folder / "coding.yaml").read_text(encoding="utf-8"))
    round = Round.objects.filter(slug=told["round"], is_sample=True).first()
    coder = Person.objects.filter(email=told["coder"], is_sample=True).first()
    if round is None or coder is None or Code.objects.filter(round=round).exists():
        return False
    codes = _codes(round, told["codes"])
    notes, lines = _notes(round), _lines(folder / "assignments.csv")
    for name, code in codes.items():
        known = [notes[line] for line in lines[name] if line in notes]
        for note in known[:: max(len(known) // told["each"], 1)][: told["each"]]:
            actions.code_note(by=coder, note=note, codes=[code.pk])
    return True


def _codes(round: Round, told: list[dict[str, Any]]) -> dict[str, Code]:
    made: dict[str, Code] = {}
    for one in told:
        texts = {key: one.get(key, "") for key in ("name", "description", "not_when", "example")}
        parent = made[one["under"]] if "under" in one else None
        made[one["code"]] = actions.add_code(
            by=None, round=round, words=actions.Words(**texts), parent=parent
        )
    return made


def _notes(round: Round) -> dict[Line, Note]:
    rows = used(round).select_related("record__dialogue__round").order_by("pk")
    return {
        (one.record.source_name, one.record.text.count("\n", 0, one.start) + 1): one for one in rows
    }


def _lines(file: Path) -> dict[str, list[Line]]:
    """By theme code, the lines written under it."""
    found: dict[str, list[Line]] = defaultdict(list)
    with file.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            found[row["theme_code"]].append((row["record"], int(row["line"])))
    return found
