"""`aukio plan …`: the action plan from the command line."""

from __future__ import annotations

from pathlib import Path

import click
from django.utils.translation import gettext as _

from aukio.apps.plan import actions
from aukio.shared.terms.reporting import format_option, report_faults, write


@click.group()
def group() -> None:
    """The action plan and its measures."""


@group.command()
@click.argument("file", type=click.Path(path_type=Path))
@format_option
def load(file: Path, format_: str) -> None:
    """Load a plan from a YAML FILE; the same again changes nothing."""
    with report_faults(format_):
        outcome = actions.load_plan(file)
    text = _(
        "%(plan)s: %(commitments)d commitments, %(sections)d sections and %(measures)d measures "
        "(%(new)d new, %(changed)d changed, %(amended)d kept as amended here)."
    )
    write(outcome.as_dict(), text % outcome.as_dict(), format_)


@group.command()
@format_option
def snapshot(format_: str) -> None:
    """Count every live figure now and keep it for the running month."""
    taken = actions.take_snapshots()
    text = _("%(period)s: %(counted)d figures kept, %(new)d of them new.") % taken.as_dict()
    write(taken.as_dict(), text, format_)
    for code in taken.failed:
        click.echo(_("%(code)s could not be counted.") % {"code": code}, err=True)
    if taken.failed:
        raise SystemExit(1)
