"""`aukio dialogues open-data`: a published round's data to a file."""

from __future__ import annotations

from pathlib import Path

import click
from django.utils.translation import gettext as _

from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.models import Publication
from aukio.apps.dialogues.open_data import catalogue
from aukio.apps.dialogues.open_data.contents import Contents, contents
from aukio.apps.dialogues.open_data.files import MAKE
from aukio.apps.dialogues.queries import publication_of
from aukio.shared.terms.reporting import report_faults

DCAT = "dcat"
OUT = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("round")
@click.option("--format", "form", type=click.Choice([*MAKE, DCAT]), required=True)
@click.option("--version", type=int, help="A version; the newest when not told.")
@click.option("-o", "--out", type=OUT, required=True, help="The file to write.")
def open_data(round: str, form: str, version: int | None, out: Path) -> None:
    """Write the open data of ROUND, given by its address: csv is a zip, dcat is Turtle."""
    with report_faults("text"):
        found = contents(_publication(round, version))
        try:
            out.write_bytes(_made(found, form))
        except OSError as error:
            raise InputFault(
                _("The file cannot be written."),
                place=Place(file=str(out)),
                mend=_("Check the folder and its permissions."),
            ) from error
    click.echo(_("%(file)s was written.") % {"file": out}, err=True)


def _made(found: Contents, form: str) -> bytes:
    return catalogue.of_round(found, "ttl") if form == DCAT else MAKE[form](found)


def _publication(slug: str, version: int | None) -> Publication:
    try:
        return publication_of(slug, version)
    except Publication.DoesNotExist as error:
        raise InputFault(
            _("There is no published summary of “%(round)s” in this version.") % {"round": slug},
            place=Place(field="ROUND"),
            mend=_("Check the round's address and the version, or publish the summary first."),
        ) from error
