"""What the core group sees of a round's brief and questions."""

from __future__ import annotations

from dataclasses import dataclass

from aukio.apps.dialogues.faults import Offence
from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.impact import frozen
from aukio.apps.dialogues.impact.models import Brief, Edition, Point, PointKind
from aukio.apps.dialogues.impact.offences import fits, offences_of
from aukio.apps.dialogues.impact.queries.ledger import Asked, of_round
from aukio.apps.dialogues.impact.sheet import Fit
from aukio.apps.dialogues.impact.sources import Source, sources_of
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.queries import Shown, shown


@dataclass(frozen=True)
class PointLine:
    """A point with what it says now, and the sentence behind it."""

    point: Point
    words: Shown
    source: Source | None
    theme: Shown
    is_first: bool
    is_last: bool


@dataclass(frozen=True)
class BriefDesk:
    brief: Brief
    findings: tuple[PointLine, ...]
    wishes: tuple[PointLine, ...]
    left: tuple[tuple[Source, Shown, Shown], ...]
    fits: tuple[Fit, ...]
    offences: tuple[Offence, ...]
    editions: tuple[Edition, ...]
    content: frozen.Tree


@dataclass(frozen=True)
class ThemeLine:
    """A published theme and the questions about it."""

    id: int
    title: Shown
    questions: tuple[Asked, ...]


def brief_desk(brief: Brief) -> BriefDesk:
    """Everything the brief's page shows."""
    sources = sources_of(brief.round)
    used = set(brief.points.values_list("sentence", flat=True))
    content = frozen.freeze(brief)
    measured = fits(content)
    return BriefDesk(
        brief=brief,
        findings=_lines(brief, PointKind.FINDING, sources.by_id()),
        wishes=_lines(brief, PointKind.WISH, sources.by_id()),
        left=tuple(
            (one, shown(one.text, one.status), shown(one.theme_title))
            for one in sources.sentences
            if one.id not in used
        ),
        fits=tuple(measured),
        offences=tuple(offences_of(brief, content, measured)),
        editions=tuple(brief.round.brief_editions.defer("content")),
        content=content,
    )


def themes_asked(round: Round) -> list[ThemeLine]:
    """Themes of the published summary in order, each with its questions."""
    titles = {one.theme: one.theme_title for one in sources_of(round).sentences}
    questions = of_round(round)
    return [
        ThemeLine(pk, shown(title), tuple(one for one in questions if one.theme == pk))
        for pk, title in titles.items()
    ]


def _lines(brief: Brief, kind: str, known: dict[int, Source]) -> tuple[PointLine, ...]:
    points = [point for point in brief.points.all() if point.kind == kind]
    return tuple(
        _line(point, known.get(point.sentence_id), at == 0, at == len(points) - 1)
        for at, point in enumerate(points)
    )


def _line(point: Point, source: Source | None, is_first: bool, is_last: bool) -> PointLine:
    if source is None:
        own = in_languages(point, "text")
        return PointLine(point, shown(own), None, shown({}), is_first, is_last)
    told = frozen.told(point, source)
    words = shown(told["text"], told["status"])
    return PointLine(point, words, source, shown(source.theme_title), is_first, is_last)
