"""The texts of the kit as they are in use."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import translation

from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.organising import kit
from aukio.apps.dialogues.organising.models import MaterialKind, MaterialVersion
from aukio.apps.dialogues.queries.words import shown
from aukio.shared.documents import Document
from aukio.shared.i18n.times import long_date


@dataclass(frozen=True)
class Material:
    """A text in use; version 0 is the kit's own."""

    kind: str
    title: str
    language: str
    version: int
    text: str


def material(round: Round, kind: str, language: str) -> Material:
    """The newest version, else the kit's own text; one query."""
    newest = versions(round, kind, language).first()
    with translation.override(language):
        title = str(MaterialKind(kind).label)
    if newest is None:
        return Material(kind, title, language, 0, kit.own_text(kind, language))
    return Material(kind, title, language, newest.version, newest.text)


def versions(round: Round, kind: str, language: str) -> QuerySet[MaterialVersion]:
    """Newest first."""
    return (
        MaterialVersion.objects.filter(round=round, kind=kind, language=language)
        .select_related("by")
        .order_by("-version")
    )


def newest_versions(round: Round) -> dict[tuple[str, str], int]:
    """By kind and language, the version in use; one query."""
    found: dict[tuple[str, str], int] = {}
    rows = MaterialVersion.objects.filter(round=round).order_by("version")
    for kind, language, version in rows.values_list("kind", "language", "version"):
        found[kind, language] = version
    return found


def as_document(round: Round, one: Material) -> Document:
    """The tree in the text's own language, with the round's topic and days filled in."""
    with translation.override(one.language):
        values = {
            "round": shown(in_languages(round, "title")).text,
            "days": ", ".join(long_date(day.date) for day in round.days.all()) or "–",
        }
        return kit.document(one.title, one.language, one.text, values)
