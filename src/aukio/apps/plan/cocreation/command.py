"""`aukio plan proposals …`: calls for the next plan from the command line.

Exit codes: 0 done, 2 unusable input. Only what is public is written.
"""

from __future__ import annotations

import json
from pathlib import Path

import click
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aukio.apps.plan.cocreation import exports
from aukio.apps.plan.cocreation.actions.grouping import group_proposals
from aukio.apps.plan.cocreation.models import Call
from aukio.apps.plan.cocreation.queries.calls import counts, shown_calls
from aukio.shared.faults import Fault
from aukio.shared.terms.reporting import format_option, report_faults, write


@click.group()
def group() -> None:
    """Proposals for the next plan."""


@group.command("list")
@format_option
def list_(format_: str) -> None:
    """List the calls with how many proposals each has."""
    for call in Call.objects.order_by("opens", "pk"):
        told = counts(call)
        row = {
            "call": call.slug,
            "phase": call.phase.value,
            "proposals": told.sent,
            "published": told.published,
            "answered": told.answered,
        }
        if format_ == "json":
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            text = _(
                "%(call)s: %(proposals)d proposals, %(published)d published, %(answered)d answered."
            )
            click.echo(text % row)


@group.command()
@click.argument("call")
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False), required=False)
@click.option(
    "--format", "form", type=click.Choice(sorted(exports.FORMS)), default="csv", show_default=True
)
@click.option("--language", type=click.Choice(["fi", "sv", "en"]), default="fi")
def export(call: str, target: Path | None, form: str, language: str) -> None:
    """Write the published proposals of the CALL, with public responses, to TARGET.

    Without TARGET they go to standard output.
    """
    with report_faults("text"):
        found = _find(call, shown_only=True)
    with translation.override(language):
        content = exports.export(found, form)
    if target is None:
        click.echo(content, nl=False)
    else:
        target.write_bytes(content)


@group.command()
@click.argument("call")
@format_option
def themes(call: str, format_: str) -> None:
    """Have the machine propose themes for the CALL; what people decided stays."""

    def report(done: int, total: int, message: str) -> None:
        click.echo(f"\r{message} {done}/{total}", nl=False, err=True)

    with report_faults(format_):
        outcome = group_proposals(by=None, call=_find(call), report=report)
    click.echo("", err=True)
    words = ngettext(
        "%(themes)d theme for %(proposals)d proposals; pairs that may be alike: %(alike)d.",
        "%(themes)d themes for %(proposals)d proposals; pairs that may be alike: %(alike)d.",
        outcome.themes,
    )
    write(outcome.as_dict(), words % outcome.as_dict(), format_)


def _find(slug: str, *, shown_only: bool = False) -> Call:
    rows = shown_calls() if shown_only else Call.objects.all()
    found = rows.filter(slug=slug).first()
    if found is None:
        raise Fault(
            _("There is no such call: %(call)s.") % {"call": slug},
            where=slug,
            mend=_("List the calls with: aukio plan proposals list"),
        )
    return found
