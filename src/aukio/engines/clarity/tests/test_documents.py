"""Documents in: blocks, links and the way back to the source's own characters."""

from __future__ import annotations

import html
import re
import time
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aukio.engines.clarity import (
    BlockKind,
    Document,
    Profile,
    Request,
    UnusableDocumentError,
    check,
    open_document,
    read_document,
    read_page,
)

WORDS = st.text("abcåäöÅÄÖ&<>*_[]()`\\# -.,:!1290\u00a0é", min_size=1, max_size=30)
# What is written in Markdown but not read: addresses, titles, tags, comments.
MARKUP = r"(?m)<!--.*?-->|\((?:/tuki 'tuki'|tuki\.png)\)|<(?!https)[^>]*>|^\[viite\]: .*$|\[viite\]"
SAFE = st.from_regex(r"[A-ZÅÄÖ][a-zåäö]{1,9}( [a-zåäö]{1,9}){0,6}", fullmatch=True)


def blocks(document: Document) -> list[tuple[BlockKind, str]]:
    return [(one.kind, document.text[one.start : one.end].strip()) for one in document.blocks]


def assert_verbatim(document: Document) -> None:
    """Every piece that claims to be verbatim is; a space may stand for another space."""
    for piece in document.pieces:
        if not piece.is_verbatim:
            continue
        seen = document.text[piece.start : piece.end]
        written = document.source[piece.source_start : piece.source_end]
        assert seen == written or (seen.isspace() and written.isspace())


def test_plain_text_is_its_own_source() -> None:
    document = read_document("Hae tukea.\n\nTuki on 100 euroa.")
    assert document.text == document.source
    assert document.origin(5, 10) == (5, 10)


def test_plain_text_has_headings_paragraphs_and_items() -> None:
    document = read_document("Tuen hakeminen\n\nHae tukea näin:\n- täytä lomake\n- lähetä se\n")
    assert blocks(document) == [
        (BlockKind.HEADING, "Tuen hakeminen"),
        (BlockKind.PARAGRAPH, "Hae tukea näin:"),
        (BlockKind.ITEM, "täytä lomake"),
        (BlockKind.ITEM, "lähetä se"),
    ]


def test_one_short_line_alone_is_no_heading() -> None:
    assert blocks(read_document("Hae tukea heti"))[0][0] is BlockKind.PARAGRAPH


def test_markdown_knows_headings_items_cells_and_links() -> None:
    document = read_document(
        "# Tuki\n\nLue [ohje](https://a.fi/x_y) *nyt*.\n\n- yksi\n\n|a|b|\n|-|-|\n|c|d|\n", ".md"
    )
    assert blocks(document) == [
        (BlockKind.HEADING, "Tuki"),
        (BlockKind.PARAGRAPH, "Lue ohje nyt."),
        (BlockKind.ITEM, "yksi"),
        *((BlockKind.CELL, letter) for letter in "abcd"),
    ]
    link = document.links[0]
    assert (document.text[link.start : link.end], link.target) == ("ohje", "https://a.fi/x_y")


def test_markdown_code_is_furniture() -> None:
    assert blocks(read_document("Alku.\n\n```\nkoodi\n```\n", ".md"))[1][0] is BlockKind.FURNITURE


def test_markdown_word_found_once_inside_a_link_address_keeps_its_own_place() -> None:
    source = "[x](tuki) tuki"
    document = read_document(source, ".md")
    start = document.text.index("tuki")
    assert document.origin(start, start + 4) == (10, 14)


def test_html_leaves_out_scripts_and_marks_menus() -> None:
    document = read_document(
        "<title>t</title><script>x()</script><nav>Etusivu</nav><h2>Tuki</h2><p>Hae.</p>", ".html"
    )
    assert blocks(document)[-3:] == [
        (BlockKind.FURNITURE, "Etusivu"),
        (BlockKind.HEADING, "Tuki"),
        (BlockKind.PARAGRAPH, "Hae."),
    ]
    assert "x()" not in document.text


def test_html_entity_leads_back_to_all_its_characters() -> None:
    source = "<p>p&auml;iv&#228;</p>"
    document = read_document(source, ".html")
    assert document.text == "päivä"
    assert document.origin(1, 2) == (4, 10)


