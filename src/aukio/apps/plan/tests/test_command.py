"""How the room's commands explain themselves."""

from __future__ import annotations

from click.testing import CliRunner

from aukio.apps.plan.command import group


def test_every_command_explains_itself():
    assert all(command.help for command in group.commands.values())


def test_help_lists_the_commands():
    result = CliRunner().invoke(group, ["--help"])

    assert result.exit_code == 0
    assert "load" in result.output
