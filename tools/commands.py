"""Write ``docs/commands.md`` from the commands' own help: ``python tools/commands.py``."""

from __future__ import annotations

from pathlib import Path

import click

from aukio.project.command import main

TARGET = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
HEAD = """# Commands

Text for people by default, `--format json` for machines. Exit codes: 0 fine, 1 findings, 2 input
that cannot be used; what is wrong is told on standard error. Written by `make commands` from the
commands' own help.
"""


def leaves(group: click.Group, words: str) -> list[tuple[str, click.Command]]:
    """Every command with the words it is typed with."""
    context = click.Context(group)
    found: list[tuple[str, click.Command]] = []
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            found += leaves(command, f"{words} {name}")
        elif command is not None:
            found.append((f"{words} {name}", command))
    return found


def page() -> str:
    """The whole page as Markdown."""
    parts = [HEAD]
    for words, command in leaves(main, "aukio"):
        context = click.Context(command, info_name=words)
        pieces = [words, *command.collect_usage_pieces(context)]
        usage = " ".join(piece for piece in pieces if piece != "[OPTIONS]")
        parts.append(f"\n## `{usage}`\n\n{' '.join((command.help or '').split())}\n")
        rows = [p.get_help_record(context) for p in command.params if isinstance(p, click.Option)]
        lines = [
            f"- `{row[0]}` – {' '.join(row[1].split())}".rstrip(" –") + "\n" for row in rows if row
        ]
        if lines:
            parts.append("\n" + "".join(lines))
    return "".join(parts)


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