def test_html_link_keeps_its_words_and_target() -> None:
    document = read_document("<p>Lue <a href='/ohje'>ohje\n tästä</a>.</p>", ".html")
    link = document.links[0]
    assert document.text[link.start : link.end] == "ohje tästä"
    assert link.target == "/ohje"


@given(st.lists(SAFE, min_size=1, max_size=5))
def test_markdown_words_lead_back_exactly(paragraphs: list[str]) -> None:
    source = "\n\n".join(f"## *{one}* [{one}](/a) &amp; {one}" for one in paragraphs)
    document = read_document(source, ".md")
    assert_verbatim(document)
    at = 0
    for one in paragraphs:
        at = document.text.index(one, at)
        start, end = document.origin(at, at + len(one))
        assert source[start:end] == one
        at += len(one)


MARKED = st.sampled_from(
    [
        "tuki",
        "**tuki**",
        "[tuki](/tuki 'tuki')",
        "![tuki](tuki.png)",
        "<b title='tuki'>tuki</b>",
        "<!-- tuki -->",
        "`tuki`",
        "[tuki][viite]",
        "<https://tuki.fi/tuki>",
        "&auml;&nbsp;tuki",
        "\\*tuki",
        "~tuki~",
    ]
)


@given(st.lists(st.lists(MARKED, min_size=1, max_size=4), min_size=1, max_size=4), st.data())
def test_markdown_words_are_never_found_inside_markup(rows: list[list[str]], data) -> None:
    forms = ["{}", "# {}", "- {}", "> {}", "1. {}", "|{}|x|\n|-|-|\n|{}|y|"]
    lines = [data.draw(st.sampled_from(forms)).replace("{}", " ".join(["a", *row])) for row in rows]
    source = "\n\n".join(lines) + "\n\n[viite]: /tuki 'tuki'\n\n<p title='tuki'></p>\n\nloppu"
    document = read_document(source, ".md")
    assert_verbatim(document)
    hidden = [m.span() for m in re.finditer(MARKUP, source)]
    for found in re.finditer("tuki", document.text):
        start, end = document.origin(*found.span())
        assert source[start:end] == "tuki"
        assert not any(begin <= start < stop for begin, stop in hidden), source[start - 9 : end]
    seen = len(re.findall("tuki", document.text))
    assert seen == len(re.findall("tuki", re.sub(MARKUP, "", source)))


@given(WORDS)
def test_any_markdown_leads_back_exactly(source: str) -> None:
    try:
        assert_verbatim(read_document(source, ".md"))
    except UnusableDocumentError:
        assert True


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_html_words_lead_back_exactly(paragraphs: list[str]) -> None:
    source = "".join(f"<p>{html.escape(one)} <b>a</b></p>" for one in paragraphs)
    document = read_document(source, ".html")
    assert_verbatim(document)
    for index, sign in enumerate(document.text):
        if sign.isspace():
            continue
        start, end = document.origin(index, index + 1)
        if start < end:
            assert html.unescape(document.source[start:end]) == sign


@given(st.text("<>/pab&;# \n'\"=!-", max_size=60))
def test_broken_html_is_read_without_fault(source: str) -> None:
    try:
        assert_verbatim(read_document(source, ".html"))
    except UnusableDocumentError:
        assert True


def word_file(build: list[tuple[str, str]]) -> bytes:
    opened, content = docx.Document(), BytesIO()
    for style, words in build:
        opened.add_paragraph(words, style=style)
    table = opened.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "vasen", "oikea"
    opened.save(content)
    return content.getvalue()


def test_word_document_knows_headings_items_and_cells() -> None:
    content = word_file([("Heading 1", "Tuki"), ("Normal", "Hae."), ("List Bullet", "yksi")])
    document = read_document(content, ".docx")
    assert blocks(document) == [
        (BlockKind.HEADING, "Tuki"),
        (BlockKind.PARAGRAPH, "Hae."),
        (BlockKind.ITEM, "yksi"),
        (BlockKind.CELL, "vasen"),
        (BlockKind.CELL, "oikea"),
    ]


@settings(max_examples=15)
@given(st.lists(SAFE, min_size=1, max_size=4))
def test_word_paragraphs_stand_exactly_in_the_source(paragraphs: list[str]) -> None:
    document = read_document(word_file([("Normal", one) for one in paragraphs]), ".docx")
    found = [document.source[slice(*document.origin(b.start, b.end))] for b in document.blocks]
    assert found[: len(paragraphs)] == paragraphs


