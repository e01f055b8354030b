"""``aukio opinions`` at the command line."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aukio.engines.opinions import matrix_csv, single_votes, votes_csv
from aukio.engines.opinions.command import group
from aukio.engines.opinions.tests.votes import camps


@pytest.fixture
def votes(tmp_path: Path) -> Path:
    file = tmp_path / "votes.csv"
    file.write_text(votes_csv(single_votes(camps())), encoding="utf-8")
    return file


def run(*arguments: str | Path) -> Result:
    return CliRunner(env={"LC_ALL": "C"}).invoke(group, [str(one) for one in arguments])


def test_json_has_exactly_the_promised_parts(votes: Path) -> None:
    found = json.loads(run("map", votes, "--format", "json").stdout)

    assert list(found) == ["participants", "groups", "statements", "stability"]
    assert all(set(one) == {"id", "x", "y", "group"} for one in found["participants"])
    assert {tuple(one) for one in found["statements"]} == {
        ("id", "agree", "disagree", "pass", "consensus", "repness")
    }
    assert [one["size"] for one in found["groups"]] == [30, 20]
    assert 0.9 < found["stability"] <= 1
    assert set(found["statements"][0]["repness"]) == {"0", "1"}


def test_ids_that_are_numbers_are_numbers(votes: Path) -> None:
    found = json.loads(run("map", votes, "--format", "json").stdout)

    assert [one["id"] for one in found["participants"]] == list(range(50))


def test_the_same_file_gives_the_same_answer(votes: Path) -> None:
    assert (
        run("map", votes, "--format", "json").stdout == run("map", votes, "--format", "json").stdout
    )


def test_csv_has_a_row_for_each_participant(votes: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("map", votes, "--format", "csv").stdout)))

    assert len(rows) == 50
    assert set(rows[0]) == {"participant", "x", "y", "group", "stability"}


def test_text_tells_groups_stability_and_what_is_shared(votes: Path, tmp_path: Path) -> None:
    comments = tmp_path / "comments.csv"
    comments.write_text("comment-id,moderated,comment-body\n0,1,More buses\n", encoding="utf-8")

    told = run("map", votes, "--comments", comments).stdout

    assert "50 participants in 2 groups" in told
    assert "Stability" in told
    assert "[0] More buses" in told


def test_rejected_statements_are_left_out(votes: Path, tmp_path: Path) -> None:
    comments = tmp_path / "comments.csv"
    comments.write_text("comment-id,moderated,comment-body\n3,-1,Rude\n", encoding="utf-8")

    told = json.loads(run("map", votes, "--comments", comments, "--format", "json").stdout)

    assert 3 not in {one["id"] for one in told["statements"]}


def test_without_resamples_there_is_no_stability(votes: Path) -> None:
    told = json.loads(run("map", votes, "--resamples", "0", "--format", "json").stdout)

    assert told["stability"] is None


def test_groups_can_be_fixed(votes: Path) -> None:
    told = json.loads(run("map", votes, "--groups", "4", "--format", "json").stdout)

    assert len(told["groups"]) == 4


def test_unusable_input_is_told_in_one_line_with_code_2(tmp_path: Path) -> None:
    file = tmp_path / "votes.csv"
    file.write_text("comment-id,voter-id,vote\n1,2,perhaps\n", encoding="utf-8")

    result = run("map", file)

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "votes.csv, row 2, cell “vote”" in result.stderr


def test_votes_become_a_matrix_and_come_back(votes: Path, tmp_path: Path) -> None:
    matrix = tmp_path / "participants-votes.csv"

    run("convert", votes, "-o", matrix)
    again = run("convert", matrix, "--to", "votes").stdout

    assert matrix.read_text(encoding="utf-8") == matrix_csv(camps())
    assert again == votes.read_text(encoding="utf-8")


def test_the_sign_can_be_changed_on_the_way(votes: Path, tmp_path: Path) -> None:
    raw = tmp_path / "raw.csv"
    run("convert", votes, "--to", "votes", "--write-agree-as", "-1", "-o", raw)

    one = run("map", votes, "--format", "json").stdout
    other = run("map", raw, "--agree-is", "-1", "--format", "json").stdout

    assert one == other


def test_a_folder_that_is_not_there_cannot_be_written_to(votes: Path, tmp_path: Path) -> None:
    result = run("convert", votes, "-o", tmp_path / "none" / "matrix.csv")

    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


class TestAsAUser:
    """What people give, and what they are told."""

    HEAD = "timestamp,datetime,comment-id,voter-id,vote\n"

    def votes(self, tmp_path: Path, rows: str, head: str = HEAD) -> str:
        file = tmp_path / "votes.csv"
        file.write_text(head + rows, encoding="utf-8")
        return str(file)

    def run(self, monkeypatch: pytest.MonkeyPatch, file: str, language: str = "en_GB.UTF-8"):
        monkeypatch.setenv("LC_ALL", language)
        return CliRunner().invoke(group, ["map", file, "--format", "json"])

    @pytest.mark.parametrize(
        ("head", "rows", "told"),
        [
            ("", "", {"fi": "ei ole kannanottoja", "sv": "inga ställningst", "en": "is empty"}),
            (HEAD, "", {"fi": "ei ole kannanottoja", "sv": "inga ställningst", "en": "no votes"}),
            ("timestamp,comment-id,vote\n", "1,1,1\n",
             {"fi": "Sarake puuttuu", "sv": "kolumn saknas", "en": "voter-id"}),
            (HEAD, "1,a,1,1,5\n",
             {"fi": "rivi 2, solu ”vote”", "sv": "rad 2, cell ”vote”", "en": "row 2"}),
        ],
    )  # fmt: skip
    def test_a_fault_is_told_in_ones_own_language(
        self, tmp_path, monkeypatch, head, rows, told
    ) -> None:
        file = self.votes(tmp_path, rows, head)
        for language, words in told.items():
            answer = self.run(monkeypatch, file, f"{language}_FI.UTF-8")
            assert answer.exit_code == 2
            assert words in answer.stderr
            assert answer.stdout == ""

    def test_every_kind_of_fault_is_told_in_every_language(self) -> None:
        from aukio.engines.opinions._telling import _TOLD

        assert _TOLD["fi"].keys() == _TOLD["sv"].keys()

    @pytest.mark.parametrize("people", [1, 12])
    def test_one_participant_and_all_passes_give_one_group(
        self, tmp_path, monkeypatch, people
    ) -> None:
        rows = "".join(f"1,a,{at},{who},0\n" for who in range(people) for at in range(8))
        found = json.loads(self.run(monkeypatch, self.votes(tmp_path, rows)).stdout)

        assert len(found["participants"]) == people
        assert [one["size"] for one in found["groups"]] == [people]
        assert all(one["pass"] == people for one in found["statements"])

    def test_of_re_votes_the_newest_counts(self, tmp_path, monkeypatch) -> None:
        file = self.votes(tmp_path, "1,a,1,1,1\n3,a,1,1,-1\n2,a,1,1,0\n")
        (one,) = json.loads(self.run(monkeypatch, file).stdout)["statements"]

        assert (one["agree"], one["disagree"], one["pass"]) == (0, 1, 0)
