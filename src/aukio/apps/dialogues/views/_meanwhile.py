"""A sentence somebody else saved first: both texts beside each other, and nothing typed lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from django.http import QueryDict
from django.utils.translation import gettext as _

from aukio.apps.dialogues.forms.sentences import EditSentenceForm
from aukio.apps.dialogues.forms.started import sealed
from aukio.apps.dialogues.forms.variants import VariantSentenceForm
from aukio.apps.dialogues.models import Sentence, VariantSentence
from aukio.shared.i18n.times import date_and_time

CONFLICT = 409
Form = EditSentenceForm | VariantSentenceForm


@dataclass(frozen=True)
class Both:
    """One field in which the two differ; ``language`` is the text's, empty for a choice."""

    label: Any
    theirs: str
    yours: str
    language: str = ""
    is_taken: bool = False


@dataclass(frozen=True)
class Conflict:
    """What the page tells: who saved last and when, and the fields that differ."""

    said: str
    fields: list[Both]


def by_name(state: Mapping[str, Any], name: str) -> dict[str, Any]:
    """A sentence's state as a form has it: texts under ``name``, ids as text."""
    return {
        key.replace("text_", f"{name}_", 1): (
            [str(one) for one in value] if isinstance(value, list) else str(value)
        )
        for key, value in state.items()
    }


def compare(
    form: Form, sentence: Sentence | VariantSentence, state: dict[str, Any], name: str
) -> Conflict:
    """Both versions of what differs; the form is made ready to be saved once more.

    What the writer had left alone becomes theirs; whatever was typed stays. Saved again, it
    replaces what was read here and nothing newer. ``state`` is what the sentence says now.
    """
    theirs = by_name(state, name)
    before = by_name(form.cleaned_data["started_from"] or {}, name)
    mine = form.asked()
    data = cast(QueryDict, form.data).copy()
    data["started_from"] = sealed(state)
    fields = []
    for field, value in theirs.items():
        if _plain(value) == _plain(mine[field]):
            continue
        is_taken = field in before and _plain(before[field]) == _plain(mine[field])
        if is_taken and isinstance(value, list):
            data.setlist(field, value)
        elif is_taken and (value or not field.startswith("status_")):
            data[field] = value
        if not _is_told_by_text(field, theirs, mine, name):
            fields.append(
                Both(
                    form.fields[field].label,
                    _shown(form, field, value),
                    _shown(form, field, mine[field]),
                    field[-2:] if field.startswith(f"{name}_") else "",
                    is_taken,
                )
            )
    form.data = data
    return Conflict(_said(sentence), fields)


def _is_told_by_text(
    field: str, theirs: Mapping[str, Any], mine: Mapping[str, Any], name: str
) -> bool:
    """A status is compared only where both have a text: else the text alone says it."""
    text = field.replace("status_", f"{name}_", 1)
    return field.startswith("status_") and not (theirs[text] and mine[text])


def _plain(value: Any) -> Any:
    """A browser sends line ends as CR LF; a stored text may have its own."""
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value


def _shown(form: Form, field: str, value: Any) -> str:
    names = dict(getattr(form.fields[field], "choices", ()))
    if isinstance(value, list):
        return "\n".join(str(names.get(one, one)) for one in value)
    return str(names.get(value, value))


def _said(sentence: Sentence | VariantSentence) -> str:
    time = date_and_time(sentence.written_at)
    if sentence.written_by is None:
        return _("The sentence has changed while you were writing. It was last saved %(time)s.") % {
            "time": time
        }
    return _(
        "The sentence has changed while you were writing. %(name)s saved it last, %(time)s."
    ) % {"name": sentence.written_by, "time": time}
