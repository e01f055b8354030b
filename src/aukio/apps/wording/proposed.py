"""Proposals of a language model, paragraph by paragraph, while a person looks at them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from pydantic import TypeAdapter, ValidationError

from aukio.apps.wording.models import KeptText
from aukio.engines.clarity import LanguageModel, LanguageModelError
from aukio.shared.accounts.sealing import seal, unseal

BETWEEN = re.compile(r"\n[ \t\r]*\n\s*")
MOST_PARAGRAPHS = 30
LONGEST_PARAGRAPH = 4_000
FEWEST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``after`` is empty where nothing was proposed. Scores are those of the paragraph alone.

    ``lost`` and ``added``: numbers, names, negations and modals that do not agree.
    """

    before: str
    after: str = ""
    lost: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    score_before: float = 0.0
    score_after: float = 0.0

    @property
    def keeps_facts(self) -> bool:
        return not self.lost and not self.added


_PARAGRAPHS: TypeAdapter[tuple[Paragraph, ...]] = TypeAdapter(tuple[Paragraph, ...])


def model() -> LanguageModel | None:
    """The model that the service has been given; none when it has not, or not a usable one."""
    if not settings.LANGUAGE_MODEL_URL:
        return None
    try:
        return LanguageModel(
            settings.LANGUAGE_MODEL_URL, settings.LANGUAGE_MODEL_NAME, settings.LANGUAGE_MODEL_KEY
        )
    except LanguageModelError:
        return None


def host() -> str:
    """The name of the machine that texts would be sent to."""
    return urlsplit(settings.LANGUAGE_MODEL_URL).hostname or ""


def paragraphs(text: str) -> list[str]:
    """The text cut at empty lines."""
    return [one.strip() for one in BETWEEN.split(text.replace("\r\n", "\n")) if one.strip()]


def is_asked(paragraph: str) -> bool:
    """A heading is left as it is: too short to be said more easily."""
    return len(paragraph.split()) >= FEWEST_WORDS and len(paragraph) <= LONGEST_PARAGRAPH


def sealed(rows: tuple[Paragraph, ...]) -> str:
    return seal(_PARAGRAPHS.dump_json(rows).decode())


def opened(row: KeptText) -> tuple[Paragraph, ...]:
    """What was proposed for a kept text; nothing before the worker is done."""
    found = unseal(row.sealed_proposal) if row.sealed_proposal else ""
    try:
        return _PARAGRAPHS.validate_json(found) if found else ()
    except ValidationError:
        return ()
