"""Word and OpenDocument texts: what is read of them, and the way back to the file's own letters."""

from __future__ import annotations

from io import BytesIO

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
    read_document,
)
from aukio.engines.clarity.tests.offices import (
    W,
    odt_file,
    root_of,
    run,
    run_text,
    word_file,
)

LETTERS = st.text("abåäöÅÄ &<>'\"-.,19é\u00a0😀", min_size=1, max_size=12)
STIFF = "Mikäli tulet, soita 0295123456 viipymättä."
QUICK = Request(Profile.OFFICIAL, "fi", deep=False)


def blocks(document: Document) -> list[tuple[BlockKind, str]]:
    return [(one.kind, document.text[one.start : one.end]) for one in document.blocks]


def said(document: Document) -> list[str]:
    return [words for _, words in blocks(document)]


def assert_word_places_lead_back(content: bytes, document: Document) -> None:
    """Every character with a place is that very character of that run and paragraph."""
    parts = {}
    for at, sign in enumerate(document.text):
        place = document.place(at)
        if place is None:
            assert sign == "\n"
            continue
        if place.part not in parts:
            root = root_of(content, place.part)
            parts[place.part] = (list(root.iter(f"{W}p")), list(root.iter(f"{W}r")))
        paragraphs, runs = parts[place.part]
        assert run_text(runs[place.run])[place.offset] == sign
        assert paragraphs[place.paragraph] in list(runs[place.run].iterancestors(f"{W}p"))


PIECES = st.one_of(
    LETTERS.map(run),
    LETTERS.map(lambda words: f"<w:ins>{run(words)}</w:ins>"),
    LETTERS.map(lambda words: f"<w:del>{run('x')}</w:del><w:hyperlink>{run(words)}</w:hyperlink>"),
    LETTERS.map(lambda words: f"<w:sdt><w:sdtContent>{run(words)}</w:sdtContent></w:sdt>"),
    st.just("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/></w:r>"),
    st.just(run("piilossa", "<w:vanish/>")),
    LETTERS.map(
        lambda w: f"<w:r><w:pict><w:txbxContent><w:p>{run(w)}</w:p></w:txbxContent></w:pict></w:r>"
    ),
)
PARAGRAPHS = st.lists(PIECES, min_size=1, max_size=5).map(
    lambda each: f"<w:p>{''.join(each)}</w:p>"
)
TABLES = PARAGRAPHS.map(lambda one: f"<w:tbl><w:tr><w:tc>{one}</w:tc></w:tr></w:tbl>")


@settings(max_examples=40)
@given(st.lists(st.one_of(PARAGRAPHS, TABLES), min_size=1, max_size=4), PARAGRAPHS)
def test_every_letter_of_a_word_text_leads_back_to_its_run(body: list[str], note: str) -> None:
    notes = f"<w:footnotes><w:footnote>{note}</w:footnote></w:footnotes>"
    content = word_file("".join(body) + f"<w:p>{run('Alku')}</w:p>", {"word/footnotes.xml": notes})
    document = read_document(content, ".docx")
    assert document.text == document.source
    assert_word_places_lead_back(content, document)


@settings(max_examples=20)
@given(st.lists(st.sampled_from(["Mikäli ", "viipymättä ", "24/7 ", "0295123456 "]), min_size=1))
def test_every_finding_in_a_word_text_stands_where_it_says(words: list[str]) -> None:
    content = word_file("<w:p>" + "".join(map(run, words)) + run("loppu.") + "</w:p>")
    document = read_document(content, ".docx")
    runs = [run_text(node) for node in root_of(content, "word/document.xml").iter(f"{W}r")]
    for finding in check(document, QUICK).findings:
        places = [document.place(at) for at in range(finding.start, finding.end)]
        found = "".join(runs[place.run][place.offset] for place in places if place)
        assert found == document.source[finding.start : finding.end]


def test_word_places_agree_with_python_docx() -> None:
    made, content = docx.Document(), BytesIO()
    made.add_paragraph("Hae tukea.").add_run(" Mikäli voit.")
    made.save(content)
    document = read_document(content.getvalue(), ".docx")
    place = document.place(document.text.index("Mikäli"))
    assert place is not None
    paragraph = docx.Document(content).paragraphs[place.paragraph]
    assert paragraph.runs[place.run].text[place.offset :] == "Mikäli voit."


def test_deleted_moved_hidden_and_field_words_are_not_read() -> None:
    body = (
        f"<w:p>{run('Hae ')}<w:del><w:r><w:delText>anomus</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run('siirretty')}</w:moveFrom><w:ins>{run('tukea')}</w:ins>"
        f"{run('salaa', '<w:vanish/>')}<w:r><w:instrText>PAGE</w:instrText></w:r>{run('.')}</w:p>"
    )
    assert said(read_document(word_file(body), ".docx")) == ["Hae tukea."]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent><w:p>{run('Laatikko')}</w:p></w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = f"<w:p>{run('Alku ')}<w:r>{both}</mc:AlternateContent></w:r>{run('loppu')}</w:p>"
    assert said(read_document(word_file(body), ".docx")) == ["Alku loppu", "Laatikko"]


