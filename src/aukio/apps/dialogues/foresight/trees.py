"""Slices, trends and signals as plain values: for the interface for machines, JSON and CSV."""

from __future__ import annotations

from typing import Any

from aukio.apps.dialogues.foresight import statistics
from aukio.apps.dialogues.foresight.queries.matters import RARE, Matter, Moment, Signal
from aukio.apps.dialogues.foresight.queries.slices import FEW, Part, Slice, ThemeHere
from aukio.apps.dialogues.foresight.queries.voices import Said
from aukio.apps.dialogues.foresight.statistics import Interval

Tree = dict[str, Any]


def slice_tree(found: Slice) -> Tree:
    """``people`` and ``dialogues_here`` are null where no number is given."""
    return {
        "kind": found.which.kind.value,
        "code": found.which.code,
        "name": dict(found.which.names),
        "is_sample": found.is_sample,
        "people": found.people,
        "dialogues_without_number": found.untold,
        "people_of_group_in_rounds": found.group_people,
        "fewest_dialogues_for_numbers": FEW,
        "rounds": [_part(part) for part in found.parts],
    }


def _part(part: Part) -> Tree:
    return {
        "round": part.voices.slug,
        "title": part.voices.content["round"]["title"],
        "year": part.voices.round.year,
        "season": part.voices.round.season,
        "dialogues": [
            {"id": one.id, "title": one.title, "date": one.on or None, "people": one.people}
            for one in part.held
        ],
        "themes": [_theme(theme) for theme in part.themes],
    }


def _theme(theme: ThemeHere) -> Tree:
    return {
        "id": theme.id,
        "title": theme.titles,
        "dialogues_here": theme.here,
        "of_here": theme.of,
        "dialogues_in_round": theme.everywhere,
        "of_round": theme.of_all,
        "quotes": [said_tree(quote) for quote in theme.quotes],
    }


def said_tree(one: Said) -> Tree:
    return {
        "text": one.text,
        "language": one.language,
        "dialogue": one.dialogue,
        "theme": one.theme,
        "sentence": one.sentence,
        "round": one.slug,
    }


def method_tree() -> Tree:
    """How the figures were worked out."""
    return {
        "share": "dialogues (or remarks) of the linked themes / all that left remarks",
        "interval": "percentile bootstrap over dialogues",
        "level": statistics.LEVEL,
        "draws": statistics.DRAWS,
        "seed": statistics.SEED,
        "fewest_dialogues": statistics.FEWEST,
        "rare_at_most": RARE,
        "links": "proposed by a machine, confirmed by a person; themes are never merged",
    }


def matter_tree(matter: Matter) -> Tree:
    change = matter.change
    return {
        "id": matter.id,
        "title": matter.titles,
        "is_sample": matter.is_sample,
        "direction": change.direction.value,
        "difference": _interval(change.difference),
        "rounds": [moment_tree(one) for one in matter.moments],
    }


def moment_tree(one: Moment) -> Tree:
    return {
        "round": one.voices.slug,
        "year": one.voices.round.year,
        "season": one.voices.round.season,
        "themes": [theme["id"] for theme in one.themes],
        "dialogues": one.dialogues,
        "of_dialogues": one.of,
        "dialogue_share": _interval(one.interval),
        "notes": one.notes,
        "of_notes": one.of_notes,
        "note_share": _interval(one.notes_interval),
    }


def signal_tree(one: Signal) -> Tree:
    return {
        "id": one.matter.id,
        "title": one.matter.titles,
        "why": "new" if one.is_new else "growing",
        "now": moment_tree(one.matter.now),
        "before": moment_tree(one.before) if one.before else None,
        "quotes": [said_tree(said) for said in one.matter.now.said],
    }


def _interval(found: Interval | None) -> Tree | None:
    if found is None:
        return None
    return {key: round(value, 4) for key, value in vars(found).items()}
