"""Published rounds of many dialogues, made for counting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from aukio.apps.dialogues import actions
from aukio.apps.dialogues.foresight import actions as own
from aukio.apps.dialogues.models import (
    Dialogue,
    GroupCount,
    Permission,
    Round,
    RoundStatus,
    TextStatus,
    Theme,
)
from aukio.apps.dialogues.tests.factories import DialogueFactory, RoundFactory, reading
from aukio.shared.areas import queries as areas
from aukio.shared.areas.models import Area

THEMES = ("Yksin", "Bussi", "Hinta")
SECRET = "Salaisuus jää tähän huoneeseen."


@dataclass(frozen=True)
class Heard:
    """A dialogue: the themes it speaks of (by number), where, and with how many."""

    themes: Sequence[int] = (0,)
    people: int | None = 12
    town: str = ""  # a municipality's code
    language: str = "fi"
    groups: Mapping[str, int] = field(default_factory=dict)
    permission: Permission = Permission.QUOTES
    organiser: Any = None


@dataclass(frozen=True)
class Made:
    round: Round
    dialogues: list[Dialogue]
    themes: list[Theme]


def town(code: str, name: str, county: str = "") -> Area:
    """A municipality, in a county where one is given; as it is if it is there already."""
    found = areas.find(Area.Kind.MUNICIPALITY, code)
    if found is not None:
        return found
    over = areas.find(Area.Kind.WELLBEING, county) if county else None
    if county and over is None:
        over = Area.objects.create(
            kind=Area.Kind.WELLBEING,
            code=county,
            name_fi=f"Alue {county}",
            name_sv=f"Område {county}",
            name_en=f"County {county}",
            first_year=2023,
        )
    return Area.objects.create(
        kind=Area.Kind.MUNICIPALITY,
        code=code,
        name_fi=name,
        name_sv=name,
        name_en=name,
        first_year=2023,
        wellbeing=over,
    )


def published(heard: Sequence[Heard], *, themes: Sequence[str] = THEMES, **fields: Any) -> Made:
    """A round of these dialogues, each with one remark a theme, quoted where that is allowed.

    A theme without any quote is not in the summary.
    """
    made: Round = RoundFactory(status=RoundStatus.SUMMARISING, **fields)
    kept = [
        actions.create_theme(by=None, round=made, title={"fi": one, "sv": one, "en": one})
        for one in themes
    ]
    quoted = {theme for one in heard if one.permission != Permission.NONE for theme in one.themes}
    sentences = {place: _sentence(kept[place]) for place in sorted(quoted)}
    held = []
    for number, one in enumerate(heard):
        dialogue = _dialogue(made, one, number)
        held.append(dialogue)
        _record(dialogue, one, kept, sentences)
    actions.set_ready(by=None, summary=made.summary, languages=["fi", "sv", "en"])
    actions.publish(by=None, round=made)
    made.refresh_from_db()
    return Made(made, held, kept)


def two_rounds(before: Sequence[Heard], after: Sequence[Heard], **fields: Any) -> tuple[Made, Made]:
    """An earlier and a later round with the same names of themes."""
    return published(before, year=2025, **fields), published(after, year=2026, **fields)


def linked(one: Theme, other: Theme) -> Any:
    return own.link_by_hand(by=None, one=one.pk, other=other.pk)


def _dialogue(round: Round, one: Heard, number: int) -> Dialogue:
    fields: dict[str, Any] = {"organiser": one.organiser} if one.organiser else {}
    made: Dialogue = DialogueFactory(
        round=round,
        title=f"Keskustelu {round.year} {number}",
        participants=one.people,
        municipality=areas.find(Area.Kind.MUNICIPALITY, one.town) if one.town else None,
        **fields,
    )
    for group, count in one.groups.items():
        GroupCount.objects.create(dialogue=made, group=group, count=count)
    return made


def _record(dialogue: Dialogue, one: Heard, themes: list[Theme], sentences: dict[int, Any]) -> None:
    lines = [f"Sana {dialogue.pk} teemasta {theme}." for theme in one.themes] or ["Muuta."]
    text = "\n".join([*lines, SECRET]) + "\n"
    record = actions.import_record(
        by=None,
        dialogue=dialogue,
        reading=reading(text, name=f"{dialogue.pk}.txt"),
        language=one.language,
        permission=one.permission,
    )
    notes = list(record.notes.all())
    for place, theme in enumerate(one.themes):
        actions.move_notes(by=None, notes=[notes[place]], to=themes[theme])
        if one.permission != Permission.NONE:
            actions.pick_quote(by=None, sentence=sentences[theme], note=notes[place])


def _sentence(theme: Theme) -> Any:
    words = f"Teemasta {theme.title_fi} puhuttiin"
    checked = TextStatus.HUMAN_CHECKED
    return actions.write_sentence(
        by=None,
        theme=theme,
        texts={"fi": f"{words}.", "sv": f"{words} (sv).", "en": f"{words} (en)."},
        statuses={"fi": TextStatus.ORIGINAL, "sv": checked, "en": checked},
    )
