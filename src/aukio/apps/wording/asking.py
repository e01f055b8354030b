"""How a text is to be checked, and the check itself."""

from __future__ import annotations

from dataclasses import dataclass

from aukio.apps.wording.models import Profile
from aukio.engines import clarity
from aukio.engines.clarity import Document, Glossary, Report, Request, Suppression


@dataclass(frozen=True, slots=True)
class LetBe:
    """A rule somebody lets be, with the reason; in one place when there is a place."""

    rule: str
    reason: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person chose. ``series`` ties checks of one text together; see figures.

    ``organisation`` is the id of the one whose glossary is used, ``say_in`` the reader's
    language.
    """

    language: str
    profile: str
    goal: float
    say_in: str
    ending: str = ".txt"
    name: str = ""
    organisation: int | None = None
    series: str = ""
    let_be: tuple[LetBe, ...] = ()


def goal_of(profile: str) -> float:
    """The score that is aimed at when nobody says another."""
    return clarity.GOALS[clarity.Profile(profile)]


def surface(document: Document, asked: Asked, glossary: Glossary | None = None) -> Report:
    """What is seen at once, without a language model: for web processes."""
    return clarity.check(document, _request(asked, glossary, deep=False))


def whole(document: Document, asked: Asked, glossary: Glossary | None = None) -> Report:
    """All rules. Loads language models of hundreds of megabytes: for the worker only."""
    return clarity.check(document, _request(asked, glossary, deep=True))


def _request(asked: Asked, glossary: Glossary | None, *, deep: bool) -> Request:
    return Request(
        profile=clarity.Profile(asked.profile),
        language=asked.language,
        say_in=asked.say_in,
        glossary=glossary or Glossary(),
        suppressions=tuple(
            Suppression(one.rule, one.reason, one.start, one.end) for one in asked.let_be
        ),
        deep=deep,
    )


PROFILES = tuple(Profile.values)
