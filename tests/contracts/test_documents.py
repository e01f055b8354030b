"""What can be set or typed is written down."""

from __future__ import annotations

import tomllib
from pathlib import Path

import click
import pytest
from tools.commands import leaves, page

from aukio.project.command import main
from aukio.project.environment import ALL_SETTINGS

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("setting", ALL_SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_documented(setting):
    assert f"`{setting.name}`" in (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")


def test_every_command_is_documented_as_it_is_now():
    documented = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")

    assert documented == page(), "Type: make commands"


@pytest.mark.parametrize("command", [words for words, _command in leaves(main, "aukio")])
def test_every_command_explains_itself(command: str):
    current: click.Command = main
    for word in command.split()[1:]:
        assert isinstance(current, click.Group)
        current = current.get_command(click.Context(current), word) or current

    assert current.help


def test_every_dependency_says_why_it_is_here():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(name for extra in extras for name in extra)]
    documented = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    names = {name_of(requirement) for requirement in wanted}

    assert not sorted(name for name in names if f"| {name} |" not in documented)


def name_of(requirement: str) -> str:
    for mark in "[<>=!~ ;":
        requirement = requirement.split(mark)[0]
    return requirement.lower()


def test_lock_files_hold_hashes_and_no_addresses():
    for lock in ROOT.glob("requirements*.lock"):
        text = lock.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert "://" not in text, lock.name
    assert '"resolved": "http' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")
