"""`aukio areas …`: the division of Finland, loaded a year at a time."""

from __future__ import annotations

from pathlib import Path

import click
from django.utils.translation import gettext as _

from aukio.shared.areas import actions
from aukio.shared.terms.reporting import format_option, report_faults, write


@click.group()
def group() -> None:
    """Regions, wellbeing services counties and municipalities."""


@group.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--year", type=int, required=True, help="The year whose division it is.")
@format_option
def load(folder: Path, year: int, format_: str) -> None:
    """Load regions.csv, wellbeing.csv and municipalities.csv of FOLDER."""
    with report_faults(format_):
        outcome = actions.load(by=None, folder=folder, year=year)
    text = _(
        "Year %(year)d: %(regions)d regions, %(wellbeing)d wellbeing services counties and "
        "%(municipalities)d municipalities (%(new)d new, %(changed)d changed, "
        "%(closed)d ended, %(unchanged)d unchanged)."
    )
    write(outcome.as_dict(), text % outcome.as_dict(), format_)
