"""Writing the summary: sentences are people's, and each leads back to exact words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.actions._checks import Words, in_languages, live_theme
from aukio.apps.dialogues.actions._history import history, lock
from aukio.apps.dialogues.actions.meanwhile import State, as_it_is_now, refuse_overwriting
from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.models import Sentence, Summary, TextStatus, Theme, Voice
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record


@transaction.atomic
def write_sentence(
    *,
    by: Person | None,
    theme: Theme,
    texts: Words,
    statuses: Mapping[str, str] | None = None,
    voice: str = Voice.SHARED,
) -> Sentence:
    """Add a sentence to a theme, last. ``statuses`` by language; "original" when not told."""
    round = theme.round
    require("dialogues.write_summary", by, round)
    live_theme(theme, round)
    fields = text_fields(texts, statuses or {})
    if not any(fields[f"text_{code}"] for code in texts):
        raise no_text()
    summary, _made = Summary.objects.get_or_create(round=round)
    last = theme.sentences.aggregate(last=Max("order"))["last"] or 0
    with history("write_sentence", by=by, round=round) as touched:
        sentence = Sentence.objects.create(
            summary=summary,
            theme=theme,
            order=last + 1,
            voice=_voice(voice),
            written_by=by,
            **fields,
        )
        touched.sentences.add(sentence.pk)
    return sentence


@transaction.atomic
def edit_sentence(
    *,
    by: Person | None,
    sentence: Sentence,
    texts: Words,
    statuses: Mapping[str, str] | None = None,
    voice: str | None = None,
    theme: Theme | None = None,
    started_from: State | None = None,
) -> Sentence:
    """Change a sentence; languages not given stay. Editing a proposal makes it one's own.

    ``started_from`` is what the sentence said when the writer opened it (``what_it_says``).
    Raises ``EditedMeanwhile`` when it says something else now; not asked when not given.
    """
    round = sentence.summary.round
    require("dialogues.write_summary", by, round)
    values: dict[str, object] = dict(text_fields(texts, statuses or {}))
    if voice is not None:
        values["voice"] = _voice(voice)
    if theme is not None:
        live_theme(theme, round)
    with history("edit_sentence", by=by, round=round, sentences=[sentence.pk]):
        as_it_is_now(sentence)
        moved = {"theme": theme.pk} if theme else {}
        refuse_overwriting(sentence, started_from, {**values, **moved})
        for field, value in values.items():
            setattr(sentence, field, value)
        if not (sentence.text_fi or sentence.text_sv or sentence.text_en):
            raise no_text()
        if theme is not None:
            sentence.theme = theme
        sentence.accepted = True
        sentence.written_by = by
        sentence.save()
    return sentence


@transaction.atomic
def remove_sentence(*, by: Person | None, sentence: Sentence) -> None:
    """Take a sentence out of the summary; its words stay in their record."""
    round = sentence.summary.round
    require("dialogues.write_summary", by, round)
    with history("remove_sentence", by=by, round=round, sentences=[sentence.pk]):
        sentence.delete()


@transaction.atomic
def order_sentences(*, by: Person | None, theme: Theme, sentences: Sequence[Sentence]) -> None:
    """Put a theme's sentences in this order; every sentence of the theme must be given."""
    require("dialogues.write_summary", by, theme.round)
    ids = [sentence.pk for sentence in sentences]
    if sorted(ids) != sorted(theme.sentences.values_list("pk", flat=True)):
        raise InputFault(
            _("The order does not have exactly the sentences of the theme."),
            mend=_("Reload the page and order them again."),
        )
    with history("order_sentences", by=by, round=theme.round, sentences=ids):
        for order, pk in enumerate(ids, 1):
            Sentence.objects.filter(pk=pk).update(order=order)


@transaction.atomic
def set_ready(*, by: Person | None, summary: Summary, languages: Sequence[str]) -> Summary:
    """Say in which languages the summary is ready to be published."""
    require("dialogues.write_summary", by, summary.round)
    lock(summary.round)  # what is being published has been checked as it is
    in_languages("ready", dict.fromkeys(languages, ""))
    summary.ready = sorted(set(languages), key=["fi", "sv", "en"].index)
    summary.save(update_fields=["ready"])
    detail = {"languages": summary.ready}
    record(by=by, verb="dialogues.set_ready", target=summary.round, detail=detail)
    return summary


def text_fields(texts: Words, statuses: Mapping[str, str]) -> dict[str, str]:
    """``text_…`` and ``status_…`` of the languages given; an empty text has no status."""
    fields = in_languages("text", texts)
    for code in texts:
        status = statuses.get(code) or TextStatus.ORIGINAL
        if status not in TextStatus.values:
            raise InputFault(
                _("“%(status)s” is not the state of a translation.") % {"status": status},
                place=Place(field=pgettext("field", "translation")),
                mend=_("Use one of: %(known)s.") % {"known": ", ".join(TextStatus.values)},
            )
        fields[f"status_{code}"] = str(status) if fields[f"text_{code}"] else ""
    return fields


def _voice(voice: str) -> str:
    if voice not in Voice.values:
        raise InputFault(
            _("“%(voice)s” is not known here.") % {"voice": voice},
            place=Place(field=pgettext("field", "voice")),
            mend=_("Use one of: %(known)s.") % {"known": ", ".join(Voice.values)},
        )
    return voice


def no_text() -> InputFault:
    """A sentence has words in some language."""
    return InputFault(
        _("The sentence has no text."),
        place=Place(field=pgettext("field", "text")),
        mend=_("Write it in at least one language, or remove it."),
    )
