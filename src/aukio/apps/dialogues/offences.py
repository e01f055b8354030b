"""Why a summary cannot be published yet: every reason, so that all are mended at once."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from aukio.apps.dialogues.faults import Offence
from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.models import (
    HIDDEN,
    Gate,
    Permission,
    Quote,
    Record,
    Round,
    Sentence,
    Summary,
    Theme,
    in_use,
)
from aukio.apps.dialogues.offences_variants import of_variants

NAMES = {
    "fi": gettext_lazy("Finnish"),
    "sv": gettext_lazy("Swedish"),
    "en": gettext_lazy("English"),
}


def offences_of(round: Round) -> list[Offence]:
    """Every offence in the round's summary as it is now; a constant number of queries."""
    summary = Summary.objects.filter(round=round).first()
    sentences = list(
        Sentence.objects.filter(summary__round=round)
        .select_related("theme", "summary")
        .prefetch_related("quotes__note__record__dialogue")
    )
    if summary is None or not sentences:
        return [
            Offence(
                _("The summary has no sentences."), str(round), _("Write at least one sentence.")
            )
        ]
    found = [*_of_round(round, summary), *_of_gate(round)]
    themes = {sentence.theme_id: sentence.theme for sentence in sentences}
    for theme in themes.values():
        found.extend(_of_theme(theme, summary))
    for sentence in sentences:
        found.extend(_of_sentence(sentence, summary))
    found.extend(of_variants(round, summary))
    return found


def _of_round(round: Round, summary: Summary) -> Iterator[Offence]:
    if not summary.ready:
        yield Offence(
            _("No language is marked ready."),
            str(round),
            _("Mark at least one language of the summary ready."),
        )
    for code in summary.ready:
        if code not in in_languages(round, "title"):
            yield Offence(
                _("The round has no title in %(language)s.") % {"language": _language(code)},
                str(round),
                _("Write the title, or do not mark the language ready."),
            )


def _of_gate(round: Round) -> Iterator[Offence]:
    """Records in which a place that could tell who somebody is has not been decided."""
    waiting = Record.objects.filter(in_use(), dialogue__round=round, findings__decision="")
    rows = waiting.select_related("dialogue").annotate(places=Count("findings"))
    for record in rows.defer("text").order_by("pk"):
        yield Offence(
            ngettext(
                "%(count)d place that may tell who somebody is has not been decided.",
                "%(count)d places that may tell who somebody is have not been decided.",
                record.places,
            )
            % {"count": record.places},
            str(record.dialogue),
            _("Open the record and decide each place."),
            record=record.pk,
        )


def _of_theme(theme: Theme, summary: Summary) -> Iterator[Offence]:
    if theme.merged_into_id is not None:
        yield Offence(
            _("A sentence is under a theme that was merged into another."),
            str(theme),
            _("Move the sentence to the theme that is left."),
            theme=theme.pk,
        )
    for code in summary.ready:
        if code not in in_languages(theme, "title"):
            yield Offence(
                _("The theme has no title in %(language)s.") % {"language": _language(code)},
                str(theme),
                _("Write the title, or do not mark the language ready."),
                theme=theme.pk,
            )


def _of_sentence(sentence: Sentence, summary: Summary) -> Iterator[Offence]:
    quotes = list(sentence.quotes.all())
    if not sentence.accepted:
        yield _about(
            sentence,
            _("The sentence is the machine's proposal; nobody has accepted it."),
            _("Edit or accept it, or remove it."),
        )
    if not quotes:
        yield _about(
            sentence,
            _("The sentence has no source."),
            _("Pick the words it rests on, or remove it."),
        )
    for code in summary.ready:
        if not getattr(sentence, f"text_{code}").strip():
            yield _about(
                sentence,
                _("The sentence has no text in %(language)s.") % {"language": _language(code)},
                _("Write the text, or do not mark the language ready."),
            )
    for quote in quotes:
        yield from _of_quote(sentence, quote)


def _of_quote(sentence: Sentence, quote: Quote) -> Iterator[Offence]:
    note = quote.note
    exact = note.text[quote.start : quote.end] == quote.text
    if not exact or note.record.text[note.start : note.end] != note.text or not quote.text:
        yield _about(
            sentence,
            _("The quote “%(words)s” is not word for word in the record.") % {"words": quote.text},
            _("Pick the quote again from the record."),
        )
    is_used = not note.record.superseded and note.record.gate != Gate.HELD
    if not is_used or note.record.dialogue.round_id != sentence.summary.round_id:
        yield _about(
            sentence,
            _("The quote “%(words)s” is from a record that is no longer in use.")
            % {"words": quote.text},
            _("Pick the quote from the record's newest version."),
        )
    if HIDDEN in quote.text:
        yield _about(
            sentence,
            _("Words of a quote have been hidden to protect somebody."),
            _("Pick other words from the record."),
        )
    if note.allowed == Permission.NONE:
        yield _about(
            sentence,
            _("The quote “%(words)s” is from a record that may not be quoted.")
            % {"words": quote.text},
            _("Pick another quote, or ask the organiser for permission."),
        )


def _about(sentence: Sentence, what: str, mend: str) -> Offence:
    return Offence(what, str(sentence), mend, sentence=sentence.pk, theme=sentence.theme_id)


def _language(code: str) -> str:
    return str(NAMES[code])
