"""The rules as data: level by profile, words in three languages, sources and examples."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

LANGUAGES = ("fi", "sv", "en")
RULE_FILES = ("length", "grammar", "words", "figures", "layout")
Said = Mapping[str, str]
"""One sentence in Finnish, Swedish and English, by language code."""


class Profile(StrEnum):
    """For whom a text is checked."""

    EASY = "easy"
    OFFICIAL = "official"
    WEB = "web"


class Level(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `message` may hold {word}, {count}, {limit} and {plain}."""

    id: str
    levels: Mapping[Profile, Level]
    message: Said
    why: Said
    sources: tuple[Said, ...]
    bad: Said
    good: Said


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its id."""
    sources = load("sources")
    found = {}
    for name in RULE_FILES:
        for rule_id, entry in load(name).items():
            found[rule_id] = Rule(
                id=rule_id,
                levels={Profile(key): Level(value) for key, value in entry["levels"].items()},
                message=entry["message"],
                why=entry["why"],
                sources=tuple(sources[source] for source in entry["sources"]),
                bad=entry["bad"],
                good=entry["good"],
            )
    return found


@cache
def load(name: str) -> Any:
    """One data file of the catalogue."""
    folder = files("aukio.engines.clarity") / "_catalogue"
    return yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def any_of(file: str, language: str, key: str) -> re.Pattern[str]:
    """The regular expressions of a list, joined, matching whole words without regard to case."""
    alternatives = "|".join(load(file)[language][key])
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)
