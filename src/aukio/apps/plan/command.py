"""`aukio plan …`: the action plan from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import click
from django.utils.translation import gettext as _

from aukio.apps.plan import actions
from aukio.apps.plan.exchange import FORMATS, usnap
from aukio.apps.plan.exchange import audit as audits
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


PLAN_FORMATS = click.Choice([*FORMATS, "aukio"])
JSON = click.option("--json", "as_json", is_flag=True, help="JSON for machines.")


@group.command("import")
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=PLAN_FORMATS, required=True, help="The files' format.")
@click.option("--code", default="", help="The plan's code here; from the file's name if left out.")
@JSON
def import_(source: Path, format_: str, code: str, as_json: bool) -> None:
    """Import a plan from a file or folder; dates nobody knows are listed as faults."""
    form = "json" if as_json else "text"
    with report_faults(form):
        done = actions.import_plan(source=source, format=format_, code=code)
    text = _(
        "%(plan)s: %(files)d files, %(commitments)d commitments, %(measures)d measures and "
        "%(indicators)d indicators."
    )
    write(done.as_dict(), text % done.as_dict(), form)
    if not as_json:
        for fault in done.faults:
            click.echo(f"{fault.where}: {fault.field} “{fault.written}”. {fault.what}", err=True)


@group.command()
@click.argument("code")
@click.argument("target", type=click.Path(path_type=Path), required=False)
@click.option("--format", "format_", type=PLAN_FORMATS, required=True, help="The files' format.")
def export(code: str, target: Path | None, format_: str) -> None:
    """Write the plan CODE to TARGET: a file or folder; one file goes to standard output."""
    with report_faults("text"):
        files = actions.export_plan(code=code, format=format_)
    single = len(files) == 1 and not (target and target.is_dir())
    if single and target is None:
        click.echo(files[0][1], nl=False)
        return
    if target is None:
        raise click.UsageError(_("The plan has several files: give a folder for them."))
    for name, content in files:
        place = target if single else target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


@group.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["usnap"]), required=True)
@JSON
def audit(folder: Path, format_: str, as_json: bool) -> None:
    """Find what is called complete with no link in its evidence. Exit 1 when there is any."""
    form = "json" if as_json else "text"
    with report_faults(form):
        files = actions.read_files(folder, FORMATS[format_])
        found = audits.audit([usnap.read(name, content) for name, content in files])
    answer = {"complete": found.complete, "without_evidence": list(found.without_evidence)}
    if as_json:
        click.echo(json.dumps(answer, ensure_ascii=False))
    else:
        text = _("Complete: %(complete)d. Without a link in their evidence: %(bare)d.")
        click.echo(text % {"complete": found.complete, "bare": len(found.without_evidence)})
        for identity in found.without_evidence:
            click.echo(identity)
    raise SystemExit(1 if found.without_evidence else 0)
