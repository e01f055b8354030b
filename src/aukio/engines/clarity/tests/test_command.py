"""`aukio wording`: exit codes and shapes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aukio.engines.clarity.command import group

GOOD = "Hae tukea verkossa. Täytä lomake ja lähetä se meille.\n"
STIFF = "Mikäli hakija haluaa, tulee hakijan toimittaa lomake. Lomake palautetaan kuntaan.\n"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "kirje.txt"
    path.write_text(STIFF, encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(group, [str(one) for one in arguments])


def test_a_good_text_exits_0(tmp_path: Path) -> None:
    path = tmp_path / "hyva.txt"
    path.write_text(GOOD, encoding="utf-8")
    assert run("check", path, "--quick").exit_code == 0


def test_below_the_goal_exits_1(letter: Path) -> None:
    assert run("check", letter, "--quick").exit_code == 1
    assert run("check", letter, "--quick", "--goal", 0).exit_code == 0


def test_unusable_input_exits_2_with_a_message(tmp_path: Path) -> None:
    result = run("check", tmp_path / "puuttuu.docx")
    assert result.exit_code == 2
    assert "cannot be opened" in result.stderr
    assert result.stdout == ""


def test_one_unusable_file_among_many_exits_2_and_the_others_are_checked(
    letter: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "rikki.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing")
    result = run("check", broken, letter, "--quick", "--format", "json", "--goal", 0)
    assert result.exit_code == 2
    assert [one["path"] for one in json.loads(result.stdout)["documents"]] == [str(letter)]
    assert result.stderr.strip() == f"{broken}: The file is not a readable PDF."


@pytest.mark.parametrize("content", [b"", b" \r\n ", bytes(range(256)) * 9])
def test_an_empty_or_binary_file_exits_2(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "outo.txt"
    path.write_bytes(content)
    result = run("check", path, "--quick")
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "latin-1"])
def test_places_count_the_characters_of_the_text_whatever_its_bytes(
    tmp_path: Path, coding: str
) -> None:
    text = "Ääkköset.\r\n\r\nMikäli haluat, hae tukea."
    path = tmp_path / "kirje.txt"
    path.write_bytes(text.encode(coding))
    result = run("check", path, "--quick", "--format", "json", "--language", "fi", "--goal", 0)
    found = json.loads(result.stdout)["documents"][0]["findings"]
    assert "Mikäli" in [text[one["start"] : one["end"]] for one in found]


def test_json_has_the_documented_shape(letter: Path) -> None:
    result = run("check", letter, "--quick", "--format", "json", "--language", "fi", "--goal", 0)
    data = json.loads(result.stdout)
    assert list(data) == ["documents"]
    document = data["documents"][0]
    assert list(document) == ["path", "language", "score", "findings"]
    assert document["language"] == "fi"
    for finding in document["findings"]:
        assert list(finding) == ["rule", "level", "start", "end", "message", "suggestion"]
    first = document["findings"][0]
    assert STIFF[first["start"] : first["end"]] == "Mikäli"


def test_sarif_names_its_rules_places_and_fixes(letter: Path) -> None:
    result = run("check", letter, "--quick", "--format", "sarif", "--goal", 0)
    data = json.loads(result.stdout)
    assert data["version"] == "2.1.0"
    known = {rule["id"] for rule in data["runs"][0]["tool"]["driver"]["rules"]}
    results = data["runs"][0]["results"]
    assert results
    for one in results:
        assert one["ruleId"] in known
        assert one["level"] in {"error", "warning", "note"}
        region = one["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert region["charLength"] > 0
    assert results[0]["fixes"][0]["artifactChanges"][0]["replacements"]


def test_what_is_let_be_appears_in_sarif_with_its_reason(letter: Path) -> None:
    allowed = ("--allow", "officialese=oma tyyli")
    result = run("check", letter, "--quick", "--format", "sarif", "--goal", 0, *allowed)
    found = json.loads(result.stdout)["runs"][0]["results"]
    let_be = [one for one in found if "suppressions" in one]
    assert let_be[0]["suppressions"][0]["justification"] == "oma tyyli"


@pytest.mark.parametrize("allowed", ["officialese=", "nothing=reason"])
def test_a_suppression_without_reason_or_rule_exits_2(letter: Path, allowed: str) -> None:
    assert run("check", letter, "--quick", "--allow", allowed).exit_code == 2


def test_text_shows_line_column_reason_and_score(letter: Path) -> None:
    shown = run("check", letter, "--quick", "--say-in", "fi").stdout
    assert "kirje.txt:1:1: warning: Virkakielinen ilmaus" in shown
    assert "LIX" in shown
    assert "harhaanjohtava" in shown
    assert "sanaa virkkeessä" in shown


def test_a_glossary_file_is_used(letter: Path, tmp_path: Path) -> None:
    glossary = tmp_path / "sanasto.yaml"
    glossary.write_text("fi:\n- preferred: kaavake\n  forbidden: [lomake]\n", encoding="utf-8")
    shown = run("check", letter, "--quick", "--glossary", glossary).stdout
    assert "glossary-forbidden" in shown


def test_a_broken_glossary_exits_2(letter: Path, tmp_path: Path) -> None:
    assert run("check", letter, "--glossary", tmp_path / "none.yaml").exit_code == 2


def test_structures_are_listed_with_their_places(tmp_path: Path) -> None:
    path = tmp_path / "sv.txt"
    path.write_text("Blanketten lämnas in.", encoding="utf-8")
    result = run("structures", path, "--language", "sv", "--format", "json")
    assert json.loads(result.stdout) == [{"kind": "passive", "start": 11, "end": 17}]
    assert "passive: lämnas" in run("structures", path, "--language", "sv").stdout


def test_starting_the_command_loads_no_model() -> None:
    code = (
        "import sys; import aukio.engines.clarity.command as c;"
        "print([m for m in ('spacy','wordfreq','simplemma','docx','lxml','pygls')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
