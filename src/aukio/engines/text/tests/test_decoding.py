"""Bytes of unknown encoding: Finnish letters come out whole, and doubt is told, not guessed."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aukio.engines.text import TableFault
from aukio.engines.text._decoding import decode

FINNISH = "nimi;sanottu\nÅke;Räntää ja öljyä – ”hyvä”\n"


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
    ],
)
def test_what_spreadsheets_save_is_read(encoding, told):
    assert decode(FINNISH.encode(encoding), where="x.csv") == (FINNISH, told)


@pytest.mark.parametrize("encoding", ["latin-1", "iso8859-15"])
def test_latin_one_and_nine_keep_nordic_letters(encoding):
    text = "Åke sai räntää ja öljyä"
    assert decode(text.encode(encoding), where="x")[0] == text


def test_bytes_windows_leaves_open_are_latin_one():
    assert decode(b"r\xe4nt\xe4\xe4 \x81", where="x") == ("räntää \x81", "latin-1")


def test_a_mark_is_never_part_of_the_text():
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        assert decode(mark + "äiti;isä".encode(encoding), where="x")[0] == "äiti;isä"


def test_one_stray_byte_in_much_utf8_is_refused_with_its_line():
    content = ("räntää ja öljyä\n" * 30).encode() + b"r\xe4nt\xe4\n" + "pöytä\n".encode()
    with pytest.raises(TableFault) as fault:
        decode(content, where="notes.csv")
    assert fault.value.kind == "encoding"
    assert fault.value.where == "notes.csv, line 31"
    assert "UTF-8" in fault.value.mend


def test_a_mark_that_lies_is_told():
    with pytest.raises(TableFault, match="cannot be read as such"):
        decode(codecs.BOM_UTF8 + b"\xff\xfe\xfd", where="x.csv")


@pytest.mark.parametrize(
    ("begins", "name"),
    [
        (b"PK\x03\x04", "Excel"),
        (b"\xd0\xcf\x11\xe0", "old Excel"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG", "image"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"SQLite format 3\x00", "database"),
        (bytes(range(1, 9)) * 20, "control characters"),
    ],
)
def test_files_picked_by_mistake_are_named(begins, name):
    with pytest.raises(TableFault, match=name) as fault:
        decode(begins + b" the rest", where="x")
    assert fault.value.kind == "binary"


def outcome(content):
    """Return what was read, or the fault that was told."""
    try:
        return decode(content, where="x")
    except TableFault as fault:
        return fault


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_with_a_mark_always_comes_back_as_it_was(text):
    assert decode(codecs.BOM_UTF8 + text.encode(), where="x")[0] == text.removeprefix("\ufeff")


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_fault_with_advice(content):
    found = outcome(content)
    assert (found.what and found.mend) if isinstance(found, TableFault) else codecs.lookup(found[1])
