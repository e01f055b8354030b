"""A tree with every kind of block, and one block of each kind around any words."""

from __future__ import annotations

from base64 import b64decode

from aukio.shared.documents import (
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
)

DOT = b64decode(  # a picture of one point
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def every_block() -> Document:
    return Document(
        "Turvallisuus arjessa",
        "fi",
        (
            Heading("Yksin iltaisin"),
            Paragraph(
                ("Moni on ", Span("yksin", strong=True), ". ", Link("Lähde", "https://a.fi/"))
            ),
            Paragraph("Man är ensam.", "sv"),
            Heading("Mitä pyydetään", 2),
            Bullets(("ensimmäinen", "toinen")),
            Numbered(("kysymys", "vastaus")),
            Numbered(("taas yksi",)),
            Quote("Kvällen är lång.", "Esbo", "sv"),
            Table(("Kunta", "Ihmisiä"), (("Espoo", "12"), ("Inari", "8")), "Missä puhuttiin"),
            Facts((("Määräaika", "1.3.2027"),)),
            Picture(DOT, "Piste"),
            PageBreak(),
            Paragraph("Loppu."),
        ),
        subtitle="Tiivistelmä johdolle",
    )


def around(text: str) -> Document:
    """The words in each place that a tree has for words."""
    blocks: tuple[Block, ...] = (
        Heading(text),
        Paragraph((text, " ", Link(text, text)), "sv"),
        Bullets((text,)),
        Numbered((text,)),
        Quote(text, text, "ar"),
        Table((text, text), ((text, text),), text),
        Facts(((text, text),)),
        Picture(DOT, text),
    )
    return Document(text, "fi", blocks, text)
