"""The ``aukio`` command: one group of verbs for each room, engine and part of the corridor.

Groups load only when they are used, so ``aukio wording check`` starts neither a server
nor a database. Exit codes: 0 fine, 1 findings, 2 unusable input.
"""

from __future__ import annotations

import importlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from aukio import __version__
from aukio.project.backup import backup, restore
from aukio.project.doctor import doctor
from aukio.project.environment import SettingFault
from aukio.project.run import run, setup

PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Entry:
    """Where a group lives, what it is for, and whether it needs the database."""

    target: str
    summary: str
    needs_django: bool = True


GROUPS: dict[str, Entry] = {
    "meaning": Entry(
        "aukio.engines.meaning.command:group", "Themes and quotes from a file.", False
    ),
    "wording": Entry("aukio.engines.clarity.command:group", "Easy and clear language.", False),
    "plan": Entry("aukio.apps.plan.command:group", "The action plan and its measures."),
    "dialogues": Entry("aukio.apps.dialogues.command:group", "Rounds, records and summaries."),
    "opinions": Entry(
        "aukio.engines.opinions.command:group", "Opinion maps from votes in a file.", False
    ),
    "accounts": Entry("aukio.shared.accounts.command:group", "People and sign-in links."),
    "areas": Entry("aukio.shared.areas.command:group", "Regions, counties and municipalities."),
    "terms": Entry("aukio.shared.terms.command:group", "Coded vocabularies."),
    "audit": Entry("aukio.shared.audit.command:group", "The chain of audit events."),
    "search": Entry("aukio.shared.search.command:group", "The search index."),
    "jobs": Entry("aukio.shared.jobs.command:group", "The worker and its jobs."),
    "mail": Entry("aukio.shared.mail.command:group", "Mail waiting to be sent."),
    "sample": Entry("aukio.project.sample:group", "Sample data, plainly labelled."),
}


def prepare_django() -> None:
    """Load the settings and apps, once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aukio.project.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()


class Rooms(click.Group):
    """Loads a room's verbs when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *present_groups()])

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        entry = present_groups().get(name)
        if entry is None:
            return super().get_command(ctx, name)
        if entry.needs_django:
            prepare_django()
        module, attribute = entry.target.split(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Tell a fault in what was given as it is, never as a trace."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            told = _told(error)
            if told is None:
                raise
            raise told from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        own = {name: c.get_short_help_str() for name, c in self.commands.items()}
        rooms = {name: entry.summary for name, entry in present_groups().items()}
        with formatter.section("Commands"):
            formatter.write_dl(sorted({**own, **rooms}.items()))


class Unusable(click.ClickException):
    """Input, settings or a database that cannot be used; exit code 2."""

    exit_code = 2


def _told(error: Exception) -> Unusable | None:
    if isinstance(error, SettingFault):
        return Unusable(str(error))
    if hasattr(error, "what") and hasattr(error, "mend"):
        return Unusable(str(error))
    kind = f"{type(error).__module__}.{type(error).__name__}"
    if kind == "django.core.exceptions.ImproperlyConfigured":
        return Unusable(str(error))
    if kind in ("django.db.utils.OperationalError", "django.db.utils.ProgrammingError"):
        return Unusable(f"The database cannot be used: {error}\nType: aukio setup")
    return None


def present_groups() -> dict[str, Entry]:
    """The groups whose room is in the house."""
    return {
        name: entry
        for name, entry in GROUPS.items()
        if (PACKAGE.parent / entry.target.split(":")[0].replace(".", "/"))
        .with_suffix(".py")
        .exists()
    }


@click.group(cls=Rooms, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="aukio")
def main() -> None:
    """Aukio: the platform that carries out an open government action plan."""


@main.command(context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def django(arguments: tuple[str, ...]) -> None:
    """Django's own commands, such as `aukio django migrate`."""
    prepare_django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["aukio django", *arguments])


main.add_command(run)
main.add_command(setup)
main.add_command(doctor)
main.add_command(backup)
main.add_command(restore)
