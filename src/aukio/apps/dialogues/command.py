"""`aukio dialogues …`: rounds, records, themes and summaries from the command line.

Exit codes: 0 done, 2 unusable input. Messages and progress go to standard error.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aukio.apps.dialogues import actions, wings
from aukio.apps.dialogues.drafting import draft_round
from aukio.apps.dialogues.exports import FORMS, export
from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.gathering import gather
from aukio.apps.dialogues.models import Permission, Publication, Round, Season
from aukio.apps.dialogues.queries import publication_of
from aukio.shared.terms.reporting import format_option, report_faults, write

PATH = click.Path(path_type=Path)
LANGUAGES = ("fi", "sv", "en")
round_option = click.option("--round", "slug", required=True, help="The round's address.")


class WithWings(click.Group):
    """The room's own verbs, and those its wings bring."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *wings.commands])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        address = wings.commands.get(cmd_name)
        if address is None:
            return super().get_command(ctx, cmd_name)
        found: click.Command = import_string(address.replace(":", "."))
        return found


@click.group(cls=WithWings)
def group() -> None:
    """Rounds, records and summaries."""


@group.group("round")
def rounds() -> None:
    """Begin and list rounds."""


@rounds.command()
@click.argument("slug")
@click.option("--fi", "title_fi", required=True, help="The theme in Finnish.")
@click.option("--sv", "title_sv", default="", help="The theme in Swedish.")
@click.option("--en", "title_en", default="", help="The theme in English.")
@click.option("--season", type=click.Choice(Season.values), required=True)
@click.option("--year", type=int, required=True)
@format_option
def create(slug: str, season: str, year: int, format_: str, **titles: str) -> None:
    """Begin a round with the address SLUG."""
    title = {name[-2:]: text for name, text in titles.items()}
    with report_faults(format_):
        made = actions.create_round(by=None, slug=slug, title=title, season=season, year=year)
    text = _("The round “%(title)s” was begun.") % {"title": made.title}
    write({"round": made.slug}, text, format_)


@rounds.command("list")
@format_option
def list_(format_: str) -> None:
    """List every round, newest first."""
    found = list(Round.objects.all())
    lines = "\n".join(f"{one.slug}\t{one.get_status_display()}\t{one.title}" for one in found)
    write({"rounds": [_as_dict(one) for one in found]}, lines or _("There are no rounds."), format_)


@group.command("import")
@click.argument("path", type=PATH)
@round_option
@click.option("--text", default="", help="Column that holds what people said (tables).")
@click.option("--language", default="", help="Column of the language (tables), or its code.")
@click.option("--dialogue", default="", help="Column of the dialogue (tables).")
@click.option("--permission", type=click.Choice(Permission.values), default=Permission.NONE.value)
@format_option
def import_(
    path: Path, slug: str, text: str, language: str, dialogue: str, permission: str, format_: str
) -> None:
    """Import a record, a table of notes, or every record of a folder: all or nothing."""
    with report_faults(format_):
        round = _round(slug)
        gathered = gather(path, text=text, language=language, dialogue=dialogue)
        made = actions.import_records(
            by=None,
            round=round,
            readings=gathered.readings,
            language=gathered.language,
            permission=permission,
        )
    notes = sum(len(reading.spans) for reading in gathered.readings)
    answer = {"round": slug, "records": len(made), "notes": notes}
    text = ngettext("%(records)d record", "%(records)d records", len(made)) % answer
    kept = ngettext("%(notes)d note was kept.", "%(notes)d notes were kept.", notes) % answer
    write(answer, f"{text}, {kept}", format_)


@group.command()
@round_option
@format_option
def themes(slug: str, format_: str) -> None:
    """Propose themes and quotes for a round's notes; people's decisions stay."""
    with report_faults(format_):
        round = _round(slug)
        outcome = draft_round(by=None, round=round, report=_report)
    text = _(
        "%(notes)d notes: %(themes)d themes and %(quotes)d quotes are proposed "
        "(coverage %(coverage).2f)."
    )
    write(outcome.as_dict(), text % outcome.as_dict(), format_)


@group.command("export")
@round_option
@click.option("--format", "form", type=click.Choice(list(FORMS)), required=True)
@click.option("--language", type=click.Choice(LANGUAGES), default="fi")
@click.option("--out", type=PATH, required=True, help="The file to write.")
def export_(slug: str, form: str, language: str, out: Path) -> None:
    """Write a published summary to a file."""
    with report_faults("text"):
        _name, content = export(_publication(slug), form, language)
        try:
            out.write_bytes(content)
        except OSError as error:
            raise InputFault(
                _("The file cannot be written."),
                place=Place(file=str(out)),
                mend=_("Check the folder and its permissions."),
            ) from error
    click.echo(_("%(file)s was written.") % {"file": out}, err=True)


def _round(slug: str) -> Round:
    found = Round.objects.filter(slug=slug).first()
    if found is None:
        known = ", ".join(Round.objects.values_list("slug", flat=True))
        raise InputFault(
            _("There is no round “%(round)s”.") % {"round": slug},
            place=Place(field="--round"),
            mend=_("The rounds are: %(known)s.") % {"known": known} if known else _("Begin one."),
        )
    return found


def _publication(slug: str) -> Publication:
    round = _round(slug)
    try:
        return publication_of(round.slug)
    except Publication.DoesNotExist as error:
        raise InputFault(
            _("The summary of “%(round)s” has not been published yet.") % {"round": round.title},
            place=Place(field="--round"),
            mend=_("Publish it first."),
        ) from error


def _as_dict(one: Round) -> dict[str, Any]:
    return {"slug": one.slug, "title": one.title, "status": one.status, "year": one.year}


_told = [-1]


def _report(done: int, total: int, message: str) -> None:
    """Tell progress on standard error, once for every ten per cent."""
    tenth = done * 10 // max(total, 1)
    if tenth != _told[0]:
        _told[0] = tenth
        click.echo(f"{done * 100 // max(total, 1)} % {message}", err=True)
