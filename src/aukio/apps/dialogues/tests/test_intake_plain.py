"""Text files and pasted text: every word kept, every encoding people save in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.intake import MOST_BYTES, Reading, read_file, read_paste

pytestmark = pytest.mark.usefixtures("in_english")
WORDS = "Pelkään yötä.\n\n  Åsa sade: ”Nej”.  \r\n\tThe end\n"
NOTES = ["Pelkään yötä.", "Åsa sade: ”Nej”.", "The end"]
anything = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


def notes(reading: Reading) -> list[str]:
    return [reading.text[span.start : span.end] for span in reading.spans]


def assert_told(fault: InputFault) -> None:
    """The fault says what is wrong, where, and how to mend it."""
    assert fault.what
    assert fault.mend
    assert fault.where.startswith(fault.place.file)


def assert_tiles(reading: Reading) -> None:
    """Spans follow one another, hold no blank at their ends, and leave only blanks outside."""
    at = 0
    for span in reading.spans:
        assert reading.text[at : span.start].strip() == ""
        words = reading.text[span.start : span.end]
        assert words
        assert words == words.strip()
        at = span.end
    assert reading.text[at:].strip() == ""


@given(anything)
def test_nothing_that_is_pasted_falls_outside_a_note(text: str) -> None:
    try:
        reading = read_paste(text)
    except InputFault:
        assert not text.strip()
        return
    assert reading.text == text
    assert_tiles(reading)


@given(anything)
def test_nothing_in_a_text_file_falls_outside_a_note(text: str) -> None:
    try:
        reading = read_file("a.txt", text.encode("utf-8-sig"))
    except InputFault:
        return
    assert reading.text == text
    assert_tiles(reading)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_words(content: bytes) -> None:
    try:
        assert_tiles(read_file("a.txt", content))
    except InputFault as fault:
        assert_told(fault)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_an_encoding_people_save_in_is_recognised(encoding: str) -> None:
    reading = read_file("kirjaus.txt", WORDS.encode(encoding))

    assert reading.text == WORDS
    assert notes(reading) == NOTES


def test_latin_1_is_recognised() -> None:
    assert read_file("a.txt", "Pelkään yötä".encode("latin-1")).text == "Pelkään yötä"


def test_letters_written_in_two_parts_stay_as_written() -> None:
    assert read_paste("a\u0308iti").text == "a\u0308iti"


def test_utf_8_with_a_stray_byte_is_refused_with_its_line() -> None:
    content = "äö äö äö äö äö äö äö äö äö äö äö\n".encode() * 2 + b"\xe4iti"

    with pytest.raises(InputFault) as fault:
        read_file("a.txt", content)

    assert fault.value.place.row == 3


@pytest.mark.parametrize("content", [b"", b"  \n\t "])
def test_an_empty_file_is_refused(content: bytes) -> None:
    with pytest.raises(InputFault, match="empty"):
        read_file("a.txt", content)


def test_a_large_file_is_refused_before_it_is_read() -> None:
    with pytest.raises(InputFault, match="too large: 50 MB"):
        read_file("a.txt", b"a" * 50_000_000)
    assert MOST_BYTES < 50_000_000


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"%PDF-1.7\n\x00\x01", bytes(range(32))]
)
def test_a_file_that_is_not_text_is_refused(content: bytes) -> None:
    with pytest.raises(InputFault):
        read_file("a.txt", content)


def test_an_old_word_file_is_named_as_such() -> None:
    with pytest.raises(InputFault, match="old Word file"):
        read_file("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 more")


@pytest.mark.parametrize("text", ["", " \n ", "a\x00b", "a\ud800"])
def test_what_cannot_be_kept_as_text_is_refused(text: str) -> None:
    with pytest.raises(InputFault):
        read_paste(text)
