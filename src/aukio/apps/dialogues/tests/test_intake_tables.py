"""Tables: a row is a note, rows of one dialogue are a record; faults name their rows."""

from __future__ import annotations

import csv
import io

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.intake import read_rows
from aukio.apps.dialogues.tests.test_intake_plain import assert_tiles, assert_told, notes

pytestmark = pytest.mark.usefixtures("in_english")
TABLE = "dialogi;kieli;teksti\n1;fi;Eka\n2;sv;Första\n1;fi;Toka\n".encode()
cells = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=20
)


def test_rows_of_one_dialogue_are_one_record() -> None:
    first, second = read_rows("a.csv", TABLE, text="teksti", language="kieli", dialogue="dialogi")

    assert (first.dialogue, notes(first)) == ("1", ["Eka", "Toka"])
    assert (second.dialogue, notes(second)) == ("2", ["Första"])
    assert second.spans[0].language == "sv"


def test_without_a_dialogue_column_all_rows_are_one_record() -> None:
    (reading,) = read_rows("a.csv", TABLE, text="teksti")

    assert notes(reading) == ["Eka", "Första", "Toka"]
    assert_tiles(reading)


@given(st.lists(cells, min_size=1, max_size=8))
def test_every_cell_is_kept_whatever_is_in_it(texts: list[str]) -> None:
    kept = io.StringIO()
    writer = csv.writer(kept, quoting=csv.QUOTE_ALL)
    writer.writerow(["no", "said"])
    writer.writerows(enumerate(texts))
    try:
        (reading,) = read_rows("a.csv", kept.getvalue().encode(), text="said")
    except InputFault:
        assert not "".join(texts).strip()
        return
    assert notes(reading) == [text.strip() for text in texts if text.strip()]
    assert_tiles(reading)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_words(content: bytes) -> None:
    try:
        read_rows("a.csv", content, text="said")
    except InputFault as fault:
        assert_told(fault)


def test_uneven_rows_are_listed() -> None:
    content = b"a,b\n1,2\n3\n4,5\n6,7,8\n"

    with pytest.raises(InputFault, match="3, 5") as fault:
        read_rows("a.csv", content, text="a")

    assert fault.value.place.row == 3


def test_an_unknown_column_lists_those_there_are() -> None:
    with pytest.raises(InputFault) as fault:
        read_rows("a.csv", TABLE, text="text")

    assert "dialogi, kieli, teksti" in str(fault.value.mend)


def test_an_unknown_language_names_its_rows() -> None:
    content = b"said,lang\nHei,fi\nQapla,klingon\n"

    with pytest.raises(InputFault, match="rows: 3"):
        read_rows("a.csv", content, text="said", language="lang")


def test_a_row_without_its_dialogue_is_named() -> None:
    content = b"said,d\nHei,1\nMoi,\n"

    with pytest.raises(InputFault, match="rows: 3"):
        read_rows("a.csv", content, text="said", dialogue="d")


@pytest.mark.parametrize("content", [b"", b"said\n", b"said,b\n,1\n", b"PK\x03\x04zip"])
def test_a_table_without_words_is_refused(content: bytes) -> None:
    with pytest.raises(InputFault):
        read_rows("a.csv", content, text="said")


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_faults_are_told_in_the_reader_s_language(language: str) -> None:
    with pytest.raises(InputFault) as english:
        read_rows("a.csv", TABLE, text="text")
    with translation.override(language), pytest.raises(InputFault) as own:
        read_rows("a.csv", TABLE, text="text")

    assert own.value.what != english.value.what
