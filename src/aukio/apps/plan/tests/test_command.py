"""How the room's commands explain themselves."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from aukio.apps.plan.command import group
from aukio.apps.plan.models import Amendment, Milestone, Responsible, Review
from aukio.apps.plan.tests import factories


def test_every_command_explains_itself():
    assert all(command.help for command in group.commands.values())


def test_help_lists_the_commands():
    result = CliRunner().invoke(group, ["--help"])

    assert result.exit_code == 0
    assert "load" in result.output


@pytest.mark.django_db
class TestWorkingOnTheCommandLine:
    def run(self, *words: str):
        factories.measure("1.1.1")
        return CliRunner().invoke(group, list(words))

    def test_a_lead_is_named(self):
        assert self.run("lead", "1.1.1", "lead@example.fi", "--name", "Lea").exit_code == 0
        assert Responsible.objects.get().person.email == "lead@example.fi"

    def test_a_milestone_is_added(self):
        assert self.run("milestone", "1.1.1", "Guide out", "--due", "2026").exit_code == 0
        assert Milestone.objects.get().due == "2026"

    def test_a_measure_is_amended(self):
        decision = ["--why", "x", "--decided", "2026-01-31", "--approved-by", "VM"]

        assert self.run("amend", "1.1.1", "--set", "end", "2028", *decision).exit_code == 0
        assert Amendment.objects.get().changes == {"end": ["", "2028"]}

    def test_a_review_is_kept(self):
        given = ["--kind", "independent", "--reviewer", "IRM", "--code", "relevance", "high"]

        assert self.run("review", "1.1.1", "Good.", *given).exit_code == 0
        assert Review.objects.get().codes == {"relevance": "high"}

    @pytest.mark.parametrize(
        "words",
        [
            ["lead", "9.9.9", "lead@example.fi"],
            ["lead", "1.1.1", "nobody"],
            ["milestone", "1.1.1", " "],
            ["amend", "1.1.1", "--set", "number", "2", "--why", "x", "--decided", "2026-01-31",
             "--approved-by", "VM"],
            ["review", "1.1.1", " ", "--kind", "self", "--reviewer", "VM"],
        ],
    )  # fmt: skip
    def test_bad_input_ends_with_two_and_says_why(self, words):
        result = self.run(*words)

        assert result.exit_code == 2
        assert result.stderr
