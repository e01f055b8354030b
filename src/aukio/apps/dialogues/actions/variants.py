"""Writing the short and the easy-language version: every sentence rests on the full summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.actions._checks import Words, in_languages
from aukio.apps.dialogues.actions._history import lock
from aukio.apps.dialogues.actions.meanwhile import State, as_it_is_now, refuse_overwriting
from aukio.apps.dialogues.actions.sentences import no_text, text_fields
from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.models import (
    Sentence,
    Summary,
    Variant,
    VariantKind,
    VariantSentence,
)
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record

ORDER = ("fi", "sv", "en")


@transaction.atomic
def write_variant_sentence(
    *,
    by: Person | None,
    summary: Summary,
    kind: str,
    texts: Words,
    statuses: Mapping[str, str] | None = None,
    sources: Sequence[Sentence] = (),
) -> VariantSentence:
    """Add a sentence to a version, last. Without sources it is kept but cannot be published."""
    require("dialogues.write_summary", by, summary.round)
    lock(summary.round)
    variant = _variant(summary, kind)
    fields = text_fields(texts, statuses or {})
    if not any(fields[f"text_{code}"] for code in texts):
        raise no_text()
    last = variant.sentences.aggregate(last=Max("order"))["last"] or 0
    made = VariantSentence.objects.create(variant=variant, order=last + 1, written_by=by, **fields)
    made.sources.set(_of_summary(summary, sources))
    _note(by, "write_variant_sentence", variant, made)
    return made


@transaction.atomic
def edit_variant_sentence(
    *,
    by: Person | None,
    sentence: VariantSentence,
    texts: Words,
    statuses: Mapping[str, str] | None = None,
    sources: Sequence[Sentence] | None = None,
    started_from: State | None = None,
) -> VariantSentence:
    """Change a sentence of a version; languages not given stay, and so do sources.

    ``started_from`` is what the sentence said when the writer opened it (``what_it_says``).
    Raises ``EditedMeanwhile`` when it says something else now; not asked when not given.
    """
    summary = sentence.variant.summary
    require("dialogues.write_summary", by, summary.round)
    lock(summary.round)
    fields = text_fields(texts, statuses or {})
    as_it_is_now(sentence)
    asked = {} if sources is None else {"sources": sorted(one.pk for one in sources)}
    refuse_overwriting(sentence, started_from, {**fields, **asked})
    for field, value in fields.items():
        setattr(sentence, field, value)
    if not (sentence.text_fi or sentence.text_sv or sentence.text_en):
        raise no_text()
    sentence.written_by = by
    sentence.save()
    if sources is not None:
        sentence.sources.set(_of_summary(summary, sources))
    _note(by, "edit_variant_sentence", sentence.variant, sentence)
    return sentence


@transaction.atomic
def remove_variant_sentence(*, by: Person | None, sentence: VariantSentence) -> None:
    """Take a sentence out of a version."""
    variant = sentence.variant
    require("dialogues.write_summary", by, variant.summary.round)
    lock(variant.summary.round)
    _note(by, "remove_variant_sentence", variant, sentence)
    sentence.delete()


@transaction.atomic
def order_variant_sentences(
    *, by: Person | None, variant: Variant, sentences: Sequence[VariantSentence]
) -> None:
    """Put a version's sentences in this order; every one must be given."""
    require("dialogues.write_summary", by, variant.summary.round)
    lock(variant.summary.round)
    ids = [one.pk for one in sentences]
    if sorted(ids) != sorted(variant.sentences.values_list("pk", flat=True)):
        raise InputFault(
            _("The order does not have exactly the sentences of the version."),
            mend=_("Reload the page and order them again."),
        )
    for order, pk in enumerate(ids, 1):
        VariantSentence.objects.filter(pk=pk).update(order=order)
    _note(by, "order_variant_sentences", variant, None)


@transaction.atomic
def set_variant_ready(
    *, by: Person | None, summary: Summary, kind: str, languages: Sequence[str]
) -> Variant:
    """Say in which languages a version is ready; in none, it is not published."""
    require("dialogues.write_summary", by, summary.round)
    lock(summary.round)  # what is being published has been checked as it is
    in_languages("ready", dict.fromkeys(languages, ""))
    variant = _variant(summary, kind)
    variant.ready = sorted(set(languages), key=ORDER.index)
    variant.save(update_fields=["ready"])
    _note(by, "set_variant_ready", variant, None)
    return variant


def _variant(summary: Summary, kind: str) -> Variant:
    if kind not in VariantKind.values:
        raise InputFault(
            _("“%(kind)s” is not a version of a summary.") % {"kind": kind},
            place=Place(field=pgettext("field", "version")),
            mend=_("Use one of: %(known)s.") % {"known": ", ".join(VariantKind.values)},
        )
    found, _made = Variant.objects.get_or_create(summary=summary, kind=kind)
    return found


def _of_summary(summary: Summary, sources: Sequence[Sentence]) -> list[Sentence]:
    if any(one.summary_id != summary.pk for one in sources):
        raise InputFault(
            _("A source is not a sentence of this summary."),
            place=Place(field=pgettext("field", "sources")),
            mend=_("Choose sentences of the full summary of this round."),
        )
    return list(sources)


def _note(by: Person | None, verb: str, variant: Variant, sentence: VariantSentence | None) -> None:
    detail = {
        "version": variant.kind,
        "ready": variant.ready,
        "sentence": sentence.pk if sentence else None,
    }
    record(by=by, verb=f"dialogues.{verb}", target=variant.summary.round, detail=detail)
