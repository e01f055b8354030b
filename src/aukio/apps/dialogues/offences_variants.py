"""Why a short or an easy-language version cannot be published with the summary."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aukio.apps.dialogues.faults import Offence
from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.models import (
    Round,
    Summary,
    TextStatus,
    Variant,
    VariantKind,
    VariantSentence,
)
from aukio.apps.dialogues.variant_sheet import pages
from aukio.shared.i18n.languages import language_name

ONE_PAGE = 1


def of_variants(round: Round, summary: Summary) -> Iterator[Offence]:
    """Of the versions marked ready in some language; three queries, and laying out the sheet."""
    found = summary.variants.prefetch_related("sentences__sources__quotes")
    for variant in found:
        if variant.ready:
            yield from _of_variant(round, summary, variant)


def _of_variant(round: Round, summary: Summary, variant: Variant) -> Iterator[Offence]:
    sentences = list(variant.sentences.all())
    if not sentences:
        yield _about(
            variant,
            _("The version has no sentences."),
            _("Write at least one, or do not mark the version ready."),
        )
        return
    for code in variant.ready:
        if code not in summary.ready:
            yield _about(
                variant,
                _("The version is ready in %(language)s, but the full summary is not.")
                % {"language": language_name(code)},
                _("Make the full summary ready in the language, or take it from the version."),
            )
    for sentence in sentences:
        yield from _of_sentence(sentence, variant)
    if variant.kind == VariantKind.SHORT:
        yield from _of_length(round, variant, sentences)


def _of_sentence(sentence: VariantSentence, variant: Variant) -> Iterator[Offence]:
    sources = list(sentence.sources.all())
    if not sources:
        yield _about(
            variant,
            _("The sentence has no source in the full summary."),
            _("Choose the sentences it rests on, or remove it."),
            sentence,
        )
    elif not any(one.quotes.all() for one in sources):
        yield _about(
            variant,
            _("No exact words stand behind the sentence."),
            _("Pick words for the sentences it rests on, or choose others."),
            sentence,
        )
    for code in variant.ready:
        if not getattr(sentence, f"text_{code}").strip():
            yield _about(
                variant,
                _("The sentence has no text in %(language)s.") % {"language": language_name(code)},
                _("Write the text, or do not mark the language ready."),
                sentence,
            )
        elif (
            variant.kind == VariantKind.EASY
            and getattr(sentence, f"status_{code}") == TextStatus.MACHINE
        ):
            yield _about(
                variant,
                _("The easy-language sentence is a machine translation."),
                _("A person writes easy language. Write or check the text in this language."),
                sentence,
            )


def _of_length(
    round: Round, variant: Variant, sentences: list[VariantSentence]
) -> Iterator[Offence]:
    for code in variant.ready:
        count = pages_in(round, variant.kind, code, sentences)
        if count > ONE_PAGE:
            yield _about(
                variant,
                ngettext(
                    "The short version takes %(count)d page in %(language)s.",
                    "The short version takes %(count)d pages in %(language)s.",
                    count,
                )
                % {"count": count, "language": language_name(code)},
                _("Shorten it until it fits one page."),
            )


def pages_in(round: Round, kind: str, code: str, sentences: list[VariantSentence]) -> int:
    """Pages of a version in one language; sentences without text there take none."""
    title = in_languages(round, "title").get(code, str(round))
    said = tuple(
        (text, tuple(source.pk for source in one.sources.all()))
        for one in sentences
        if (text := getattr(one, f"text_{code}").strip())
    )
    return pages(kind, code, title, said, round.slug)


def _about(
    variant: Variant, what: str, mend: str, sentence: VariantSentence | None = None
) -> Offence:
    name = str(VariantKind(variant.kind).label)
    where = f"{name}: {sentence}" if sentence else name
    of = sentence.pk if sentence else None
    return Offence(what, where, mend, variant=variant.kind, variant_sentence=of)
