"""`aukio terms …`: the coded vocabularies."""

from __future__ import annotations

from pathlib import Path

import click
from django.utils.translation import gettext as _

from aukio.shared.terms import actions
from aukio.shared.terms.reporting import format_option, report_faults, write


@click.group()
def group() -> None:
    """Coded vocabularies with words in three languages."""


@group.command()
@click.argument("path", type=click.Path(path_type=Path))
@format_option
def load(path: Path, format_: str) -> None:
    """Load the vocabularies of a YAML file, or of every one in a folder."""
    with report_faults(format_):
        outcome = actions.load(by=None, path=path)
    text = _(
        "%(vocabularies)d vocabularies with %(terms)d terms "
        "(%(new)d new, %(changed)d changed, %(retired)d retired)."
    )
    write(outcome.as_dict(), text % outcome.as_dict(), format_)
