"""Which language each note of a record is in: told by a person, or recognised."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.intake.reading import Reading
from aukio.apps.dialogues.models import LANGUAGES
from aukio.engines.text import identify_languages, language_code


@dataclass(frozen=True)
class Told:
    """The record's language, and each note's in the order of the spans."""

    record: str
    notes: list[str]


def languages_of(reading: Reading, language: str) -> Told:
    """The span's own language wins, then the given one, then what the words look like.

    Raises ``InputFault`` for a language nobody here knows.
    """
    given = _known(language, Place(field=pgettext("field", "language"))) if language else ""
    told = [_of_span(reading, row) or given for row in range(len(reading.spans))]
    if not all(told):
        texts = [reading.text[span.start : span.end] for span in reading.spans]
        guessed = [code[:3] for code in identify_languages(texts)]
        told = [one or guess for one, guess in zip(told, guessed, strict=True)]
    return Told(given or _commonest(reading, told), told)


def _of_span(reading: Reading, row: int) -> str:
    language = reading.spans[row].language
    return _known(language, Place(file=reading.name)) if language else ""


def _known(language: str, place: Place) -> str:
    code = language_code(language)
    if code not in LANGUAGES:
        raise InputFault(
            _("The language “%(language)s” is not known.") % {"language": language},
            place=place,
            mend=_("Use one of: %(known)s.") % {"known": ", ".join(LANGUAGES)},
        )
    return code


def _commonest(reading: Reading, told: list[str]) -> str:
    """The language most of the record's letters are in."""
    letters: Counter[str] = Counter()
    for span, language in zip(reading.spans, told, strict=True):
        letters[language] += span.end - span.start
    return letters.most_common(1)[0][0] if letters else "und"