def test_notes_are_read_last_and_headers_are_furniture() -> None:
    parts = {
        "word/footnotes.xml": f"<w:footnote w:type='separator'><w:p>{run('viiva')}</w:p>"
        f"</w:footnote><w:footnote><w:p>{run('Alaviite.')}</w:p></w:footnote>",
        "word/endnotes.xml": f"<w:endnote><w:p>{run('Loppuviite.')}</w:p></w:endnote>",
        "word/header1.xml": f"<w:p>{run('Kunta')}</w:p>",
        "word/footer1.xml": f"<w:p>{run('Sivu 1')}</w:p>",
    }
    document = read_document(word_file(f"<w:p>{run('Teksti.')}</w:p>", parts), ".docx")
    assert blocks(document) == [
        (BlockKind.PARAGRAPH, "Teksti."),
        (BlockKind.PARAGRAPH, "Alaviite."),
        (BlockKind.PARAGRAPH, "Loppuviite."),
        (BlockKind.FURNITURE, "Sivu 1"),
        (BlockKind.FURNITURE, "Kunta"),
    ]
    assert document.place(document.text.index("Alaviite")).part == "word/footnotes.xml"


def test_headings_are_known_by_style_base_style_and_outline() -> None:
    styles = (
        "<w:style w:styleId='a'><w:name w:val='heading 2'/></w:style>"
        "<w:style w:styleId='b'><w:name w:val='Oma'/><w:basedOn w:val='a'/></w:style>"
        "<w:style w:styleId='c'><w:name w:val='Ympyrä'/><w:basedOn w:val='c'/></w:style>"
    )
    body = "".join(
        f"<w:p><w:pPr>{properties}</w:pPr>{run(name)}</w:p>"
        for name, properties in (
            ("suora", "<w:pStyle w:val='a'/>"),
            ("peritty", "<w:pStyle w:val='b'/>"),
            ("jäsennys", "<w:outlineLvl w:val='2'/>"),
            ("leipä", "<w:outlineLvl w:val='9'/>"),
            ("kehä", "<w:pStyle w:val='c'/>"),
            ("kohta", "<w:numPr/>"),
        )
    )
    document = read_document(word_file(body, {"word/styles.xml": styles}), ".docx")
    found = [(one.kind.value, one.level) for one in document.blocks]
    assert found == [
        ("heading", 2),
        ("heading", 2),
        ("heading", 3),
        ("paragraph", 0),
        ("paragraph", 0),
        ("item", 1),
    ]


def test_a_word_link_knows_where_it_leads() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="x" Type="a" Target="https://a.fi/" TargetMode="External"/>'
        "</Relationships>"
    )
    body = f"<w:p>{run('Lue ')}<w:hyperlink r:id='x'>{run('ohje')}</w:hyperlink></w:p>"
    content = word_file(body, {"word/_rels/document.xml.rels": relations})
    document = read_document(content, ".docx")
    link = document.links[0]
    assert (document.text[link.start : link.end], link.target) == ("ohje", "https://a.fi/")


def test_a_word_file_with_an_entity_is_not_expanded() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]>'
    content = word_file(f"<w:p>{run('Hei')}</w:p>", {"word/_rels/document.xml.rels": f"{bomb}<a/>"})
    assert said(read_document(content, ".docx")) == ["Hei"]


ODT_PIECES = st.one_of(
    LETTERS.map(lambda words: words.replace("&", "&amp;").replace("<", "&lt;")),
    LETTERS.map(lambda w: f"<text:span>{w.replace('&', '').replace('<', '')}</text:span>"),
    st.sampled_from(
        ["<text:s text:c='2'/>", "<text:tab/>", "<text:line-break/>", "\n   ", "<!-- k -->"]
    ),
    st.just(
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Viite.</text:p></text:note-body></text:note>"
    ),
)


@settings(max_examples=60)
@given(st.lists(st.lists(ODT_PIECES, max_size=5), min_size=1, max_size=3))
def test_every_letter_of_an_odt_text_leads_back_to_its_text_node(body: list[list[str]]) -> None:
    content = odt_file("".join(f"<text:p>{''.join(one)}</text:p>" for one in [*body, ["Alku"]]))
    document = read_document(content, ".odt")
    root = root_of(content, "content.xml")
    nodes = root.xpath("//text()")
    for at, sign in enumerate(document.text):
        place = document.place(at)
        if place is None:
            assert sign.isspace()
            continue
        assert place.part == "content.xml"
        own = nodes[place.run][place.offset]
        assert own == sign or (own.isspace() and sign == " ")
    assert "  " not in document.text or "text:s" in str(body) or "text:tab" in str(body)


def test_odt_notes_boxes_changes_comments_and_headers() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Poistettu.</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>Teksti<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Alaviite.</text:p></text:note-body></text:note> jatkuu"
        "<office:annotation><text:p>Kommentti.</text:p></office:annotation>."
        "<draw:frame><draw:text-box><text:p>Laatikko.</text:p></draw:text-box></draw:frame></text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>Solu</text:p></table:table-cell>"
        "</table:table-row></table:table>"
        "<text:p>Lue <text:a xlink:href='https://a.fi/'>ohje</text:a>.</text:p>"
    )
    styles = "<style:header><text:p>Kunta</text:p></style:header>"
    document = read_document(odt_file(body, styles), ".odt")
    assert blocks(document) == [
        (BlockKind.PARAGRAPH, "Teksti jatkuu."),
        (BlockKind.PARAGRAPH, "Alaviite."),
        (BlockKind.PARAGRAPH, "Laatikko."),
        (BlockKind.CELL, "Solu"),
        (BlockKind.PARAGRAPH, "Lue ohje."),
        (BlockKind.FURNITURE, "Kunta"),
    ]
    assert document.links[0].target == "https://a.fi/"


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_a_file_without_its_text_part_is_refused(ending: str) -> None:
    content = odt_file("<text:p>a</text:p>") if ending == ".docx" else word_file("<w:p/>")
    with pytest.raises(UnusableDocumentError, match="readable"):
        read_document(content, ending)