def test_opendocument_spaces_and_breaks_are_read() -> None:
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    body = (
        '<text:h text:outline-level="2">Tuki</text:h><text:p>Hae<text:s text:c="2"/>'
        "<text:span>nyt</text:span>.</text:p>"
        "<text:list><text:list-item><text:p>yksi</text:p></text:list-item></text:list>"
    )
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("content.xml", f"<office:document {names}>{body}</office:document>")
    document = read_document(content.getvalue(), ".odt")
    assert blocks(document) == [
        (BlockKind.HEADING, "Tuki"),
        (BlockKind.PARAGRAPH, "Hae  nyt."),
        (BlockKind.ITEM, "yksi"),
    ]
    assert document.blocks[0].level == 2


@pytest.mark.parametrize("piece", ["<ul><li>", "<p>x", "<h1><div lang=fi>"])
def test_markup_that_nobody_closes_is_read_in_no_more_time_than_other(piece: str) -> None:
    begun = time.monotonic()
    read_document("<html lang=sv>" + piece * 4000 + "Hae tukea.", ".html")
    read_page("<html lang=sv>" + piece * 4000 + "Hae tukea.")
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("piece", ['<a href="', "<!--", "<a "])
def test_markup_that_never_ends_is_read_in_no_more_time_than_other(piece: str) -> None:
    begun = time.monotonic()
    assert read_document("<p>Hae tukea.</p>" + piece * 8000, ".html").text == "Hae tukea."
    assert time.monotonic() - begun < 5


def test_half_a_sign_at_the_end_is_replaced() -> None:
    assert read_document("Hae".encode("utf-16") + b"\0").text.startswith("Hae")


@pytest.mark.parametrize("ending", [".docx", ".odt", ".pdf"])
def test_a_broken_file_is_refused_with_a_clear_message(ending: str) -> None:
    with pytest.raises(UnusableDocumentError, match="not a readable"):
        read_document(b"%nothing", ending)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(UnusableDocumentError, match="cannot be checked"):
        read_document(b"x", ".exe")


def test_a_document_without_words_is_refused() -> None:
    with pytest.raises(UnusableDocumentError, match="no words"):
        read_document("123\n\n  ")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableDocumentError, match="cannot be opened"):
        open_document(tmp_path / "none.txt")


def test_latin1_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "kirje.txt"
    path.write_bytes("Hyvää päivää".encode("cp1252"))
    assert open_document(path).text == "Hyvää päivää"


@settings(max_examples=6)
@given(
    st.lists(
        st.sampled_from(["Mikäli", "Kunnan toimesta", "Avoinna 24/7", "Viipymättä"]), min_size=1
    )
)
def test_findings_in_a_pdf_stand_exactly_where_they_say(begins: list[str]) -> None:
    import weasyprint

    body = "".join(f"<p>{begin} tulet meille Ouluun nyt.</p>" for begin in begins)
    content = weasyprint.HTML(string=f"<h1>Tuki</h1>{body}").write_pdf()
    document = read_document(content, ".pdf")
    found = check(document, Request(Profile.OFFICIAL, "fi", deep=False)).findings
    wanted = {"officialese", "round-the-clock"}
    places = [document.source[x.start : x.end] for x in found if x.rule in wanted]
    assert document.text == document.source
    phrases = ["Mikäli", "toimesta", "24/7", "Viipymättä"]
    assert len(places) == len(begins)
    assert all(any(phrase in place for phrase in phrases) for place in places)


def test_a_block_of_html_in_markdown_is_read_as_html() -> None:
    source = "Alku.\n\n<div title='tuki'>\n<h2>Tuki &amp; apu</h2>Hae tukea.\n</div>\n\nLoppu.\n"
    document = read_document(source, ".md")
    assert blocks(document) == [
        (BlockKind.PARAGRAPH, "Alku."),
        (BlockKind.HEADING, "Tuki & apu"),
        (BlockKind.PARAGRAPH, "Hae tukea."),
        (BlockKind.PARAGRAPH, "Loppu."),
    ]
    at = document.text.index("& apu")
    assert source[slice(*document.origin(at, at + 5))] == "&amp; apu"
