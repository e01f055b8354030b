"""One small tree of words, and the files it becomes: Word, tagged PDF, HTML; slides of a deck.

A room builds a ``Document`` (or a ``Deck``) in the reader's language and picks a writer. The
writers know no room: every word comes from the tree. Each run of text carries its language,
headings, lists and table headings are marked as such, and nothing is fetched.

>>> told = Document("Otsikko", "fi", (Heading("Teema"), Paragraph("Moni on yksin.")))
>>> html(told)
'<h2 class="govuk-heading-m">Teema</h2><p class="govuk-body">Moni on yksin.</p>'
"""

from aukio.shared.documents.languages import locale_of
from aukio.shared.documents.page import html
from aukio.shared.documents.printed import Style, page_count, pdf
from aukio.shared.documents.signs import clean
from aukio.shared.documents.slides import pptx
from aukio.shared.documents.tree import (
    Block,
    Bullets,
    Deck,
    Document,
    Facts,
    Heading,
    Link,
    Numbered,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Slide,
    Span,
    Table,
    Text,
    plain,
    spans,
)
from aukio.shared.documents.word import docx

__all__ = [
    "Block",
    "Bullets",
    "Deck",
    "Document",
    "Facts",
    "Heading",
    "Link",
    "Numbered",
    "PageBreak",
    "Paragraph",
    "Picture",
    "Quote",
    "Slide",
    "Span",
    "Style",
    "Table",
    "Text",
    "clean",
    "docx",
    "html",
    "locale_of",
    "page_count",
    "pdf",
    "plain",
    "pptx",
    "spans",
]
