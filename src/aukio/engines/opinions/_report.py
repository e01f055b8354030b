"""A map as a document for machines, a table, or words for people."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

from aukio.engines.opinions._figures import Repness, Statement
from aukio.engines.opinions._map import Group, OpinionMap
from aukio.engines.opinions._stability import Stability

_DIGITS = 6


def as_document(found: OpinionMap, held: Stability | None = None) -> dict[str, Any]:
    """The map as JSON values.

    Participants below the threshold are not on it. ``stability`` is the mean adjusted Rand
    index over resamples, null where there was nothing to compare; each group tells its own.
    """
    return {
        "participants": [
            {"id": _id(one.id), "x": _round(one.x), "y": _round(one.y), "group": one.group}
            for one in found.participants
        ],
        "groups": [_group(one, held) for one in found.groups],
        "statements": [_statement(one) for one in found.statements],
        "stability": _round(held.agreement) if held else None,
    }


def as_table(found: OpinionMap, held: Stability | None = None) -> str:
    """CSV: a row for each participant on the map, with the share of resamples they stayed."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(["participant", "x", "y", "group", "stability"])
    stays = held.participants if held else (None,) * len(found.participants)
    for one, stay in zip(found.participants, stays, strict=True):
        writer.writerow([one.id, _round(one.x), _round(one.y), one.group, _round(stay)])
    return written.getvalue()


def as_text(
    found: OpinionMap,
    held: Stability | None = None,
    words: Mapping[str, str] | None = None,
) -> str:
    """What the map says, for people; ``words`` are the statements' texts by id."""
    texts = words or {}
    figures = {one.id: one for one in found.statements}
    lines = [
        f"{_many(len(found.participants), 'participant')} in "
        f"{_many(len(found.groups), 'group')}; "
        f"{len(found.left_out)} left out, with fewer than {found.threshold} votes.",
        *_how_clear(found, held),
    ]
    for one in found.groups:
        lines += ["", f"Group {one.id}: {_many(one.size, 'participant')}{_hold(one, held)}"]
        for name in one.representative:
            lines.append(f"  {_said(figures[name].repness[one.id])}  {_words(name, texts)}")
    for side, title in (("agree", "Most agree"), ("disagree", "Most disagree")):
        shared = [one for one in found.statements if one.common == side]
        if shared:
            lines += ["", f"{title}, whatever their group:"]
            lines += [f"  {_counts(one)}  {_words(one.id, texts)}" for one in shared]
    return "\n".join(lines)


def _many(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _how_clear(found: OpinionMap, held: Stability | None) -> list[str]:
    lines = []
    if found.silhouettes:
        tried = ", ".join(f"{number}: {score:.2f}" for number, score in found.silhouettes.items())
        lines.append(f"How clearly they divide, by number of groups (silhouette): {tried}")
    if held and held.agreement is not None:
        lines.append(
            f"Stability: {held.agreement:.2f} on average, {held.lowest:.2f} at worst, over "
            f"{held.resamples} samples of the participants (1 the same groups, 0 chance)."
        )
    return lines


def _hold(one: Group, held: Stability | None) -> str:
    share = held.groups[one.id] if held else None
    return "" if share is None else f", {share:.0%} stay together"


def _said(row: Repness) -> str:
    share = f"{row.probability:.0%} {row.direction}"
    return f"{share:>13}{' ' if row.significant else '?'}"


def _counts(one: Statement) -> str:
    return f"{one.agree} agree, {one.disagree} disagree, {one.passes} pass"


def _words(name: str, texts: Mapping[str, str]) -> str:
    return f"[{name}] {' '.join(texts.get(name, '').split())}".strip()


def _group(one: Group, held: Stability | None) -> dict[str, Any]:
    return {
        "id": one.id,
        "size": one.size,
        "x": _round(one.x),
        "y": _round(one.y),
        "representative": [_id(name) for name in one.representative],
        "stability": _round(held.groups[one.id]) if held else None,
    }


def _statement(one: Statement) -> dict[str, Any]:
    return {
        "id": _id(one.id),
        "agree": one.agree,
        "disagree": one.disagree,
        "pass": one.passes,
        "consensus": _round(one.consensus),
        "repness": {str(number): _repness(row) for number, row in one.repness.items()},
    }


def _repness(row: Repness) -> dict[str, Any]:
    return {
        "agree": row.agree,
        "disagree": row.disagree,
        "pass": row.passes,
        "direction": row.direction,
        "probability": _round(row.probability),
        "test": _round(row.test),
        "ratio": _round(row.ratio),
        "ratio_test": _round(row.ratio_test),
        "significant": row.significant,
        "chosen": row.chosen,
    }


def _id(name: str) -> int | str:
    """A number as a number, as in the file."""
    plain = name.isascii() and name.isdigit() and (name == "0" or name[0] != "0")
    return int(name) if plain else name


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS) + 0.0
