"""What is called complete with nothing to show for it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from aukio.apps.plan.command import group
from aukio.apps.plan.exchange import audit, usnap


def page(body: str, status: str = "Complete", **fields: str) -> usnap.Page:
    named = {"commitment_detail_sub_id": "X.1", "commitment_status": status, **fields}
    return usnap.Page("x.md", named, body)


@pytest.mark.parametrize(
    "body",
    [
        "Evidence:\n\nhttps://example.gov/a",
        "Evidence:<br>\n[Report](http://example.gov/a)",
        "## Evidence\nSee <a href='https://example.gov'>here</a>.",
        "**Evidence:** www.example.gov",
        "<p>Evidence</p>\nhttps://example.gov",
        "EVIDENCE OF COMPLETION:\nhttps://example.gov",
        "Progress Update:\nDone.\n\nEvidence: [Report][1]\n\n[1]: https://example.gov/a",
    ],
)
def test_a_link_in_the_evidence_section_is_found(body):
    assert audit.audit([page(body)]).without_evidence == ()


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Evidence:\n\nNone.",
        "Evidence:\nSee previous update",
        "Progress Update: https://example.gov\n\nEvidence:\nNone",
        "Evidence:\nNone\n\nNext Steps:\nhttps://example.gov",
        "Evidence:\nNone\n\n## More\nhttps://example.gov",
        "Evidence:\n[Report](/assets/report.pdf)",
        "There is evidence that https://example.gov works.",
        "Evidence: [Report][1]\n\n[1]: /assets/a",
    ],
)
def test_without_a_whole_link_there_it_is_listed(body):
    assert audit.audit([page(body)]).without_evidence == ("X.1",)


def test_evidence_may_also_stand_in_a_field_of_its_own():
    assert audit.audit([page("", evidence_links="https://example.gov")]).without_evidence == ()


@pytest.mark.parametrize("status", ["Complete", "complete", " Completed ", "COMPLETE."])
def test_every_way_of_writing_complete_counts(status):
    assert audit.audit([page("", status)]).complete == 1


@pytest.mark.parametrize(
    "status", ["In Progress", "Not Started", "", "Incomplete", "Nearly complete"]
)
def test_anything_else_does_not(status):
    assert audit.audit([page("", status)]).complete == 0


def test_a_page_without_status_is_not_counted():
    assert audit.audit([usnap.Page("x.md", {"commitment_id": "X"}, "")]).complete == 0


def test_the_id_falls_back_to_the_commitment_and_the_files_name():
    assert usnap.Page("d/x.md", {"commitment_id": "X"}, "").identity == "X"
    assert usnap.Page("d/x.md", {}, "").identity == "x"


class TestCommand:
    def test_it_lists_ids_as_json_and_ends_with_one(self, tmp_path):
        (tmp_path / "a.md").write_bytes(page("Evidence: None").write())

        result = CliRunner().invoke(group, ["audit", str(tmp_path), "--format", "usnap", "--json"])

        assert json.loads(result.stdout) == {"complete": 1, "without_evidence": ["X.1"]}
        assert result.exit_code == 1

    def test_with_nothing_to_tell_it_ends_with_nought(self, tmp_path):
        (tmp_path / "a.md").write_bytes(page("Evidence: https://example.gov").write())

        result = CliRunner().invoke(group, ["audit", str(tmp_path), "--format", "usnap"])

        assert result.exit_code == 0

    def test_a_page_that_is_no_commitment_is_told_and_left_out(self, tmp_path):
        (tmp_path / "README.md").write_text("Read me.")
        (tmp_path / "a.md").write_bytes(page("Evidence: None").write())

        result = CliRunner().invoke(group, ["audit", str(tmp_path), "--format", "usnap", "--json"])

        assert json.loads(result.stdout)["complete"] == 1
        assert "README.md" in result.stderr

    def test_a_missing_folder_ends_with_two(self, tmp_path):
        result = CliRunner().invoke(group, ["audit", str(tmp_path / "x"), "--format", "usnap"])

        assert result.exit_code == 2


@pytest.mark.realdata
def test_sixteen_of_thirty_three_have_no_link(realdata):
    folder = str(realdata / "plan" / "us_nap5")

    result = CliRunner().invoke(group, ["audit", folder, "--format", "usnap", "--json"])

    found = json.loads(result.stdout)
    assert (found["complete"], len(found["without_evidence"])) == (33, 16)
