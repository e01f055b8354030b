"""Production refuses to start without what keeps it safe, and says what is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WHOLE = {
    "AUKIO_MODE": "production",
    "SECRET_KEY": "k" * 50,
    "ALLOWED_HOSTS": "aukio.example",
    "AUKIO_PUBLIC_URL": "https://aukio.example",
}


def check(**settings: str) -> subprocess.CompletedProcess[str]:
    known = {k: v for k, v in os.environ.items() if k not in WHOLE and k != "SECRET_KEY_FILE"}
    environment = {**known, "DJANGO_SETTINGS_MODULE": "aukio.project.settings", **settings}
    return subprocess.run(
        [sys.executable, "-m", "aukio", "django", "check"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_with_everything_in_place():
    assert check(**WHOLE).returncode == 0


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "AUKIO_PUBLIC_URL"])
def test_production_refuses_to_start_without(name: str):
    refused = check(**{key: value for key, value in WHOLE.items() if key != name})

    assert refused.returncode != 0
    assert name in refused.stderr


def test_production_refuses_an_address_without_encryption():
    assert check(**{**WHOLE, "AUKIO_PUBLIC_URL": "http://aukio.example"}).returncode != 0


def test_a_secret_may_be_given_as_a_file(tmp_path: Path):
    secret = tmp_path / "key"
    secret.write_text("f" * 50 + "\n")
    settings = {key: value for key, value in WHOLE.items() if key != "SECRET_KEY"}

    assert check(**settings, SECRET_KEY_FILE=str(secret)).returncode == 0


def test_a_secret_file_that_is_not_there_is_named(tmp_path: Path):
    settings = {key: value for key, value in WHOLE.items() if key != "SECRET_KEY"}

    refused = check(**settings, SECRET_KEY_FILE=str(tmp_path / "missing"))

    assert refused.returncode != 0
    assert "SECRET_KEY_FILE" in refused.stderr


def test_a_mode_that_does_not_exist_is_refused():
    assert "AUKIO_MODE" in check(AUKIO_MODE="prodction").stderr
