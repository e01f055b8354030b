"""The summary as it is published: a tree of plain values, and its fingerprint.

Form of ``content`` (``format`` 3; ``taking_part.told_again`` reads the earlier ones)::

    round      slug, title{fi,sv,en}, description{…}, season, year, days[], is_sample
    languages  the languages the summary is ready in
    figures    dialogues, organisers, participants, notes, records, municipalities, regions, quoted;
               participants counts the dialogues whose own number is told; else null
    age_bands  {code: people}, groups {code: people}; rounded down to full fives
    dialogues  [{id, title, organiser{fi,sv,en}, place, municipality{code,fi,sv}, mode, date,
                 participants}]; participants is null when not known or not shown
    themes     [{id, order, title{}, description{}, notes, dialogues, sentences[…]}]
    sentence   id, order, voice, text{}, status{}, quotes[{id, note, start, end, text, language,
                 record, dialogue}]
    variants   {short, easy: {languages[], sentences[{id, order, text{}, status{}, sources[]}]}};
               those that are ready, in the languages they are ready in; sources are sentences
    not_heard  regions[], counties[], age_bands[], groups[], languages[]: codes from which
               nobody was heard, or too few for their number to be told

``notes`` holds the notes whose whole text is permitted: id, theme, record, dialogue, position,
language, text. Nothing else of what people said is in a publication.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from typing import Any

from django.db.models import Count, Q

from aukio.apps.dialogues.models import (
    Dialogue,
    Note,
    Permission,
    Round,
    Sentence,
    Theme,
    ThemeNote,
    Variant,
    in_use,
)
from aukio.apps.dialogues.readable import hidden_in, told
from aukio.apps.dialogues.taking_part import published_people, told_number, told_total

FORMAT = 3
LANGUAGES = ("fi", "sv", "en")
Tree = dict[str, Any]


def freeze(round: Round) -> tuple[Tree, list[Tree]]:
    """``(content, notes)`` of the round as it is now."""
    dialogues = list(
        round.dialogues.select_related("organiser", "municipality__region", "area__region")
    )
    bands, groups = published_people(round)
    content = {
        "format": FORMAT,
        "round": _round(round),
        "languages": list(round.summary.ready),
        "figures": _figures(round, dialogues),
        "age_bands": bands,
        "groups": groups,
        "dialogues": [_dialogue(one) for one in dialogues],
        "themes": _themes(round),
        "variants": _variants(round),
        "not_heard": _not_heard(round),
    }
    return content, _whole_notes(round)


def digest(content: Tree, notes: list[Tree]) -> str:
    """SHA-256 over both, as JSON with sorted keys and no spaces."""
    text = json.dumps([content, notes], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def in_languages(item: Any, field: str) -> dict[str, str]:
    """``{"fi": …}`` of the languages in which the field says something."""
    texts = {code: getattr(item, f"{field}_{code}", None) for code in LANGUAGES}
    return {code: text for code, text in texts.items() if text}


def theme_title(theme: Theme) -> dict[str, str]:
    """The theme's title in each language; a machine's label where people gave none."""
    return {**theme.label, **in_languages(theme, "title")}


def _round(round: Round) -> Tree:
    return {
        "slug": round.slug,
        "title": in_languages(round, "title"),
        "description": in_languages(round, "description"),
        "season": round.season,
        "year": round.year,
        "days": [day.date.isoformat() for day in round.days.all()],
        "is_sample": round.is_sample,
    }


def _figures(round: Round, dialogues: list[Dialogue]) -> Tree:
    used = Note.objects.filter(in_use("record__"), record__dialogue__round=round)
    counts = used.aggregate(
        notes=Count("pk"),
        records=Count("record", distinct=True),
        quoted=Count("pk", distinct=True, filter=Q(quotes__sentence__summary__round=round)),
    )
    regions = {region_of(one) for one in dialogues} - {None}
    return {
        "dialogues": len(dialogues),
        "organisers": len({one.organiser_id for one in dialogues} - {None}),
        "participants": told_total(one.participants for one in dialogues),
        "municipalities": len({one.municipality_id for one in dialogues} - {None}),
        "regions": len(regions),
        **counts,
    }


def region_of(dialogue: Dialogue) -> int | None:
    """The id of the region the dialogue was held in or for."""
    area = dialogue.municipality or dialogue.area
    if area is None:
        return None
    return int(area.pk) if area.kind == "region" else area.region_id


def _dialogue(one: Dialogue) -> Tree:
    town = one.municipality or one.area
    return {
        "id": one.pk,
        "title": one.title,
        "organiser": in_languages(one.organiser, "name") if one.organiser else {},
        "place": one.place,
        "municipality": in_languages(town, "name") | {"code": town.code} if town else {},
        "mode": one.mode,
        "date": one.date.isoformat() if one.date else None,
        "participants": told_number(one.participants),
    }


def _themes(round: Round) -> list[Tree]:
    """Themes that people have written about, in order."""
    spread = _spread(round)
    written: dict[int, list[Tree]] = defaultdict(list)
    for sentence in _sentences(round):
        written[sentence.theme_id].append(_sentence(sentence))
    return [
        {
            "id": theme.pk,
            "order": order,
            "title": theme_title(theme),
            "description": in_languages(theme, "description"),
            **spread.get(theme.pk, {"notes": 0, "dialogues": 0}),
            "sentences": written[theme.pk],
        }
        for order, theme in enumerate(round.themes.filter(merged_into=None), 1)
        if theme.pk in written
    ]


def _spread(round: Round) -> dict[int, dict[str, int]]:
    """How many notes and dialogues each theme has."""
    rows = ThemeNote.objects.filter(theme__round=round).order_by("theme").values_list("theme")
    found = rows.annotate(
        notes=Count("pk"), dialogues=Count("note__record__dialogue", distinct=True)
    )
    return {theme: {"notes": notes, "dialogues": heard} for theme, notes, heard in found}


def _sentences(round: Round) -> list[Sentence]:
    return list(
        Sentence.objects.filter(summary__round=round)
        .order_by("order", "id")
        .prefetch_related("quotes__note__record")
    )


def _sentence(sentence: Sentence) -> Tree:
    return {
        "id": sentence.pk,
        "order": sentence.order,
        "voice": sentence.voice,
        "text": in_languages(sentence, "text"),
        "status": in_languages(sentence, "status"),
        "quotes": [
            {
                "id": quote.pk,
                "note": quote.note_id,
                "start": quote.start,
                "end": quote.end,
                "text": quote.text,
                "language": quote.note.language,
                "record": quote.note.record_id,
                "dialogue": quote.note.record.dialogue_id,
            }
            for quote in sentence.quotes.all()
        ],
    }


def _variants(round: Round) -> Tree:
    """The versions that are ready in some language."""
    found = Variant.objects.filter(summary__round=round).exclude(ready=[])
    return {
        variant.kind: {
            "languages": list(variant.ready),
            "sentences": [
                {
                    "id": one.pk,
                    "order": one.order,
                    "text": _only(variant.ready, in_languages(one, "text")),
                    "status": _only(variant.ready, in_languages(one, "status")),
                    "sources": sorted(source.pk for source in one.sources.all()),
                }
                for one in variant.sentences.all()
            ],
        }
        for variant in found.prefetch_related("sentences__sources")
    }


def _not_heard(round: Round) -> dict[str, list[str]]:
    from aukio.apps.dialogues.queries.gaps import not_heard  # it reads this module

    return not_heard(round).as_codes()


def _only(languages: list[str], texts: dict[str, str]) -> dict[str, str]:
    return {code: texts[code] for code in languages if code in texts}


def _whole_notes(round: Round) -> list[Tree]:
    """Notes that may be published whole, with the theme each is in."""
    whole = Permission.WHOLE
    allowed = Q(permission=whole) | Q(permission="", record__permission=whole)
    rows = list(
        Note.objects.filter(allowed, in_use("record__"), record__dialogue__round=round)
        .order_by("record", "position")
        .values_list(
            *("pk", "placement__theme", "record", "record__dialogue", "position", "language"),
            *("text", "start"),
        )
    )
    hidden = hidden_in(row[2] for row in rows)
    names = ("id", "theme", "record", "dialogue", "position", "language", "text")
    return [
        dict(zip(names, (*row[:6], told(row[6], row[7], hidden.get(row[2], ()))), strict=True))
        for row in rows
    ]


def words_by_language(content: Tree) -> dict[str, int]:
    """How many words the summary's sentences have in each language it is ready in."""
    counts: Counter[str] = Counter()
    for theme in content["themes"]:
        for sentence in theme["sentences"]:
            for language, text in sentence["text"].items():
                counts[language] += len(text.split())
    return {language: counts[language] for language in content["languages"]}
