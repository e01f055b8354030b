"""A Word document of the summary: headings, languages and table headings marked as such."""

from __future__ import annotations

from typing import Any

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from aukio.apps.dialogues.exports.table import named
from aukio.apps.dialogues.models import Publication
from aukio.apps.dialogues.permissions import permitted
from aukio.apps.dialogues.queries.gaps import not_heard_when_published
from aukio.shared.documents import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Span,
    Table,
    docx,
)
from aukio.shared.terms import queries as terms


def document(publication: Publication, language: str) -> bytes:
    """The summary in ``language``, else in the first language it is ready in."""
    content, _notes = permitted(publication)
    ready = content["languages"]
    chosen = language if language in ready else ready[0]
    with translation.override(chosen):
        return docx(_document(publication, content, chosen))


def _document(publication: Publication, content: dict[str, Any], language: str) -> Document:
    round = content["round"]
    sample = [Paragraph(_("Sample: everything here is invented."))] if round["is_sample"] else []
    head = (_("Dialogue"), _("Organiser"), _("Place"), _("Way"), _("Date"), _("People"))
    return Document(
        named(round["title"], language),
        language,
        (
            *sample,
            Paragraph(_edition(publication)),
            Paragraph(named(round["description"], language)),
            *(block for one in content["themes"] for block in _theme(one, content, language)),
            *_not_heard(content),
            Heading(_("Dialogues")),
            Table(head, tuple(_dialogue(language, one) for one in content["dialogues"])),
        ),
    )


def _edition(publication: Publication) -> str:
    told = _("Version %(version)d, published %(date)s.") % {
        "version": publication.version,
        "date": date_format(publication.published_at),
    }
    if not publication.reason:
        return told
    why = _("Corrected: %(reason)s") % {"reason": publication.reason}
    return f"{told} {why}"


def _theme(theme: dict[str, Any], content: dict[str, Any], language: str) -> list[Block]:
    dialogues = {one["id"]: one for one in content["dialogues"]}
    blocks: list[Block] = [Heading(named(theme["title"], language))]
    description = named(theme["description"], language)
    if description:
        blocks.append(Paragraph(description))
    for sentence in theme["sentences"]:
        blocks.append(Paragraph(sentence["text"][language]))
        quotes = [
            Span(
                f"”{quote['text']}” – {dialogues.get(quote['dialogue'], {}).get('title', '')}",
                quote["language"],
            )
            for quote in sentence["quotes"]
        ]
        if quotes:
            blocks.append(Bullets(tuple(quotes)))
    return blocks


def _not_heard(content: dict[str, Any]) -> list[Block]:
    """Whom the round did not hear, as on its page; nothing of those who were all heard."""
    gaps = not_heard_when_published(content)
    if gaps is None or gaps.is_empty:
        return []
    told = (
        (_("Regions:"), [one.name() for one in gaps.regions]),
        (_("Wellbeing services counties:"), [one.name() for one in gaps.counties]),
        (_("Languages:"), gaps.languages.values()),
        (_("Age bands:"), gaps.age_bands.values()),
        (_("Groups:"), gaps.groups.values()),
    )
    lead = _(
        "The summary does not speak for everyone. Nobody took part from these, or so few that "
        "their number is not told."
    )
    lines = tuple(f"{head} {', '.join(names)}" for head, names in told if names)
    return [Heading(_("Not heard in this round")), Paragraph(lead), Bullets(lines)]


def _dialogue(language: str, one: dict[str, Any]) -> tuple[str, ...]:
    town = {code: name for code, name in one["municipality"].items() if code != "code"}
    return (
        one["title"],
        named(one["organiser"], language),
        ", ".join(part for part in (one["place"], named(town, language)) if part),
        terms.label("dialogue-modes", one["mode"], language) if one["mode"] else "",
        one["date"] or "",
        "" if one["participants"] is None else str(one["participants"]),
    )
