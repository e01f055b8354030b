"""The self-assessment as a document: headings, lists and languages, for Word and PDF alike."""

from __future__ import annotations

from django.utils.translation import gettext as _

from aukio.apps.plan.queries.assessment import Assessment, EvidenceTold, MeasureTold, Said
from aukio.shared.documents import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Span,
    Text,
)


def document(told: Assessment) -> Document:
    """The tree; each commitment begins a page."""
    blocks: list[Block] = []
    if told.own_translation:
        blocks.append(Paragraph(_("Aukio's own translation, not official.")))
    blocks.append(Bullets(tuple(f"{words}: {count}" for words, count in told.stand)))
    for commitment in told.commitments:
        blocks += [PageBreak(), Heading(f"{commitment.number} {commitment.title}")]
        for measure in commitment.measures:
            blocks += _measure(measure)
    day = _("Self-assessment, %(day)s") % {"day": told.day}
    return Document(told.title, told.language, tuple(blocks), subtitle=day)


def _measure(measure: MeasureTold) -> list[Block]:
    facts = [
        (_("Lead"), measure.lead),
        (_("Supported by"), measure.supporters),
        (_("Time"), "–".join(part for part in (measure.start, measure.end) if part)),
        (_("Completion"), measure.completion_words),
        (_("Obstacles"), ", ".join(measure.obstacles)),
        (_("Approved by"), measure.approved_by),
    ]
    return [
        Heading(f"{measure.number} {measure.title}", 2),
        Paragraph(measure.text),
        Facts(tuple((name, value) for name, value in facts if value)),
        *_said(_("What has been done"), [measure.results]),
        *_said(_("What comes next"), [measure.next_steps]),
        *_listed(_("What shows it"), [_evidence(one) for one in measure.evidence]),
        *_listed(_("Milestones"), [_joined(*one) for one in measure.milestones]),
        *_said(_("Reviews"), measure.reviews),
    ]


def _said(heading: str, told: list[Said] | list[Said | None]) -> list[Block]:
    """People's own words, each in its language."""
    words = [one for one in told if one is not None]
    if not words:
        return []
    said: list[Block] = [
        Paragraph((Span(one.text, one.language), f" ({one.by})" if one.by else "")) for one in words
    ]
    return [Heading(heading, 3), *said]


def _listed(heading: str, items: list[Text]) -> list[Block]:
    return [Heading(heading, 3), Bullets(tuple(items))] if items else []


def _evidence(one: EvidenceTold) -> Text:
    state = _("checked") if one.checked else _("not checked")
    return Span(one.title, one.language), f" – {_joined(one.address, state)}"


def _joined(*parts: str) -> str:
    return " – ".join(part for part in parts if part)
