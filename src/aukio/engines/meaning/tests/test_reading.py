"""Notes from a table: one for each row, every word kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aukio.engines.meaning._reading import read_notes
from aukio.engines.text import TableFault

TABLE = "nro;sanottu;kieli\nb;Räntää!; fi \na;;sv\n".encode()


def test_each_row_is_a_note_in_its_place_and_empty_words_are_kept():
    notes = read_notes(TABLE, text="sanottu", language="kieli", identity="nro")
    assert [(note.id, note.text, note.language) for note in notes] == [
        ("b", "Räntää!", "fi"),
        ("a", "", "sv"),
    ]


def test_without_ids_rows_are_numbered_from_one():
    assert [note.id for note in read_notes(TABLE, text="sanottu")] == ["1", "2"]


def test_without_a_language_column_the_language_is_left_open():
    assert {note.language for note in read_notes(TABLE, text="sanottu")} == {""}


@pytest.mark.parametrize(
    ("content", "options", "kind"),
    [
        (b"sanottu\n", {}, "no-rows"),
        (b"sanottu,nro\nx,\n", {"identity": "nro"}, "ids"),
        (b"sanottu,nro\nx,1\ny,1\n", {"identity": "nro"}, "ids"),
        (TABLE, {"language": "tongue"}, "column"),
        (b"", {}, "empty"),
    ],
)
def test_what_cannot_be_read_is_told_by_kind(content, options, kind):
    with pytest.raises(TableFault) as fault:
        read_notes(content, text="sanottu", **options)
    assert fault.value.kind == kind


def test_two_rows_of_one_id_are_both_named():
    with pytest.raises(TableFault, match="Rows 2 and 4 have the same id “7”"):
        read_notes(b"n,t\n7,a\n8,b\n7,c\n", text="t", identity="n")


CELLS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)


@given(st.lists(CELLS, min_size=1, max_size=6))
def test_words_come_back_exactly(texts):
    quoted = ['"' + text.replace('"', '""') + '"' for text in texts]
    rows = [f'{number},"f",{cell}' for number, cell in enumerate(quoted)]
    content = "\n".join(["nro,kieli,sanottu", *rows]).encode()
    assert [note.text for note in read_notes(content, text="sanottu")] == texts
