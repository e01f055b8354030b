"""Reads for the pages: conversations, a voter's next statement, what was found in words."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from aukio.apps.dialogues.models import Publication, Round
from aukio.apps.dialogues.opinions.actions.proposing import EACH
from aukio.apps.dialogues.opinions.models import (
    Conversation,
    Found,
    Moderation,
    Stage,
    Statement,
    Vote,
    Voter,
)
from aukio.apps.dialogues.queries import Shown, publication_of, shown

LANGUAGES = ("fi", "sv", "en")
LETTERS = "ABCDE"


def texts(one: Any, field: str) -> dict[str, str]:
    """``{"fi": …}`` of the languages there are; an unknown language comes last, as "und"."""
    found = {code: str(getattr(one, f"{field}_{code}", "")) for code in LANGUAGES}
    other = str(getattr(one, f"{field}_other", ""))
    return {code: text for code, text in {**found, "und": other}.items() if text}


def question(conversation: Conversation) -> Shown:
    return shown(texts(conversation, "question"))


def words(statement: Statement) -> Shown:
    return shown(texts(statement, "text"))


@dataclass(frozen=True)
class Line:
    """A conversation in a list."""

    id: int
    question: Shown
    stage: Stage
    results_shown: bool
    is_imported: bool
    voters: int


def public_of(round: Round) -> list[Line]:
    """What anyone may see of the round: open for votes, or with results shown. One query."""
    rows = Conversation.objects.filter(round=round).filter(
        Q(stage=Stage.OPEN) | Q(results_shown=True)
    )
    return [_line(one, 0) for one in rows]


def all_of(round: Round) -> list[Line]:
    """Every conversation of the round, newest first. One query."""
    rows = Conversation.objects.filter(round=round).annotate(people=Count("voters"))
    return [_line(one, one.people) for one in rows]


def _line(one: Conversation, voters: int) -> Line:
    return Line(one.pk, question(one), Stage(one.stage), one.results_shown, one.is_imported, voters)


@dataclass(frozen=True)
class Ballot:
    """A voter's statements in their own random order, with their votes."""

    statements: tuple[Statement, ...]
    votes: dict[int, int]

    @property
    def next(self) -> Statement | None:
        return next((one for one in self.statements if one.pk not in self.votes), None)

    @property
    def done(self) -> int:
        return sum(one.pk in self.votes for one in self.statements)

    def get(self, pk: int | None) -> Statement | None:
        return next((one for one in self.statements if one.pk == pk), None)


def ballot(voter: Voter) -> Ballot:
    """Two queries. Statements added later come last, in their own random order."""
    rows = list(
        Statement.objects.filter(
            conversation=voter.conversation_id, moderation=Moderation.ACCEPTED
        ).order_by("number")
    )
    # A place drawn for each by itself: the order of the others never changes.
    rows.sort(key=lambda one: random.Random(f"{voter.seed}:{one.number}").random())  # noqa: S311
    votes = dict(Vote.objects.filter(voter=voter).values_list("statement_id", "value"))
    return Ballot(tuple(rows), votes)


def may_propose(voter: Voter) -> bool:
    """Statements of one's own are taken now, and this voter has some left. One query."""
    held = voter.conversation
    return held.takes_proposals and held.stage == Stage.OPEN and proposals_left(voter) > 0


def proposals_left(voter: Voter) -> int:
    return max(EACH - voter.proposed.count(), 0)


def proposed_by(voter: Voter) -> list[tuple[Statement, Shown]]:
    """The voter's own statements, with what was decided. One query."""
    return [(one, words(one)) for one in voter.proposed.order_by("number")]


def statements_of(conversation: Conversation) -> list[Any]:
    """Statements with the number of their votes: those that wait first. One query."""
    rows = conversation.statements.annotate(given=Count("votes")).order_by("number")
    return sorted(rows, key=lambda one: one.moderation != Moderation.WAITING)


def sentences_to_take(conversation: Conversation) -> list[tuple[int, Shown]]:
    """Sentences of the published summary that are no statements yet. Two queries."""
    try:
        content = publication_of(conversation.round.slug).content
    except Publication.DoesNotExist:
        return []
    taken = set(conversation.statements.values_list("sentence", flat=True))
    return [
        (sentence["id"], shown(sentence["text"]))
        for theme in content["themes"]
        for sentence in theme["sentences"]
        if sentence["id"] not in taken
    ]


@dataclass(frozen=True)
class Told:
    """A statement with what may be told of the votes on it; shares are per cent."""

    words: Shown
    votes: int | None
    shares: list[int] | None
    groups: list[dict[str, Any]] | None
    common: str
    division: float | None
    number: int


@dataclass(frozen=True)
class Results:
    """What was found, ready for a page."""

    voters: int
    mapped: int
    stability: float | None
    groups: list[dict[str, Any]]
    statements: dict[int, Told]
    computed_at: Any

    def named(self, number: int) -> str:
        return LETTERS[number]

    def representative(self, number: int) -> list[Told]:
        """What stands for a group, without statements whose groups are not told."""
        chosen = (self.statements.get(one) for one in self.groups[number]["representative"])
        return [one for one in chosen if one and one.groups and one.groups[number]["significant"]]

    @property
    def uniting(self) -> list[Told]:
        """What most share; with groups, what the larger part of every group shares."""
        found = [one for one in self.statements.values() if one.common and one.shares]
        return [one for one in found if not one.groups or _shared(one)]

    @property
    def dividing(self) -> list[Told]:
        """The five statements on which groups differ most, by 30 percentage points or more."""
        found = [one for one in self.statements.values() if one.groups and _spread(one) >= 30]
        return sorted(found, key=lambda one: -_spread(one))[:5]


def results(conversation: Conversation) -> Results | None:
    """What was found, or nothing. Two queries."""
    found = Found.objects.filter(conversation=conversation).first()
    if found is None:
        return None
    known = {one.number: words(one) for one in conversation.statements.all()}
    content = found.content
    told = [
        Told(words=known[one["number"]], **one)
        for one in content["statements"]
        if one["number"] in known
    ]
    return Results(
        voters=content["voters"],
        mapped=content["mapped"],
        stability=content["stability"],
        groups=content["groups"],
        statements={one.number: one for one in told},
        computed_at=found.computed_at,
    )


def _spread(one: Told) -> int:
    shares = [row["shares"][0] for row in one.groups or []]
    return max(shares) - min(shares) if shares else 0


def _shared(one: Told) -> bool:
    side = 0 if one.common == "agree" else 1
    return all(row["shares"][side] > 50 for row in one.groups or [])
