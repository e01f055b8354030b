"""HTML: the document without its title, with the classes of the house's own pages.

Level 1 becomes ``<h2>``: the page's frame shows the title.
"""

from __future__ import annotations

from base64 import b64encode

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from aukio.shared.documents.languages import is_right_to_left
from aukio.shared.documents.signs import clean
from aukio.shared.documents.tree import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Link,
    Numbered,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Span,
    Table,
    Text,
    plain,
    spans,
)

_SIZES = {1: "m", 2: "s", 3: "s", 4: "s"}
_NOTHING = mark_safe("")


def html(document: Document) -> SafeString:
    """The blocks, escaped, safe under a strict policy: no styles, no scripts."""
    return _joined([block(one, document.language) for one in document.blocks])


def block(one: Block, language: str) -> SafeString:
    """One block of a document in ``language``."""
    match one:
        case Heading():
            size, level = _SIZES[one.level], one.level + 1
            opened = format_html('<h{} class="govuk-heading-{}">', level, size)
            return format_html("{}{}</h{}>", opened, words(one.text, language), level)
        case Paragraph():
            attributes = _language(one.language, language)
            inner = words(one.text, one.language or language)
            return format_html('<p class="govuk-body"{}>{}</p>', attributes, inner)
        case Bullets():
            items = _items(one.items, language)
            return format_html('<ul class="govuk-list govuk-list--bullet">{}</ul>', items)
        case Numbered():
            items = _items(one.items, language)
            return format_html('<ol class="govuk-list govuk-list--number">{}</ol>', items)
        case Quote():
            return _quote(one, language)
        case Table():
            return _table(one, language)
        case Facts():
            return _facts(one, language)
        case Picture():
            source = f"data:image/png;base64,{b64encode(one.png).decode()}"
            return format_html(
                '<p class="govuk-body"><img src="{}" alt="{}" width="{}"></p>',
                source,
                clean(one.alternative),
                round(one.width * 37.8),
            )
        case PageBreak():
            return mark_safe('<div class="aukio-page-break"></div>')


def words(text: Text, language: str) -> SafeString:
    """The parts of a text; ``lang`` only where it differs from what is around it."""
    return _joined([_span(part, language) for part in spans(text)])


def _span(part: Span | Link, language: str) -> SafeString:
    inner = _lines(part.text)
    attributes = _language(part.language, language)
    if isinstance(part, Link):
        address = clean(part.address)
        return format_html('<a class="govuk-link" href="{}"{}>{}</a>', address, attributes, inner)
    if part.strong:
        return format_html("<strong{}>{}</strong>", attributes, inner)
    return format_html("<span{}>{}</span>", attributes, inner) if attributes else inner


def _lines(text: str) -> SafeString:
    parts = ((line,) for line in clean(text).split("\n"))
    return format_html_join(mark_safe("<br>"), "{}", parts)


def _language(own: str, around: str) -> SafeString:
    if not own or own in (around, "und"):
        return _NOTHING
    direction = mark_safe(' dir="rtl"') if is_right_to_left(own) else _NOTHING
    return format_html(' lang="{}"{}', own, direction)


def _items(items: tuple[Text, ...], language: str) -> SafeString:
    return _joined([format_html("<li>{}</li>", words(one, language)) for one in items])


def _quote(one: Quote, language: str) -> SafeString:
    source = _NOTHING
    if plain(one.source):
        source = format_html(
            '<figcaption class="aukio-quote__source">{}</figcaption>', words(one.source, language)
        )
    return format_html(
        '<figure class="aukio-quote"><blockquote class="aukio-quote__text"{}>'
        "<p>”{}”</p></blockquote>{}</figure>",
        _language(one.language, language),
        _lines(one.text),
        source,
    )


def _table(one: Table, language: str) -> SafeString:
    head = _joined(
        [
            format_html(
                '<th scope="col" class="govuk-table__header">{}</th>', words(cell, language)
            )
            for cell in one.head
        ]
    )
    rows = _joined([_row(row, language) for row in one.rows])
    caption = _NOTHING
    if one.caption:
        caption = format_html(
            '<caption class="govuk-table__caption govuk-table__caption--s">{}</caption>',
            clean(one.caption),
        )
    return format_html(
        '<div class="aukio-scroll" role="region" aria-label="{}" tabindex="0">'
        '<table class="govuk-table">{}<thead class="govuk-table__head">'
        '<tr class="govuk-table__row">{}</tr></thead>'
        '<tbody class="govuk-table__body">{}</tbody></table></div>',
        clean(one.caption) or " · ".join(clean(plain(cell)) for cell in one.head),
        caption,
        head,
        rows,
    )


def _row(row: tuple[Text, ...], language: str) -> SafeString:
    cells = [
        format_html('<th scope="row" class="govuk-table__header">{}</th>', words(cell, language))
        if at == 0
        else format_html('<td class="govuk-table__cell">{}</td>', words(cell, language))
        for at, cell in enumerate(row)
    ]
    return format_html('<tr class="govuk-table__row">{}</tr>', _joined(cells))


def _facts(one: Facts, language: str) -> SafeString:
    rows = [
        format_html(
            '<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">{}</dt>'
            '<dd class="govuk-summary-list__value">{}</dd></div>',
            clean(name),
            words(value, language),
        )
        for name, value in one.pairs
    ]
    return format_html('<dl class="govuk-summary-list">{}</dl>', _joined(rows))


def _joined(parts: list[SafeString]) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308 - each part is escaped already
