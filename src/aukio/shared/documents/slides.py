"""Slides: titles in their placeholders, a language on every run, words for every picture."""

from __future__ import annotations

import io
from typing import Any

from pptx import Presentation
from pptx.util import Cm, Pt

from aukio.shared.documents.languages import locale_of
from aukio.shared.documents.signs import clean
from aukio.shared.documents.tree import (
    Block,
    Bullets,
    Deck,
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

WIDE, HIGH, EDGE = 33.867, 19.05, 1.8  # centimetres: 16 to 9
TITLE_HIGH, BODY_TOP = 2.8, 4.7
TITLE_ONLY, TITLE_AND_TEXT = 5, 1  # layouts of the library's own template
ROW_HIGH = 1.1


def pptx(deck: Deck) -> bytes:
    """The presentation's bytes. A slide's text is set small enough to fit its length."""
    file = Presentation()
    file.slide_width, file.slide_height = Cm(WIDE), Cm(HIGH)
    about = file.core_properties
    about.title, about.language = clean(deck.title)[:255], locale_of(deck.language)
    about.author = ""
    for one in deck.slides:
        _slide(file, one, deck.language)
    kept = io.BytesIO()
    file.save(kept)
    return kept.getvalue()


def _slide(file: Any, one: Slide, language: str) -> None:
    lines = [line for block in one.blocks for line in _lines(block)]
    made = file.slides.add_slide(file.slide_layouts[TITLE_AND_TEXT if lines else TITLE_ONLY])
    _place(made.shapes.title, EDGE, 1.2, WIDE - 2 * EDGE, TITLE_HIGH)
    _write(made.shapes.title.text_frame.paragraphs[0], one.title, language, Pt(30), strong=True)
    top = BODY_TOP
    if lines:
        top = _body(made, lines, language, has_more=_has_shapes(one))
    for block in one.blocks:
        if isinstance(block, Table):
            top = _table(made, block, language, top)
        elif isinstance(block, Picture):
            top = _picture(made, block, top)
    if one.notes:
        frame = made.notes_slide.notes_text_frame
        _write(frame.paragraphs[0], one.notes, language, Pt(12))


def _lines(block: Block) -> list[tuple[Text, str, bool]]:
    """(text, mark before it, strong) of each line a block becomes."""
    match block:
        case Heading():
            return [(block.text, "", True)]
        case Paragraph():
            return [(tuple(spans(block.text, block.language)), "", False)]
        case Bullets():
            return [(item, "•", False) for item in block.items]
        case Numbered():
            return [(item, f"{number}.", False) for number, item in enumerate(block.items, 1)]
        case Quote():
            source: Text = (" – ", *spans(block.source)) if plain(block.source) else ""
            said = (Span(f"”{block.text}”", block.language), *spans(source))
            return [(said, "", False)]
        case Facts():
            return [
                ((Span(f"{name}: ", strong=True), *spans(value)), "", False)
                for name, value in block.pairs
            ]
        case Table() | Picture() | PageBreak():
            return []


def _has_shapes(one: Slide) -> bool:
    return any(isinstance(block, Table | Picture) for block in one.blocks)


def _body(made: Any, lines: list[Any], language: str, *, has_more: bool) -> float:
    room = HIGH - BODY_TOP - 1.2
    height = room / 2 if has_more else room
    body = made.placeholders[1]
    _place(body, EDGE, BODY_TOP, WIDE - 2 * EDGE, height)
    frame = body.text_frame
    frame.word_wrap = True
    size = _size(lines, height)
    for at, (text, mark, strong) in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        _mark(paragraph, mark)
        paragraph.space_after = Pt(size.pt * 0.4)
        _write(paragraph, text, language, size, strong=strong)
    return BODY_TOP + height + 0.4


def _size(lines: list[Any], height: float) -> Any:
    """The largest size whose lines fit the height: about 1.9 signs a centimetre at 20 points."""
    for points in (24, 22, 20, 18, 16, 14):
        a_row = (WIDE - 2 * EDGE) * 5.6 * 10 / points
        rows = sum(1.4 + len(plain(text)) // a_row for text, _mark, _strong in lines)
        if rows * points * 1.2 * 0.0353 <= height:
            return Pt(points)
    return Pt(12)


def _mark(paragraph: Any, mark: str) -> None:
    """A real bullet or number, or none: the placeholder's own would mark every line."""
    properties = paragraph._p.get_or_add_pPr()
    indent = str(Cm(0.9)) if mark else "0"
    properties.set("marL", indent)
    properties.set("indent", f"-{indent}" if mark else "0")
    names = {"": "a:buNone", "•": "a:buChar"}
    element = properties.makeelement(_name(names.get(mark, "a:buAutoNum")), {})
    if mark == "•":
        element.set("char", mark)
    elif mark:
        element.set("type", "arabicPeriod")
    properties.append(element)


def _name(tag: str) -> str:
    return "{http://schemas.openxmlformats.org/drawingml/2006/main}" + tag.removeprefix("a:")


def _write(paragraph: Any, text: Text, language: str, size: Any, *, strong: bool = False) -> None:
    for part in spans(text, language):
        run = paragraph.add_run()
        run.text = clean(part.text).replace("\n", " ")
        run.font.size = size
        run.font.bold = True if strong or (isinstance(part, Span) and part.strong) else None
        run._r.get_or_add_rPr().set("lang", locale_of(part.language))
        if isinstance(part, Link):
            run.hyperlink.address = clean(part.address)


def _place(shape: Any, left: float, top: float, width: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = Cm(left), Cm(top), Cm(width), Cm(height)


def _table(made: Any, block: Table, language: str, top: float) -> float:
    rows = (block.head, *block.rows)
    height = ROW_HIGH * len(rows)
    frame = made.shapes.add_table(
        len(rows), len(block.head), Cm(EDGE), Cm(top), Cm(WIDE - 2 * EDGE), Cm(height)
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", clean(block.caption))
    frame.table.first_row = True
    for at, row in enumerate(rows):
        for cell, text in zip(frame.table.rows[at].cells, row, strict=True):
            _write(cell.text_frame.paragraphs[0], text, language, Pt(14), strong=at == 0)
    return top + height + 0.4


def _picture(made: Any, block: Picture, top: float) -> float:
    shown = made.shapes.add_picture(io.BytesIO(block.png), Cm(EDGE), Cm(top), width=Cm(block.width))
    shown._element.nvPicPr.cNvPr.set("descr", clean(block.alternative))
    return top + float(shown.height.cm) + 0.4
