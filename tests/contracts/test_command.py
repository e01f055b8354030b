"""The command tells faults in words, with exit code 2, and loads only what it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from aukio import __version__

ROOT = Path(__file__).resolve().parents[2]


def aukio(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "aukio", *words],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "aukio.project.settings", **settings},
        capture_output=True,
        text=True,
        check=False,
    )


def test_tells_its_version():
    assert aukio("--version").stdout.strip() == f"aukio, version {__version__}"


def test_help_lists_every_room():
    told = aukio("--help").stdout

    assert all(f"\n  {room} " in told for room in ("dialogues", "plan", "meaning", "doctor"))


def test_an_engine_needs_neither_settings_nor_database(tmp_path: Path):
    table = tmp_path / "notes.csv"
    table.write_text("text\nBussi ei tule kylään.\nBussi kulkee harvoin.\n", encoding="utf-8")

    done = aukio(
        *("meaning", "themes", str(table), "--text", "text", "--format", "json"),
        DJANGO_SETTINGS_MODULE="not.there",
        AUKIO_MODE="nonsense",
    )

    assert done.returncode == 0, done.stderr


def test_a_database_without_tables_is_told_in_words(tmp_path: Path):
    refused = aukio("mail", "status", AUKIO_DATA_DIR=str(tmp_path), DATABASE_URL="")

    assert refused.returncode == 2
    assert "aukio setup" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_setting_that_cannot_be_used_is_told_in_words():
    refused = aukio("mail", "status", PORT="not a number")

    assert refused.returncode == 2
    assert "PORT must be a whole number" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_file_that_is_not_there_is_told_in_words(tmp_path: Path):
    refused = aukio("plan", "load", str(tmp_path / "missing.yaml"))

    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr
