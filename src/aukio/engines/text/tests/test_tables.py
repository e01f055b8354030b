"""Tables as people save them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aukio.engines.text import TableFault, read_table

PLAIN = "id,teksti\n1,Hyvä päivä\n2,Ääni\n"


def fault(source, **options):
    with pytest.raises(TableFault) as caught:
        read_table(source, **options)
    return caught.value


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_any_encoding_gives_the_same_table(encoding):
    table = read_table(PLAIN.encode(encoding))
    assert table.columns == ("id", "teksti")
    assert table.rows == (("1", "Hyvä päivä"), ("2", "Ääni"))


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_delimiter_and_line_ending(sign, ending):
    text = ending.join([f"a{sign}b", f"1{sign}x", f"2{sign}y"])
    table = read_table(text.encode())
    assert table.delimiter == sign
    assert table.rows == (("1", "x"), ("2", "y"))


def test_commas_in_words_do_not_hide_a_semicolon():
    table = read_table(b"id;text\n1;yes, no, maybe\n2;well, well\n")
    assert table.column("text") == ("yes, no, maybe", "well, well")


def test_a_cell_may_hold_lines_delimiters_and_marks():
    table = read_table(b'id,text\n1,"two\nlines, and ""marks"""\n')
    assert table.column("text") == ('two\nlines, and "marks"',)


def test_tab_separated_cells_may_begin_with_a_mark_that_encloses_nothing():
    table = read_table(b'id\ttext\n1\t"Yes" she said\n2\t"No\n3\tfine\n')
    assert table.column("text") == ('"Yes" she said', '"No', "fine")


def test_one_column_keeps_its_empty_cells():
    assert read_table(b"text\none\n\ntwo\n\n").column("text") == ("one", "", "two")


def test_blank_lines_between_rows_of_many_cells_are_no_rows():
    assert len(read_table(b"a,b\n\n1,2\n\n\n3,4\n").rows) == 2


def test_empty_cells_are_kept():
    assert read_table(b"a,b\n1,\n,\n").rows == (("1", ""), ("", ""))


def test_delimiters_left_behind_at_the_right_are_cut():
    table = read_table(b"a;b;;\n1;2;;\n3;4;;\n")
    assert table.columns == ("a", "b")
    assert table.rows == (("1", "2"), ("3", "4"))


def test_a_path_is_read(tmp_path):
    path = tmp_path / "muistio.csv"
    path.write_text(PLAIN, encoding="utf-8")
    assert read_table(path).name == "muistio.csv"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"PK\x03\x04rest", "binary"),
        (b"%PDF-1.7", "binary"),
        (b"a,b\n\x00\x01\x02\x03\x04\n", "binary"),
        (b"a,b\n1,2\n1,2,3\n", "rows"),
        (b'a,b\n1,"open\n', "rows"),
        (b"a,a\n1,2\n", "heading"),
    ],
)
def test_what_cannot_be_read_is_refused_by_kind(content, kind):
    assert fault(content).kind == kind


def test_uneven_rows_are_named_by_their_number():
    found = fault(b"a,b\n1,2\n1,2,3\n4,5\n6\n", name="x.csv")
    assert "row 3" in found.what
    assert "rows 3, 5" in found.where
    assert "comma" in found.mend


def test_a_missing_column_lists_those_there_are():
    found = fault(PLAIN.encode(), wanted=["text"])
    assert found.kind == "column"
    assert "id, teksti" in found.mend


def test_stray_bytes_in_utf8_are_named_by_their_line():
    content = ("a,b\n" + "ä,ö\n" * 30).encode() + b"x,\xe4\n"
    found = fault(content)
    assert found.kind == "encoding"
    assert "line 32" in found.where


def test_a_large_file_is_refused_unread():
    assert fault(b"a,b\n1,2\n", limit=4).kind == "too-large"


def test_missing_files_and_folders_are_told_apart(tmp_path):
    assert fault(tmp_path / "none.csv").kind == "missing"
    assert fault(tmp_path).kind == "folder"


def test_a_fault_reads_as_one_line():
    assert "\n" not in str(fault(b"", name="x.csv"))
    assert str(fault(b"", name="x.csv")).startswith("x.csv: The file is empty.")


CELLS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=8), st.sampled_from([",", ";", "\t"]))
def test_what_a_spreadsheet_writes_comes_back(rows, sign):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=sign, quoting=csv.QUOTE_ALL)
    writer.writerow(["id", "words"])
    writer.writerows(rows)
    table = read_table(out.getvalue().encode("utf-8-sig"), wanted=["id", "words"])
    assert table.rows == tuple(rows)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_table_or_a_fault(content):
    try:
        table = read_table(content)
    except TableFault:
        return
    assert all(len(row) == len(table.columns) for row in table.rows)
