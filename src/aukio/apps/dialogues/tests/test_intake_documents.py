"""Word and OpenDocument texts: all text in order; broken ones and bombs refused."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.intake import read_file
from aukio.apps.dialogues.tests.files import docx, odt, packed, run, word
from aukio.apps.dialogues.tests.test_intake_plain import assert_tiles, assert_told, notes

pytestmark = pytest.mark.usefixtures("in_english")
printable = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
    max_size=40,
)
QUICK = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(st.lists(printable, max_size=6), st.tuples(printable, printable))
def test_every_paragraph_and_cell_of_a_word_document_is_a_note(
    paragraphs: list[str], cells: tuple[str, str]
) -> None:
    try:
        reading = read_file("a.docx", docx(*paragraphs, cells=(cells,)))
    except InputFault:
        assert not "".join([*paragraphs, *cells]).strip()
        return
    assert notes(reading) == [text.strip() for text in [*paragraphs, *cells] if text.strip()]
    assert_tiles(reading)


@QUICK
@given(st.binary(max_size=300), st.integers(0, 2000))
def test_a_damaged_word_document_is_read_or_refused_in_words(junk: bytes, at: int) -> None:
    whole = docx("Yksi", "Kaksi")
    content = whole[:at] + junk + whole[at + len(junk) :]
    try:
        assert_tiles(read_file("a.docx", content))
    except InputFault as fault:
        assert_told(fault)


@QUICK
@given(st.text(max_size=200))
def test_any_body_is_read_or_refused_in_words(body: str) -> None:
    for content in (odt(body.encode("utf-8", "ignore").decode()), word("<w:p>" + "<w:t>x")):
        with pytest.raises(InputFault) as fault:
            read_file("a", content)
        assert fault.value.mend


def test_signs_inside_a_paragraph_stay_one_note() -> None:
    body = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>Yksi</w:t><w:tab/>"
        "<w:t>kaksi</w:t><w:br/><w:t>kolme</w:t><w:noBreakHyphen/><w:t>neljä</w:t></w:r></w:p>"
    )

    assert notes(read_file("a.docx", word(body))) == ["Yksi\tkaksi\nkolme\u2011neljä"]


def test_removed_text_is_left_out_and_added_text_kept() -> None:
    body = (
        "<w:p><w:del><w:r><w:delText>pois</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>uusi</w:t></w:r></w:ins></w:p>"
    )

    assert notes(read_file("a.docx", word(body))) == ["uusi"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{run('Laatikko')}</w:txbxContent>"
    other = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    body = (
        f'<w:p xmlns:mc="{other}"><mc:AlternateContent><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
        "<w:r><w:t>Ympärillä</w:t></w:r></w:p>"
    )

    assert notes(read_file("a.docx", word(body))) == ["Laatikko", "Ympärillä"]


def test_footnotes_comments_and_headers_come_after_the_body() -> None:
    content = word(
        run("Runko"), header1=run("Otsake"), footnotes=run("Alaviite"), comments=run("Huomio")
    )

    assert notes(read_file("a.docx", content)) == ["Runko", "Alaviite", "Huomio", "Otsake"]


def test_an_opendocument_text_keeps_spaces_tabs_and_line_breaks() -> None:
    body = (
        "<t:h>Otsikko</t:h><t:p>Yksi  <t:s t:c='2'/>kaksi<t:tab/>kolme<t:line-break/>neljä</t:p>"
        "<t:tracked-changes><t:p>poistettu</t:p></t:tracked-changes><t:p> </t:p>"
    )

    reading = read_file("a.odt", odt(body))

    assert notes(reading) == ["Otsikko", "Yksi   kaksi\tkolme\nneljä"]
    assert_tiles(reading)


def test_a_document_is_known_by_its_content_not_its_name() -> None:
    assert read_file("a.txt", docx("Sana")).kind == "docx"
    assert read_file("a.docx", odt("<t:p>Sana</t:p>")).kind == "odt"


def _bomb() -> bytes:
    return word(run("a" * 30_000_000))


def _many_entries() -> bytes:
    return packed({f"word/{number}.xml": "" for number in range(2500)})


def _lying_size() -> bytes:
    """A bomb whose directory says that it is small."""
    content = bytearray(_bomb())
    at = content.rfind(b"PK\x01\x02")
    content[at + 24 : at + 28] = (100).to_bytes(4, "little")
    return bytes(content)


def _entities() -> bytes:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    return packed({"word/document.xml": bomb})


def _deep() -> bytes:
    return word("<w:p>" * 5000 + "</w:p>" * 5000)


@pytest.mark.parametrize("make", [_bomb, _many_entries])
def test_a_bomb_is_not_opened(make) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(InputFault, match="unpacks to far more"):
        read_file("a.docx", make())


@pytest.mark.parametrize("make", [_lying_size, _entities, _deep])
def test_a_trap_is_refused(make) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(InputFault):
        read_file("a.docx", make())


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04 broken", b"not a zip", packed({"a.txt": "x"}), docx("x")[:-200]],
)
def test_a_broken_document_is_refused(content: bytes) -> None:
    with pytest.raises(InputFault) as fault:
        read_file("a.docx", content)

    assert fault.value.where.startswith("a.docx")


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(InputFault, match="no text"):
        read_file("a.docx", docx())


def test_a_locked_part_is_refused() -> None:
    content = bytearray(docx("Sana"))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 4)

    with pytest.raises(InputFault):
        read_file("a.docx", bytes(content))


def test_a_spreadsheet_is_not_taken_for_a_record() -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as file:
        file.writestr("xl/workbook.xml", "<x/>")

    with pytest.raises(InputFault, match="not a kind of file"):
        read_file("a.xlsx", kept.getvalue())
