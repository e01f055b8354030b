"""What a round's data holds, as rows. Everything people said comes through ``permitted``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone, translation

from aukio.apps.dialogues.coding import public as coding
from aukio.apps.dialogues.impact import public as impact
from aukio.apps.dialogues.models import Publication
from aukio.apps.dialogues.open_data.addresses import stable
from aukio.apps.dialogues.open_data.columns import LANGUAGES, Rows
from aukio.apps.dialogues.permissions import permitted
from aukio.apps.dialogues.queries import Shown
from aukio.shared.terms import queries as terms

Tree = dict[str, Any]


@dataclass(frozen=True)
class Contents:
    """A round as it may be read now; ``tables`` by the names of ``columns.TABLES``."""

    slug: str
    version: int
    published_at: datetime
    title: dict[str, str]
    description: dict[str, str]
    days: tuple[str, ...]
    year: int
    season: str
    languages: tuple[str, ...]
    is_sample: bool
    figures: Tree
    tables: dict[str, Rows]

    @property
    def name(self) -> str:
        """Of the files, without ending."""
        return f"{self.slug}-v{self.version}"


def contents(publication: Publication) -> Contents:
    """Everything; a constant number of queries."""
    content, notes = permitted(publication)
    round, slug = content["round"], publication.round.slug
    return Contents(
        slug=slug,
        version=publication.version,
        published_at=publication.published_at,
        title=round["title"],
        description=round["description"],
        days=tuple(round["days"]),
        year=round["year"],
        season=round["season"],
        languages=tuple(content["languages"]),
        is_sample=round["is_sample"],
        figures=content["figures"],
        tables={
            "dialogues": _dialogues(content, notes, slug),
            "people": _people(content),
            "themes": [_theme(one, slug) for one in content["themes"]],
            "sentences": [
                _sentence(one, theme["id"], slug)
                for theme in content["themes"]
                for one in theme["sentences"]
            ],
            "quotes": [_quote(*one) for one in _quotes(content)],
            "notes": [_note(one) for one in notes],
            **_codes(publication, notes),
            "versions": list(_versions(content)),
            **_answers(publication),
            "briefs": _briefs(publication, slug),
        },
    )


def _each(name: str, texts: dict[str, str]) -> dict[str, str | None]:
    return {f"{name}_{code}": texts.get(code) for code in LANGUAGES}


def _quotes(content: Tree) -> Iterable[tuple[Tree, int]]:
    for theme in content["themes"]:
        for sentence in theme["sentences"]:
            for quote in sentence["quotes"]:
                yield quote, sentence["id"]


def _dialogues(content: Tree, notes: list[Tree], slug: str) -> Rows:
    spoken: dict[int, set[str]] = defaultdict(set)
    for words in [*(quote for quote, _sentence in _quotes(content)), *notes]:
        spoken[words["dialogue"]].add(words["language"])
    return [
        {
            "id": one["id"],
            "title": one["title"],
            **_each("organiser", one["organiser"]),
            "place": one["place"],
            "municipality_code": one["municipality"].get("code"),
            **_each("municipality", one["municipality"]),
            "mode": one["mode"],
            "date": one["date"],
            "languages": " ".join(sorted(spoken[one["id"]])),
            "participants": one["participants"],
            "address": stable("dialogues:dialogue", slug, one["id"]),
        }
        for one in content["dialogues"]
    ]


def _people(content: Tree) -> Rows:
    found: Rows = []
    for kind, part, vocabulary in (
        ("age_band", "age_bands", "age-bands"),
        ("group", "groups", "participant-groups"),
    ):
        words = {language: terms.labels(vocabulary, language) for language in LANGUAGES}
        found += [
            {
                "kind": kind,
                "code": code,
                **{f"label_{language}": words[language].get(code) for language in LANGUAGES},
                "at_least": count,
            }
            for code, count in content[part].items()
        ]
    return found


def _theme(one: Tree, slug: str) -> Tree:
    return {
        "id": one["id"],
        "order": one["order"],
        **_each("title", one["title"]),
        **_each("description", one["description"]),
        "notes": one["notes"],
        "dialogues": one["dialogues"],
        "address": stable("dialogues:theme", slug, one["id"]),
    }


def _sentence(one: Tree, theme: int, slug: str) -> Tree:
    return {
        "id": one["id"],
        "theme": theme,
        "order": one["order"],
        "voice": one["voice"],
        **_each("text", one["text"]),
        **_each("status", one["status"]),
        "withdrawn": one["withdrawn"],
        "address": stable("dialogues:sentence", slug, one["id"]),
    }


def _quote(one: Tree, sentence: int) -> Tree:
    names = ("id", "dialogue", "note", "start", "end", "language", "text")
    return {**{name: one[name] for name in names}, "sentence": sentence}


def _note(one: Tree) -> Tree:
    return {name: one[name] for name in ("id", "theme", "dialogue", "language", "text")}


def _codes(publication: Publication, notes: list[Tree]) -> dict[str, Rows]:
    """As the coding stands now, of notes that may be read whole."""
    codes, given = coding.decided(publication.round, [one["id"] for one in notes])
    return {
        "codes": [asdict(one) for one in codes],
        "codings": [
            {"note": note, "code": code} for note in sorted(given) for code in sorted(given[note])
        ],
    }


def _versions(content: Tree) -> Iterable[Tree]:
    for kind, version in content.get("variants", {}).items():
        for one in version["sentences"]:
            yield {
                "id": one["id"],
                "kind": kind,
                "order": one["order"],
                **_each("text", one["text"]),
                **_each("status", one["status"]),
                "sources": " ".join(map(str, one["sources"])),
            }


def _answers(publication: Publication) -> dict[str, Rows]:
    """As the ledger stands now: what was asked and answered is told in it to the letter."""
    told: dict[str, list[impact.Asked]] = {}
    for language in LANGUAGES:
        with translation.override(language):
            told[language] = impact.of_round(publication.round)
    questions, answers = [], []
    for in_each in zip(*told.values(), strict=True):
        one = in_each[0]
        questions.append(
            {
                "id": one.id,
                "theme": one.theme,
                **{f"owner_{code}": q.owner for code, q in zip(LANGUAGES, in_each, strict=True)},
                "owner_kind": one.owner_kind,
                "role": one.role,
                **{
                    f"text_{code}": _said_in(code, q.text)
                    for code, q in zip(LANGUAGES, in_each, strict=True)
                },
                "asked": _day(one.asked_at),
                "due": one.due.isoformat(),
                "answered": _day(one.answered_at),
                "state": one.state.value,
                "address": stable("impact:question", one.id),
            }
        )
        answers += [_entry(one.id, line) for line in one.entries]
    return {"questions": questions, "answers": answers}


def _said_in(language: str, words: Shown) -> str | None:
    return words.text if words.language == language else None


def _entry(question: int, line: Any) -> Tree:
    entry = line.entry
    return {
        "question": question,
        "number": entry.sequence,
        "kind": entry.kind,
        "at": _day(entry.at),
        **{name: getattr(entry, name) for name in ("language", "heard", "will_do", "why_not")},
        "progress": entry.progress,
        "text": entry.text,
        "link": entry.address,
        "corrects": line.corrects,
    }


def _briefs(publication: Publication, slug: str) -> Rows:
    """The newest is at the address; the others have been."""
    editions = publication.round.brief_editions.order_by("version")
    address = stable("impact:brief", slug)
    return [
        {"version": version, "published": _day(at), "address": address}
        for version, at in editions.values_list("version", "published_at")
    ]


def _day(at: datetime | None) -> str | None:
    return timezone.localdate(at).isoformat() if at else None
