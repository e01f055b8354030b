"""Files of votes: both formats, re-votes, signs, and what can be wrong with them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aukio.engines.opinions import (
    UNSEEN,
    Vote,
    VotesFault,
    check_sign,
    matrix_csv,
    matrix_of,
    read_comments,
    read_votes,
    single_votes,
    votes_csv,
)

HEAD = "timestamp,datetime,comment-id,voter-id,vote\n"
MATRIX = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,10\n"
VOTES = st.lists(
    st.builds(
        Vote,
        participant=st.integers(0, 9).map(str) | st.sampled_from(["anna", "p,q", 'x"y']),
        statement=st.integers(0, 12).map(str),
        value=st.sampled_from([-1, 0, 1]),
        time=st.integers(0, 4_000_000_000_000),
    ),
    min_size=1,
    max_size=60,
)


def read(text: str, **options):
    return read_votes(text.encode(), name="votes.csv", **options)


def fault(text: str) -> VotesFault:
    with pytest.raises(VotesFault) as caught:
        read(text)
    return caught.value


def test_the_newest_of_several_votes_counts_wherever_its_row_is() -> None:
    votes = read(f"{HEAD}20,,0,5,-1\n10,,0,5,1\n")

    assert votes.marks.tolist() == [[-1]]


def test_of_votes_at_the_same_moment_the_last_row_counts() -> None:
    assert read(f"{HEAD}10,,0,5,-1\n10,,0,5,1\n").marks.tolist() == [[1]]


def test_without_times_the_last_row_counts() -> None:
    assert read("comment-id,voter-id,vote\n0,5,-1\n0,5,0\n").marks.tolist() == [[0]]


def test_in_the_database_minus_one_is_agree() -> None:
    assert read(f"{HEAD}1,,0,5,-1\n", agree_is=-1).marks.tolist() == [[1]]


def test_a_matrix_is_known_by_its_heading_and_empty_is_no_vote() -> None:
    votes = read(f"{MATRIX}7,0,1,2,1,1,1,,-1\n3,,0,0,0,0,,,\n")

    assert votes.participants == ("3", "7")
    assert votes.statements == ("0", "1", "10")
    assert votes.marks.tolist() == [[UNSEEN] * 3, [1, UNSEEN, -1]]


def test_numbers_come_in_order_of_size() -> None:
    votes = read(f"{HEAD}1,,10,2,1\n1,,9,11,1\n")

    assert votes.statements == ("9", "10")
    assert votes.participants == ("2", "11")


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_table_saved_again_with_another_delimiter_is_read(delimiter: str) -> None:
    text = f"{HEAD}1,a,0,5,1\n2,a,1,5,0\n".replace(",", delimiter)

    assert read(text).marks.tolist() == [[1, 0]]


def test_a_byte_order_mark_and_blank_rows_are_nothing() -> None:
    assert read(f"\ufeff{HEAD}1,,0,5,1\n\n").marks.tolist() == [[1]]


@pytest.mark.parametrize(
    ("text", "kind", "row", "cell"),
    [
        (f"{HEAD}1,,0,5,2\n", "vote", 2, "vote"),
        (f"{HEAD}1,,0,5,1\n1,,0,6,\n", "vote", 3, "vote"),
        (f"{HEAD}soon,,0,5,1\n", "time", 2, "timestamp"),
        (f"{HEAD}{'9' * 30},,0,5,1\n", "time", 2, "timestamp"),
        (f"{HEAD}1,,,5,1\n", "id", 2, "comment-id"),
        (f"{HEAD}1,,0, ,1\n", "id", 2, "voter-id"),
        (f"{HEAD}1,,0,5\n", "rows", 2, ""),
        (f'{HEAD}1,"a"b,0,5,1\n', "rows", 2, ""),
        (HEAD, "no-rows", None, ""),
        ("a,b,c\n1,2,3\n", "heading", 1, ""),
        ("participant,group-id,n-votes\n1,0,0\n", "heading", 1, ""),
        ("participant,0,0\n1,1,1\n", "twice", 1, ""),
        (f"{MATRIX}7,,,,,,1,,\n7,,,,,,1,,\n", "twice", 3, ""),
        (f"{MATRIX},,,,,,1,,\n", "id", 2, "participant"),
        (f"{MATRIX}7,,,,,,1,,yes\n", "vote", 2, "10"),
        (MATRIX, "no-rows", None, ""),
    ],
)
def test_a_fault_names_file_row_and_cell(text: str, kind: str, row: int | None, cell: str) -> None:
    found = fault(text)

    assert (found.kind, found.row, found.cell, found.file) == (kind, row, cell, "votes.csv")
    assert found.mend


@pytest.mark.parametrize("content", [b"", b"   ", b"PK\x03\x04zip", b"\x00\x01\x02"])
def test_what_is_no_table_is_refused(content: bytes) -> None:
    with pytest.raises(VotesFault):
        read_votes(content)


def test_a_missing_file_is_a_fault(tmp_path) -> None:
    with pytest.raises(VotesFault, match="cannot be opened"):
        read_votes(tmp_path / "none.csv")


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for before in (b"", HEAD.encode(), MATRIX.encode()):
        with suppress(VotesFault):
            read_votes(before + content)


@given(VOTES, st.sampled_from([1, -1]))
def test_votes_written_and_read_again_are_the_same(votes: list[Vote], sign: int) -> None:
    before = matrix_of(votes)

    for text in (
        votes_csv(votes, agree_is=sign),
        votes_csv(single_votes(before), agree_is=sign),
        matrix_csv(before, agree_is=sign),
    ):
        after = read(text, agree_is=sign)
        assert after.participants == before.participants
        assert after.statements == before.statements
        assert (after.marks == before.marks).all()


def test_the_written_rows_are_those_of_an_export() -> None:
    text = votes_csv([Vote("5", "0", -1, 1403054214196)])

    assert text == f"{HEAD}1403054214196,Wed Jun 18 01:16:54 UTC 2014,0,5,-1\n"


def test_the_matrix_counts_votes_and_names_groups() -> None:
    text = matrix_csv(matrix_of([Vote("5", "0", 1), Vote("5", "2", -1)]), groups={"5": 1})

    assert text.splitlines()[1] == "5,1,,2,1,1,1,-1"


COMMENTS = "comment-id,agrees,disagrees,moderated,comment-body\n"


def test_comments_give_words_and_moderation() -> None:
    first, second = read_comments(f'{COMMENTS}0,3,1,1,"Yes, both"\n1,,,-1,No\n'.encode())

    assert (first.text, first.moderated, first.agrees) == ("Yes, both", 1, 3)
    assert (second.moderated, second.agrees) == (-1, None)


@pytest.mark.parametrize("row", ["0,x,1,1,a", ",1,1,1,a", "0,1,1,1,a\n0,1,1,1,b"])
def test_a_faulty_comment_is_refused(row: str) -> None:
    with pytest.raises(VotesFault):
        read_comments(f"{COMMENTS}{row}\n".encode())


def test_counts_that_fit_only_the_other_way_round_are_told() -> None:
    votes = matrix_of([Vote("1", "0", 1), Vote("2", "0", 1)])
    comments = read_comments(f"{COMMENTS}0,0,2,1,a\n".encode())

    with pytest.raises(VotesFault, match="other way round"):
        check_sign(votes, comments, file="votes.csv")
