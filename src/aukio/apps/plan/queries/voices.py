"""Comments that are shown, with every response that was given with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from aukio.apps.plan.models import Measure, Response


@dataclass(frozen=True)
class Answer:
    """A response as it was given."""

    text: str
    language: str
    at: datetime


@dataclass(frozen=True)
class ToldComment:
    """A comment and its newest response; ``earlier`` ones oldest first."""

    name: str
    text: str
    language: str
    at: datetime
    response: Answer
    earlier: tuple[Answer, ...]


def told_comments(measure: Measure) -> list[ToldComment]:
    """The shown comments on the measure, oldest first; one query.

    A response that left its comment out was not public, and does not become so.
    """
    rows = Response.objects.filter(comment__measure=measure, comment__shown=True, shown=True)
    rows = rows.select_related("comment")
    in_order = rows.order_by("comment__at", "comment", "sequence")
    return [_told(given) for _comment, given in groupby(in_order, lambda one: one.comment_id)]


def _told(given: Iterable[Response]) -> ToldComment:
    *earlier, newest = given
    comment = newest.comment
    return ToldComment(
        name=comment.name,
        text=comment.text,
        language=comment.language,
        at=comment.at,
        response=_answer(newest),
        earlier=tuple(_answer(one) for one in earlier),
    )


def _answer(one: Response) -> Answer:
    return Answer(one.text, one.language, one.at)
