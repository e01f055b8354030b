"""Published rounds as they may be read now, with who spoke of what.

The wing reads nothing else of what people said: not the desk, not a record (an organiser's own
excepted, see ``own.py``). Words go through ``permitted``.

Numbers that a slice shows are worked out from two things only, both decided once for the whole
round: the numbers of people that are public already, dialogue by dialogue (``taking_part``),
and what the dialogues with such a number spoke of. Whatever slices are added together or taken
from one another, nothing comes out that was not public before.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from aukio.apps.dialogues.foresight.models import Spread
from aukio.apps.dialogues.frozen import FORMAT
from aukio.apps.dialogues.models import Publication, Round, RoundStatus, Season
from aukio.apps.dialogues.permissions import permitted
from aukio.apps.dialogues.queries import Shown, shown
from aukio.apps.dialogues.taking_part import told_again

Tree = dict[str, Any]
FEWEST_TOGETHER = 2  # a small dialogue never stands alone


@dataclass(frozen=True)
class Said:
    """Exact words that may be shown, and the sentence of the summary that rests on them."""

    text: str
    language: str
    dialogue: int
    theme: int
    sentence: int
    sentence_texts: dict[str, str]
    slug: str

    @property
    def sentence_words(self) -> Shown:
        return shown(self.sentence_texts)


@dataclass(frozen=True)
class Voices:
    """One published round: ``content`` as ``permitted`` gives it, ``spread`` by dialogue.

    ``open`` are the dialogues with remarks that are published whole.
    """

    round: Round
    content: Tree
    spread: dict[int, Tree]
    open: frozenset[int] = frozenset()

    @property
    def slug(self) -> str:
        return self.round.slug

    @property
    def title(self) -> Shown:
        return shown(self.content["round"]["title"])

    @cached_property
    def themes(self) -> dict[int, Tree]:
        return {one["id"]: one for one in self.content["themes"]}

    @cached_property
    def dialogues(self) -> dict[int, Tree]:
        return {one["id"]: one for one in self.content["dialogues"]}

    @cached_property
    def people(self) -> dict[int, int]:
        """By dialogue, the number of people that is public: five or more, or nobody."""
        counts = {one["id"]: one["participants"] for one in self.content["dialogues"]}
        return {dialogue: count for dialogue, count in counts.items() if count is not None}

    @cached_property
    def speaking(self) -> dict[int, Tree]:
        """Dialogues that left remarks, by id."""
        return {one: row for one, row in self.spread.items() if row["notes"]}

    @cached_property
    def safe(self) -> dict[int, Tree]:
        """Those of them that slices are counted from: enough people, and not ``kept_back``."""
        return {
            one: row
            for one, row in self.speaking.items()
            if self.people.get(one) and one not in self.kept_back
        }

    @cached_property
    def kept_back(self) -> frozenset[int]:
        """Larger dialogues that slices do not count, so that the small ones stay hidden.

        How many dialogues spoke of a theme is public. Less those that slices count it leaves the
        small dialogues: were they alone, and all had spoken of it, that would tell so of each.
        So larger ones that did not speak of it stay with them. They are chosen once for the
        round, and those whose records are open last: what these spoke of is known. A theme that
        every dialogue spoke of hides nothing.
        """
        small = [row for one, row in self.speaking.items() if not self.people.get(one)]
        if not small:
            return frozenset()
        large = sorted(
            (one for one in self.speaking if self.people.get(one)),
            key=lambda one: (one in self.open, self.people[one], one),
        )
        kept: list[int] = []
        for one in large:
            together = [*small, *(self.speaking[other] for other in kept)]
            telling = {t for t in self._some if all(speaks(row, t) for row in together)}
            if len(together) < FEWEST_TOGETHER or any(
                not speaks(self.speaking[one], theme) for theme in telling
            ):
                kept.append(one)
        return frozenset(kept)

    @cached_property
    def _some(self) -> frozenset[int]:
        """Themes that some dialogues spoke of and others did not."""
        rows = list(self.speaking.values())
        return frozenset(
            theme for theme in self.themes if not all(speaks(row, theme) for row in rows)
        )

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every quote that may be shown, in the summary's order."""
        return tuple(
            Said(
                text=quote["text"],
                language=quote["language"],
                dialogue=quote["dialogue"],
                theme=theme["id"],
                sentence=sentence["id"],
                sentence_texts=sentence["text"],
                slug=self.slug,
            )
            for theme in self.content["themes"]
            for sentence in theme["sentences"]
            for quote in sentence["quotes"]
        )


def speaks(row: Tree, theme: int) -> bool:
    return str(theme) in row["themes"]


def voices(slug: str = "") -> tuple[Voices, ...]:
    """Published rounds, oldest first; three queries at most, whatever their number.

    With ``slug`` that round alone. Without, sample rounds only while there are no others.
    """
    newest = _newest(slug)
    if not slug:
        newest = [one for one in newest if not one.round.is_sample] or newest
    return _read(newest)


def every_voice() -> tuple[Voices, ...]:
    """All published rounds, sample and real, oldest first."""
    return _read(_newest(""))


def _read(newest: list[Publication]) -> tuple[Voices, ...]:
    allowed = _permitted(newest)
    return tuple(
        Voices(one.round, content, _spread(one), frozenset(n["dialogue"] for n in one.notes))
        for one, content in zip(newest, allowed, strict=True)
    )


def _newest(slug: str) -> list[Publication]:
    """The newest version of each round's summary, oldest round first."""
    rows = Publication.objects.exclude(round__status=RoundStatus.PLANNED)
    if slug:
        rows = rows.filter(round__slug=slug)
    rows = rows.select_related("round", "spread").order_by("round", "version")
    found = {one.round_id: one for one in rows}
    return sorted(found.values(), key=_when)


def _when(one: Publication) -> tuple[int, bool, int]:
    return one.round.year, one.round.season == Season.AUTUMN, one.round_id


def _permitted(publications: list[Publication]) -> list[Tree]:
    """What may be read of each, asked of all at once: a theme belongs to one round only."""
    every = [theme for one in publications for theme in one.content["themes"]]
    together = Publication(content={"format": FORMAT, "themes": every}, notes=[])
    content, _notes = permitted(together)
    themes = iter(content["themes"])
    found = []
    for one in publications:
        own = [next(themes) for _theme in one.content["themes"]]
        found.append({**told_again(one.content), "themes": own})
    return found


def _spread(publication: Publication) -> dict[int, Tree]:
    kept: Spread | None = getattr(publication, "spread", None)
    return {row["id"]: row for row in kept.dialogues} if kept else {}


def by_dialogue(said: tuple[Said, ...]) -> dict[int, list[Said]]:
    found: dict[int, list[Said]] = defaultdict(list)
    for one in said:
        found[one.dialogue].append(one)
    return found
