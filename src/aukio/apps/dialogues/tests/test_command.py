"""The command: exit codes, messages on standard error, nothing stored on a fault."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

# Read in before a test puts a lighter embedder in place: it would keep that one for good.
import aukio.engines.meaning  # noqa: F401
from aukio.apps.dialogues import actions
from aukio.apps.dialogues.command import group
from aukio.apps.dialogues.models import Note, Record, Round, Theme
from aukio.apps.dialogues.tests import factories as make
from aukio.apps.dialogues.tests.files import docx
from aukio.engines import text as engine

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


@pytest.fixture
def round() -> Round:
    return make.RoundFactory(slug="testi")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, [str(one) for one in arguments])


def test_a_round_is_begun_and_listed() -> None:
    told = ("--fi", "Turva", "--season", "spring", "--year", "2026", "--format", "json")
    made = run("round", "create", "turva", *told)
    listed = run("round", "list", "--format", "json")

    assert json.loads(made.stdout) == {"round": "turva"}
    assert json.loads(listed.stdout)["rounds"][0]["title"] == "Turva"
    assert run("round", "create", "turva", *told).exit_code == 2


def test_a_table_is_imported(tmp_path: Path, round: Round) -> None:
    file = tmp_path / "a.csv"
    file.write_text("d,l,t\n1,fi,Hei vaan\n2,sv,Hej då\n", encoding="utf-8")
    columns = ("--text", "t", "--language", "l", "--dialogue", "d")

    result = run("import", file, "--round", "testi", *columns, "--format", "json")

    assert result.exit_code == 0
    assert json.loads(result.stdout) == {"round": "testi", "records": 2, "notes": 2}
    assert set(Note.objects.values_list("language", flat=True)) == {"fi", "sv"}


def test_a_folder_of_records_is_imported(tmp_path: Path, round: Round) -> None:
    (tmp_path / "a.txt").write_text("Yksi rivi", encoding="utf-8")
    (tmp_path / "b.docx").write_bytes(docx("Toinen rivi"))
    (tmp_path / "c.pdf").write_bytes(b"%PDF")

    result = run("import", tmp_path, "--round", "testi", "--language", "fi")

    assert result.exit_code == 0
    assert "2 records, 2 notes were kept." in result.stdout
    assert set(Record.objects.values_list("dialogue__reference", flat=True)) == {"a.txt", "b.docx"}


def test_unusable_input_ends_with_2_and_stores_nothing(tmp_path: Path, round: Round) -> None:
    (tmp_path / "good.txt").write_text("Yksi rivi", encoding="utf-8")
    (tmp_path / "large.txt").write_bytes(b"a" * 50_000_001)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "uneven.csv").write_text("a,b\n1\n", encoding="utf-8")
    (tmp_path / "nothing").mkdir()
    wrong: list[tuple[str | Path, ...]] = [
        (tmp_path / "large.txt",),
        (tmp_path / "empty.txt",),
        (tmp_path / "broken.docx",),
        (tmp_path / "uneven.csv", "--text", "a"),
        (tmp_path / "uneven.csv",),
        (tmp_path / "missing.txt",),
        (tmp_path / "nothing",),
        (tmp_path,),
        (tmp_path / "good.txt", "--language", "klingon"),
    ]

    for arguments in wrong:
        result = run("import", *arguments, "--round", "testi")
        assert result.exit_code == 2, arguments
        assert result.stderr
        assert not result.stdout
    assert not Record.objects.exists()


def test_a_fault_is_told_to_machines_by_its_parts(tmp_path: Path, round: Round) -> None:
    result = run("import", tmp_path / "no.txt", "--round", "testi", "--format", "json")

    assert set(json.loads(result.stderr)["faults"][0]) == {"what", "where", "mend"}


def test_an_unknown_round_lists_those_there_are(tmp_path: Path, round: Round) -> None:
    result = run("themes", "--round", "wrong")

    assert result.exit_code == 2
    assert "The rounds are: testi." in result.stderr


def test_themes_are_proposed_with_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "embed", partial(engine.embed, fallback=True))
    round = make.record().dialogue.round

    result = run("themes", "--round", round.slug, "--format", "json")

    assert json.loads(result.stdout)["notes"] == 3
    assert "100 %" in result.stderr
    assert Theme.objects.exists()


@pytest.mark.parametrize("form", ["csv", "json", "docx"])
def test_a_summary_is_written_to_a_file(form: str, tmp_path: Path) -> None:
    round = make.publishable()
    out = tmp_path / "out"
    asked = ("export", "--round", round.slug, "--format", form, "--out")
    assert run(*asked, out).exit_code == 2
    actions.publish(by=None, round=round)

    assert run(*asked, out).exit_code == 0

    assert out.stat().st_size > 100
    assert run(*asked, tmp_path / "no" / "folder").exit_code == 2
