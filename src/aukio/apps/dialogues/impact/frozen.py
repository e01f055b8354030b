"""A brief as it is published: a tree of plain values, and its fingerprint.

Form of ``content`` (``format`` 1)::

    round      slug, title{fi,sv,en}, is_sample
    languages  the languages in which every point and the request have a text
    summary    the version of the summary it rests on
    figures    dialogues, participants (none when fewer than five), counties
    findings   [{text{}, status{}, voice, sentence, theme{id, title{}}, heard}]
    wishes     [the same]
    ask        {text{}, status{}, due}
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db.models import F

from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.impact.models import Brief, Point, PointKind
from aukio.apps.dialogues.impact.sources import Source, Sources, sources_of
from aukio.apps.dialogues.models import Dialogue, Round
from aukio.shared.indicators.display import SMALLEST_SHOWN

FORMAT = 1
LANGUAGES = ("fi", "sv", "en")
Tree = dict[str, Any]


def freeze(brief: Brief) -> Tree:
    """The brief as it is now. Points whose sentence is not in the summary are left out."""
    sources = sources_of(brief.round)
    points = [
        (point.kind, told(point, source))
        for point, source in with_sources(brief, sources)
        if source is not None
    ]
    content = {
        "format": FORMAT,
        "round": _round(brief.round),
        "summary": sources.version,
        "figures": figures(brief.round, sources),
        "findings": [one for kind, one in points if kind == PointKind.FINDING],
        "wishes": [one for kind, one in points if kind == PointKind.WISH],
        "ask": {
            "text": in_languages(brief, "ask"),
            "status": in_languages(brief, "status"),
            "due": brief.due.isoformat() if brief.due else None,
        },
    }
    return content | {"languages": whole_languages(content)}


def with_sources(brief: Brief, sources: Sources) -> list[tuple[Point, Source | None]]:
    """Each point with the sentence it rests on, or none when that left the summary."""
    known = sources.by_id()
    return [(point, known.get(point.sentence_id)) for point in brief.points.all()]


def told(point: Point, source: Source) -> Tree:
    """A point's own words; in a language without them, its sentence's."""
    own, status = in_languages(point, "text"), in_languages(point, "status")
    return {
        "text": {**source.text, **own},
        "status": {**source.status, **status},
        "voice": source.voice,
        "sentence": source.id,
        "theme": {"id": source.theme, "title": source.theme_title},
        "heard": source.heard,
    }


def whole_languages(content: Tree) -> list[str]:
    """Languages in which nothing is missing; none while there is nothing to say."""
    texts = [one["text"] for one in (*content["findings"], *content["wishes"], content["ask"])]
    if not content["findings"]:
        return []
    return [code for code in LANGUAGES if all(text.get(code) for text in texts)]


def figures(round: Round, sources: Sources) -> Tree:
    """How much lies behind: dialogues, people, and counties of the 21."""
    rows = Dialogue.objects.filter(round=round)
    areas = set(rows.values_list("municipality__wellbeing", flat=True)) | set(
        rows.filter(area__kind="wellbeing").values_list(F("area"), flat=True)
    )
    people = sources.figures.get("participants") or 0
    return {
        "dialogues": sources.figures.get("dialogues", 0),
        "participants": people if people >= SMALLEST_SHOWN else None,
        "counties": len(areas - {None}),
    }


def digest(content: Tree) -> str:
    """SHA-256 of the tree as JSON with sorted keys and no spaces."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _round(round: Round) -> Tree:
    return {
        "slug": round.slug,
        "title": in_languages(round, "title"),
        "is_sample": round.is_sample,
    }
