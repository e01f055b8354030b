"""`aukio plan …`: the action plan from the command line."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import click
from django.utils.translation import gettext as _

from aukio.apps.plan import actions
from aukio.apps.plan.actions.amending import AMENDABLE
from aukio.apps.plan.actions.importing import Doubt
from aukio.apps.plan.exchange import FORMATS, usnap
from aukio.apps.plan.exchange import audit as audits
from aukio.apps.plan.models import Measure
from aukio.apps.plan.rules import is_team
from aukio.shared.accounts.models import Person
from aukio.shared.faults import Fault
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
@click.option("--title", default="", help="The plan's title; the file's name if left out.")
@click.option("--country", default="", help="Whose plan it is.")
@click.option("--by", "email", default="", help="The e-mail address of whoever imports it.")
@JSON
def import_(
    source: Path, format_: str, code: str, title: str, country: str, email: str, as_json: bool
) -> None:
    """Import a plan from a file or folder; dates nobody knows are listed as faults."""
    form = "json" if as_json else "text"
    with report_faults(form):
        done = actions.import_plan(
            by=_importer(email),
            source=source,
            format=format_,
            code=code,
            title=title,
            country=country,
        )
    text = _(
        "%(plan)s: %(files)d files, %(commitments)d commitments, %(measures)d measures and "
        "%(indicators)d indicators."
    )
    write(done.as_dict(), text % done.as_dict(), form)
    if not as_json:
        for line in _told_once(done.faults):
            click.echo(line, err=True)


PLACES_TOLD = 3


def _told_once(faults: list[Doubt]) -> list[str]:
    """A line for each thing that was not understood, with the first places it stands in."""
    places: dict[tuple[str, str, str], list[str]] = {}
    for one in faults:
        places.setdefault((one.field, one.written, one.what), []).append(one.where)
    lines = []
    for (field, written, what), where in places.items():
        more = len(where) - PLACES_TOLD
        told = "; ".join(where[:PLACES_TOLD])
        if more > 0:
            told += " " + _("and %(count)d more (all of them with --json)") % {"count": more}
        lines.append(f"{field} “{written}”: {what} {told}.")
    return lines


def _importer(email: str) -> Person | None:
    """Who imports, for the audit; nobody named is the operator."""
    if not email:
        return None
    found = Person.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if found is None or not is_team(found):
        raise Fault(
            _("Nobody in the plan's team has this address."),
            where="--by",
            mend=_("Give the address of somebody in the team, or leave it out."),
        )
    return found


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


def _pages(files: list[tuple[str, bytes]]) -> list[usnap.Page]:
    """The pages that can be read; others, such as a README, are told on standard error."""
    pages = []
    for name, content in files:
        try:
            pages.append(usnap.read(name, content))
        except Fault as fault:
            click.echo(str(fault), err=True)
    return pages


@group.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["usnap"]), required=True)
@JSON
def audit(folder: Path, format_: str, as_json: bool) -> None:
    """Find what is called complete with no link in its evidence. Exit 1 when there is any."""
    form = "json" if as_json else "text"
    with report_faults(form):
        files = actions.read_files(folder, FORMATS[format_])
    found = audits.audit(_pages(files))
    answer = {"complete": found.complete, "without_evidence": list(found.without_evidence)}
    if as_json:
        click.echo(json.dumps(answer, ensure_ascii=False))
    else:
        text = _("Complete: %(complete)d. Without a link in their evidence: %(bare)d.")
        click.echo(text % {"complete": found.complete, "bare": len(found.without_evidence)})
        for identity in found.without_evidence:
            click.echo(identity)
    raise SystemExit(1 if found.without_evidence else 0)


def _measure(number: str) -> Measure:
    found = Measure.objects.filter(commitment__plan__is_current=True, number=number).first()
    if found is None:
        raise Fault(
            _("The current plan has no measure %(number)s.") % {"number": number},
            where=number,
            mend=_("Write the number as on the measure's page."),
        )
    return found


@group.command()
@click.argument("measure")
@click.argument("email")
@click.option("--name", default="", help="The person's name, if they are new.")
@click.option("--language", type=click.Choice(["fi", "sv", "en"]), default="fi")
def lead(measure: str, email: str, name: str, language: str) -> None:
    """Make the person with this EMAIL a lead of the MEASURE; they get its tasks."""
    with report_faults("text"):
        named = actions.name_lead(
            by=None, measure=_measure(measure), email=email, name=name, language=language
        )
    click.echo(_("%(person)s leads %(number)s.") % {"person": named.person, "number": measure})


@group.command()
@click.argument("measure")
@click.argument("title")
@click.option("--due", default="", help="The date as it is written in the plan.")
@click.option("--language", type=click.Choice(["fi", "sv", "en"]), default="fi")
def milestone(measure: str, title: str, due: str, language: str) -> None:
    """Add a milestone with this TITLE to the MEASURE."""
    with report_faults("text"):
        made = actions.add_milestone(
            by=None, measure=_measure(measure), title=title, due=due, language=language
        )
    click.echo(made.code)


@group.command()
@click.argument("measure")
@click.option(
    "--set", "values", type=(str, str), multiple=True, required=True, metavar="FIELD TEXT"
)
@click.option("--why", required=True, help="The reason.")
@click.option("--decided", type=click.DateTime(["%Y-%m-%d"]), required=True)
@click.option("--approved-by", required=True, help="Who decided.")
@click.option("--language", type=click.Choice(["fi", "sv", "en"]), default="fi")
def amend(
    measure: str,
    values: tuple[tuple[str, str], ...],
    why: str,
    decided: datetime,
    approved_by: str,
    language: str,
) -> None:
    """Amend the MEASURE: set fields such as title_fi, text_sv, lead_en, start or end."""
    decision = actions.Decision(why, decided.date(), approved_by, language)
    with report_faults("text"):
        unknown = {name for name, _text in values} - set(AMENDABLE)
        if unknown:
            raise Fault(
                _("These cannot be amended: %(names)s.") % {"names": ", ".join(sorted(unknown))},
                where="--set",
                mend=_("Use: %(names)s.") % {"names": ", ".join(AMENDABLE)},
            )
        found = _measure(measure)
        done = actions.amend_measure(
            by=None,
            measure=found,
            revision=found.revision,
            values=dict(values),
            decision=decision,
        )
    click.echo(", ".join(done.changes))


@group.command()
@click.argument("measure")
@click.argument("text")
@click.option("--kind", type=click.Choice(["self", "independent", "civil_society"]), required=True)
@click.option("--reviewer", required=True, help="Whose review it is.")
@click.option("--completion", default="", help="How far the reviewer finds the measure.")
@click.option("--code", "codes", type=(str, str), multiple=True, metavar="NAME VALUE")
@click.option("--language", type=click.Choice(["fi", "sv", "en"]), default="fi")
def review(measure: str, text: str, codes: tuple[tuple[str, str], ...], **told: str) -> None:
    """Keep a review of the MEASURE with this TEXT and the reviewer's own codes."""
    judgement = actions.Judgement(text=text, codes=dict(codes), **told)
    with report_faults("text"):
        kept = actions.review_measure(by=None, measure=_measure(measure), judgement=judgement)
    click.echo(kept.get_kind_display())
