"""The brief as one sheet, as slides, and whether it fits the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from aukio.apps.dialogues.exports.table import named
from aukio.apps.dialogues.models import TextStatus, Voice
from aukio.shared import documents as doc
from aukio.shared.i18n.times import long_date

Tree = dict[str, Any]
MOST_WORDS = {"findings": 40, "wishes": 30, "ask": 60}


@dataclass(frozen=True)
class TooLong:
    """A text that is longer than its share of the sheet."""

    part: str
    place: int
    text: str
    words: int
    most: int


@dataclass(frozen=True)
class Fit:
    """How the brief sits on paper in one language."""

    language: str
    pages: int
    too_long: tuple[TooLong, ...]

    @property
    def fits(self) -> bool:
        return self.pages == 1


def sheet(content: Tree, language: str) -> doc.Document:
    """One page: what came up, what people ask, what is asked of the reader, and sources."""
    with translation.override(language):
        return doc.Document(
            named(content["round"]["title"], language),
            language,
            tuple(_blocks(content, language)),
            subtitle=pgettext("brief", "National Dialogues: brief for leadership"),
        )


def slides(content: Tree, language: str) -> doc.Deck:
    """The same in four slides."""
    with translation.override(language):
        title = named(content["round"]["title"], language)
        sample = [_sample()] if content["round"]["is_sample"] else []
        return doc.Deck(
            title,
            language,
            (
                doc.Slide(title, (*sample, doc.Paragraph(_figures(content["figures"])))),
                doc.Slide(_found_title(), (doc.Numbered(_claims(content, "findings", language)),)),
                doc.Slide(_wish_title(), (doc.Bullets(_claims(content, "wishes", language)),)),
                doc.Slide(_ask_title(), (*_ask(content, language), *_sources(content))),
            ),
        )


def fit(content: Tree, language: str) -> Fit:
    """Lays the sheet out as it will be printed, and measures it."""
    long = []
    for part, most in MOST_WORDS.items():
        texts = [content["ask"]] if part == "ask" else content[part]
        for place, one in enumerate(texts, 1):
            text = one["text"].get(language, "")
            if len(text.split()) > most:
                long.append(TooLong(part, place, text, len(text.split()), most))
    pages = doc.page_count(sheet(content, language), doc.Style.SHEET)
    return Fit(language, pages, tuple(long))


def is_machine_translated(content: Tree, language: str) -> bool:
    """Whether some text in this language is a machine's that nobody has checked."""
    parts = (*content["findings"], *content["wishes"], content["ask"])
    return any(one["status"].get(language) == TextStatus.MACHINE for one in parts)


def address(route: str, *args: object) -> str:
    """A whole address: the sheet travels without the page."""
    return f"{settings.PUBLIC_URL}{reverse(route, args=args)}"


def _blocks(content: Tree, language: str) -> list[doc.Block]:
    sample = [_sample()] if content["round"]["is_sample"] else []
    wishes: list[doc.Block] = []
    if content["wishes"]:
        wishes = [
            doc.Heading(_wish_title()),
            doc.Bullets(_claims(content, "wishes", language)),
        ]
    unread = [_machine_translated()] if is_machine_translated(content, language) else []
    return [
        *sample,
        *unread,
        doc.Paragraph(_figures(content["figures"])),
        doc.Heading(_found_title()),
        doc.Numbered(_claims(content, "findings", language)),
        *wishes,
        doc.Heading(_ask_title()),
        *_ask(content, language),
        doc.Heading(pgettext("brief", "Where this comes from")),
        *_sources(content),
    ]


def _sample() -> doc.Block:
    return doc.Paragraph(doc.Span(_("Sample: everything here is invented."), strong=True))


def _machine_translated() -> doc.Block:
    return doc.Paragraph(_("Part of this text is a machine translation that nobody has checked."))


def _found_title() -> str:
    return pgettext("brief", "What came up")


def _wish_title() -> str:
    return pgettext("brief", "What people ask")


def _ask_title() -> str:
    return pgettext("brief", "What is asked of you")


def _figures(figures: Tree) -> str:
    parts = [
        ngettext("%(count)d dialogue", "%(count)d dialogues", figures["dialogues"])
        % {"count": figures["dialogues"]}
    ]
    if figures["participants"]:
        parts.append(
            ngettext("%(count)d participant", "%(count)d participants", figures["participants"])
            % {"count": figures["participants"]}
        )
    if figures["counties"]:
        parts.append(
            ngettext(
                "%(count)d wellbeing services county",
                "%(count)d wellbeing services counties",
                figures["counties"],
            )
            % {"count": figures["counties"]}
        )
    many = _("No common opinion was sought: different experiences stand side by side.")
    return f"{' · '.join(parts)}. {many}"


def _claims(content: Tree, part: str, language: str) -> tuple[doc.Text, ...]:
    """Each claim, whose voice it is, and the way to the very words behind it."""
    slug = content["round"]["slug"]
    return tuple(_claim(one, slug, language) for one in content[part])


def _claim(one: Tree, slug: str, language: str) -> doc.Text:
    text = named(one["text"], language)
    written = next((code for code in one["text"] if one["text"][code] == text), language)
    voice = "" if one["voice"] == Voice.SHARED else f" ({str(Voice(one['voice']).label).lower()})"
    heard = ngettext("%(count)d dialogue", "%(count)d dialogues", one["heard"])
    source, link = _("Source"), address("dialogues:sentence", slug, one["sentence"])
    return (
        doc.Span(text, "" if written == language else written),
        f"{voice} ",
        doc.Link(f"{source}: {heard % {'count': one['heard']}}", link),
    )


def _ask(content: Tree, language: str) -> list[doc.Block]:
    ask = content["ask"]
    blocks: list[doc.Block] = [doc.Paragraph(named(ask["text"], language))]
    if ask["due"]:
        due = _("By %(day)s at the latest") % {"day": long_date(date.fromisoformat(ask["due"]))}
        blocks.append(doc.Paragraph(doc.Span(due, strong=True)))
    return blocks


def _sources(content: Tree) -> list[doc.Block]:
    slug = content["round"]["slug"]
    return [
        doc.Bullets(
            (
                doc.Link(_("The whole summary"), address("dialogues:round", slug)),
                doc.Link(
                    pgettext("page", "What happened with what we said"),
                    address("impact:round", slug),
                ),
            )
        )
    ]
