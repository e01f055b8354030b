"""A whole round to look at: two dialogues that may be quoted, one that may not, published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.models import (
    Dialogue,
    Permission,
    Record,
    Round,
    RoundStatus,
    Sentence,
    TextStatus,
    Theme,
)
from aukio.apps.dialogues.tests.factories import DialogueFactory, RoundFactory, reading
from aukio.shared.organisations.tests.factories import organisation

FINNISH = "Ilta on pitkä.\nKukaan ei soita minulle.\nKirjastossa sanotaan päivää.\n"
SWEDISH = "Ingen ringer längre.\nBussen går inte på kvällen.\n"
SECRET = "Tätä en halua kenenkään lukevan.\nSalaisuus jää tähän huoneeseen.\n"
WORDS = {
    "text_fi": "Moni kertoi yksinäisistä illoista.",
    "text_sv": "Många berättade om ensamma kvällar.",
    "text_en": "Many told of lonely evenings.",
}


@dataclass(frozen=True)
class Scene:
    round: Round
    dialogues: list[Dialogue]
    records: list[Record]
    theme: Theme
    sentence: Sentence
    secret: Record

    @property
    def addresses(self) -> dict[str, dict[str, Any]]:
        """Every public route with what it needs."""
        slug = {"slug": self.round.slug}
        return {
            "dialogues:round": slug,
            "dialogues:dialogues": slug,
            "dialogues:dialogue": {**slug, "dialogue": self.dialogues[0].pk},
            "dialogues:theme": {**slug, "theme": self.theme.pk},
            "dialogues:sentence": {**slug, "sentence": self.sentence.pk},
            "dialogues:download": {**slug, "form": "csv"},
        }


def scene(*, published: bool = True, more: int = 0, **round_fields: Any) -> Scene:
    """``more`` adds that many sentences, each with a quote."""
    made: Round = RoundFactory(
        status=RoundStatus.SUMMARISING,
        description_fi="Mikä tuo turvaa?",
        description_sv="Vad ger trygghet?",
        description_en="What brings safety?",
        **round_fields,
    )
    held = [_dialogue(made, name) for name in ("Kirjasto, Kuopio", "Biblioteket, Borgå", "Talo")]
    texts = [(FINNISH, "fi", "quotes"), (SWEDISH, "sv", "whole"), (SECRET, "fi", "none")]
    records = [
        actions.import_record(
            by=None,
            dialogue=one,
            reading=reading(text, name=f"{language}.txt"),
            language=language,
            permission=Permission(permission),
        )
        for one, (text, language, permission) in zip(held, texts, strict=True)
    ]
    theme = actions.create_theme(
        by=None, round=made, title={"fi": "Yksin", "sv": "Ensam", "en": "Alone"}
    )
    notes = [note for record in records for note in record.notes.all()]
    actions.move_notes(by=None, notes=notes, to=theme)
    sentence = _sentence(theme, records)
    for number in range(more):
        _sentence(theme, records, end=f" {number}")
    actions.set_ready(by=None, summary=sentence.summary, languages=["fi", "sv", "en"])
    if published:
        actions.publish(by=None, round=made)
    made.refresh_from_db()
    return Scene(made, held, records, theme, sentence, records[2])


def _dialogue(round: Round, title: str) -> Dialogue:
    made: Dialogue = DialogueFactory(
        round=round,
        title=title,
        organiser=organisation(name_sv="Ämbetsverket", name_en="The agency"),
        date=date(2026, 10, 6),
        participants=14,
    )
    return made


def _sentence(theme: Theme, records: list[Record], end: str = "") -> Sentence:
    texts = {name.removeprefix("text_"): text + end for name, text in WORDS.items()}
    made = actions.write_sentence(
        by=None,
        theme=theme,
        texts=texts,
        statuses={
            "fi": TextStatus.ORIGINAL,
            "sv": TextStatus.HUMAN_CHECKED,
            "en": TextStatus.MACHINE,
        },
    )
    first, second = records[0].notes.all()[1], records[1].notes.first()
    actions.pick_quote(by=None, sentence=made, note=first, start=0, end=15)
    actions.pick_quote(by=None, sentence=made, note=second)
    return made
