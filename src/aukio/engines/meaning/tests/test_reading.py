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


@pytest.mark.parametrize("heading", ["title", "Otsikko", "RUBRIK"])
def test_a_column_of_titles_is_read_with_the_words_wherever_it_stands(heading):
    (note,) = read_notes(f"sanottu;{heading}\nKiire.;Bussit\n".encode(), text="sanottu")
    assert (note.text, note.title, note.whole) == ("Kiire.", "Bussit", "Bussit\nKiire.")


@pytest.mark.parametrize(("title", "found"), [("", ""), ("aihe", "B")])
def test_which_column_holds_titles_can_be_said(title, found):
    (note,) = read_notes(b"title,aihe,t\nA,B,C\n", text="t", title=title)
    assert note.title == found


def test_a_column_with_another_task_is_no_title():
    (note,) = read_notes(b"title,t\n7,C\n", text="t", identity="title")
    assert (note.id, note.title) == ("7", "")


CELLS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)


@given(st.lists(CELLS, min_size=1, max_size=6))
def test_words_come_back_exactly(texts):
    quoted = ['"' + text.replace('"', '""') + '"' for text in texts]
    rows = [f'{number},"f",{cell}' for number, cell in enumerate(quoted)]
    content = "\n".join(["nro,kieli,sanottu", *rows]).encode()
    assert [note.text for note in read_notes(content, text="sanottu")] == texts


@given(
    st.permutations(["nro", "kieli", "sanottu", "title"]),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from([b"", b"\xef\xbb\xbf"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_order_delimiter_mark_and_line_end_make_no_difference(columns, sign, mark, end):
    row = {"nro": "7", "kieli": "fi", "sanottu": "Räntää, jäätä; kiire.", "title": "Sää"}
    cells = [f'"{row[name]}"' for name in columns]
    content = mark + f"{sign.join(columns)}{end}{sign.join(cells)}{end}{end}".encode()
    (note,) = read_notes(content, text="sanottu", language="kieli", identity="nro")
    assert (note.id, note.language, note.text, note.title) == ("7", "fi", *list(row.values())[2:])
