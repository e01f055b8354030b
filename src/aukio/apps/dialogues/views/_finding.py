"""Finding what an address is about; each raises ``Http404`` when it is not there.

A ``find_…`` takes the address's own names, so that ``@allowed(…, find=…)`` can use it too.
"""

from __future__ import annotations

from typing import Any, TypeVar

from django.http import Http404
from django.shortcuts import get_object_or_404

from aukio.apps.dialogues.models import Dialogue, Quote, Record, Round, Sentence, Theme
from aukio.apps.dialogues.queries import rounds_for
from aukio.shared.numbers import whole

T = TypeVar("T")


def find_round(slug: str, **_rest: Any) -> Round:
    return get_object_or_404(Round, slug=slug)


def visible_round(person: Any, slug: str) -> Round:
    """A round this person may see. The name may come from a question in the address."""
    return get_object_or_404(rounds_for(person), slug=slug)


def find_dialogue(dialogue: int, **_rest: Any) -> Dialogue:
    return get_object_or_404(Dialogue.objects.select_related("round", "organiser"), pk=dialogue)


def find_record(record: int, **_rest: Any) -> Record:
    return get_object_or_404(
        Record.objects.select_related("dialogue__round", "dialogue__organiser"), pk=record
    )


def find_theme(theme: int, **_rest: Any) -> Theme:
    return get_object_or_404(
        Theme.objects.select_related("round").filter(merged_into=None), pk=theme
    )


def find_sentence(sentence: int, **_rest: Any) -> Sentence:
    return get_object_or_404(
        Sentence.objects.select_related("summary__round", "theme__round"), pk=sentence
    )


def find_quote(quote: int, **_rest: Any) -> Quote:
    return get_object_or_404(
        Quote.objects.select_related("sentence__summary__round", "sentence__theme"), pk=quote
    )


def number_or_404(text: str) -> int:
    """An id that was sent; what is no number is not here."""
    return found(whole(text))


def found(thing: T | None) -> T:
    """The thing, or a page that says it is not here."""
    if thing is None:
        raise Http404
    return thing
