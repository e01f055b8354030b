"""Two people with one sentence open: who saves later learns what the other has saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext as _

from aukio.apps.dialogues.actions._checks import PUBLISHED
from aukio.apps.dialogues.faults import EditedMeanwhile, InputFault
from aukio.apps.dialogues.models import Sentence, VariantSentence

State = Mapping[str, Any]
TEXTS = tuple(f"{part}_{code}" for code in PUBLISHED for part in ("text", "status"))


def what_it_says(sentence: Sentence | VariantSentence) -> dict[str, Any]:
    """What a form of the sentence can change, as JSON holds it.

    ``{"text_fi": "…", "status_fi": "…", …}`` with ``voice`` and ``theme`` (an id), or with
    ``sources`` (ids in order) for a sentence of a version.
    """
    says: dict[str, Any] = {name: getattr(sentence, name) for name in TEXTS}
    if isinstance(sentence, Sentence):
        return {**says, "voice": sentence.voice, "theme": sentence.theme_id}
    return {**says, "sources": sorted(sentence.sources.values_list("pk", flat=True))}


def as_it_is_now(sentence: Sentence | VariantSentence) -> None:
    """Read the sentence again and hold its row, so that nothing older is written back."""
    rows: Any = type(sentence)._default_manager.select_for_update()
    try:
        sentence.refresh_from_db(from_queryset=rows)
    except ObjectDoesNotExist as gone:
        raise InputFault(
            _("The sentence has been removed while you were writing."),
            mend=_("Write it as a new sentence."),
        ) from gone


def refuse_overwriting(
    sentence: Sentence | VariantSentence, started_from: State | None, asked: State
) -> None:
    """Raise ``EditedMeanwhile`` when the sentence no longer says what the writer started from.

    Without ``started_from`` nothing is asked; what would change nothing overwrites nothing.
    """
    if started_from is None:
        return
    now = what_it_says(sentence)
    if started_from != now and {**now, **asked} != now:
        raise EditedMeanwhile
