"""A short or an easy-language version as a document, and how many pages it takes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.frozen import Tree
from aukio.apps.dialogues.models import TextStatus, VariantKind
from aukio.shared import documents as doc

Said = tuple[str, tuple[int, ...]]  # a sentence's text and the sentences it rests on
KEPT = 64


def sheet(content: Tree, kind: str, language: str) -> doc.Document:
    """The published version in one of its languages, each sentence with its ways back."""
    variant = content["variants"][kind]
    said = tuple((one["text"][language], tuple(one["sources"])) for one in variant["sentences"])
    is_machine = any(
        one["status"].get(language) == TextStatus.MACHINE for one in variant["sentences"]
    )
    round = content["round"]
    title = round["title"].get(language) or next(iter(round["title"].values()), "")
    return _document(kind, language, title, said, round["slug"], round["is_sample"], is_machine)


@lru_cache(maxsize=KEPT)
def pages(kind: str, language: str, title: str, said: tuple[Said, ...], slug: str) -> int:
    """Pages as printed. Laid out for real, so kept: the same words take the same pages."""
    made = _document(kind, language, title, said, slug, False, False)
    return doc.page_count(made, doc.Style.REPORT)


def told_about(kind: str) -> str:
    """What a reader should know of a version. No version is called approved easy language."""
    if kind == VariantKind.EASY:
        return _(
            "People wrote this version following advice on easy language. "
            "Nobody has approved it as easy language."
        )
    return _("This is the summary on one page. The full summary tells more.")


def _document(
    kind: str,
    language: str,
    title: str,
    said: Sequence[Said],
    slug: str,
    is_sample: bool,
    is_machine: bool,
) -> doc.Document:
    with translation.override(language):
        notes = [told_about(kind)]
        page = pgettext("page", "Summary")
        if is_sample:
            notes.insert(0, _("Sample: everything here is invented."))
        if is_machine:
            notes.append(_("Part of this text is a machine translation that nobody has checked."))
        whole = f"{settings.PUBLIC_URL}{reverse('dialogues:round', args=[slug])}"
        return doc.Document(
            title,
            language,
            (
                *(doc.Paragraph(note) for note in notes),
                *(_paragraph(text, sources, slug) for text, sources in said),
                doc.Paragraph(doc.Link(_("The whole summary, and the words behind it"), whole)),
            ),
            subtitle=f"{page}: {VariantKind(kind).label}",
        )


def _paragraph(text: str, sources: Sequence[int], slug: str) -> doc.Block:
    parts: list[str | doc.Span | doc.Link] = [text]
    for place, one in enumerate(sources, 1):
        address = f"{settings.PUBLIC_URL}{reverse('dialogues:sentence', args=[slug, one])}"
        name = pgettext("short link to a source", "source")
        parts += [" ", doc.Link(f"[{name} {place}]" if len(sources) > 1 else f"[{name}]", address)]
    return doc.Paragraph(tuple(parts))
