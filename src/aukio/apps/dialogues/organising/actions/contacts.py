"""Whom we know: adding contacts, one by one or from a table, and letting them go."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.organising.actions._checks import email as address
from aukio.apps.dialogues.organising.actions._checks import fitting
from aukio.apps.dialogues.organising.models import Contact, ContactKind
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import LANGUAGES, Person
from aukio.shared.accounts.sealing import seal
from aukio.shared.areas.models import Area
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.organisations.models import Organisation

KEPT = timedelta(days=3 * 365)
SALT = "organising.contact"
COLUMNS = ("organisation", "name", "email", "kind", "language", "municipality")
MOST_ROWS = 2000


@dataclass(frozen=True)
class Added:
    """``known``: addresses that were here; ``refused``: those who want no letters."""

    added: int
    known: int
    refused: int


def hashed(email: str) -> str:
    """The address as it is found again; cannot be turned back."""
    return salted_hmac(SALT, email.strip().lower(), algorithm="sha256").hexdigest()


@transaction.atomic
def add_contact(
    *,
    by: Person | None,
    email: str,
    kind: str,
    language: str = "fi",
    name: str = "",
    organisation: Organisation | None = None,
    organisation_name: str = "",
    area: Area | None = None,
    is_sample: bool = False,
) -> Contact:
    """Add somebody, or bring what is known up to date. Raises ``Fault``.

    Somebody who has asked for no more letters is not added again.
    """
    require("organising.run_cockpit", by)
    made, _how = _keep(
        email=email,
        kind=kind,
        language=language,
        name=name,
        organisation=organisation,
        organisation_name=organisation_name,
        area=area,
        is_sample=is_sample,
    )
    if made.unsubscribed_at:
        raise Fault(
            _("This person has asked for no more letters."),
            where=pgettext("field", "E-mail address"),
            mend=_("Choose somebody else."),
        )
    record(by=by, verb="organising.add_contact", target=made, detail={"kind": kind})
    return made


@transaction.atomic
def import_contacts(*, by: Person | None, text: str) -> Added:
    """Add contacts from a table: CSV with the columns of ``COLUMNS``, ``;`` or ``,`` or tab.

    All rows or none. Raises ``Fault`` with the row that cannot be used.
    """
    require("organising.run_cockpit", by)
    counts = {"added": 0, "known": 0, "refused": 0}
    towns = _towns()
    for number, row in enumerate(_rows(text), 2):
        try:
            _one, how = _keep(
                email=row.get("email", ""),
                kind=row.get("kind", "") or ContactKind.OPEN_CALL,
                language=row.get("language", "") or "fi",
                name=row.get("name", ""),
                organisation_name=row.get("organisation", ""),
                area=_town(towns, row.get("municipality", "")),
            )
        except Fault as fault:
            place = _("row %(number)d") % {"number": number}
            where = ", ".join(str(part) for part in (place, fault.where) if part)
            raise Fault(fault.what, where=where, mend=fault.mend) from fault
        counts[how] += 1
    record(by=by, verb="organising.import_contacts", target=None, detail=counts)
    return Added(**counts)


@transaction.atomic
def remove_contact(*, by: Person | None, contact: Contact) -> None:
    """Delete somebody, with every letter and reply."""
    require("organising.run_cockpit", by, contact)
    record(by=by, verb="organising.remove_contact", target=contact)
    contact.delete()


def forget_contacts(today: date | None = None) -> int:
    """Delete contacts nobody has heard from in three years."""
    now = today or timezone.localdate()
    gone = list(Contact.objects.filter(delete_on__lte=now, unsubscribed_at=None))
    for one in gone:
        one.delete()
    return len(gone)


def _keep(
    *,
    email: str,
    kind: str,
    language: str,
    name: str,
    organisation_name: str,
    area: Area | None,
    organisation: Organisation | None = None,
    is_sample: bool = False,
) -> tuple[Contact, str]:
    mail = address(email)
    if kind not in ContactKind.values:
        raise Fault(
            _("“%(kind)s” is not a kind of contact.") % {"kind": kind[:40]},
            where=pgettext("contact", "kind"),
            mend=_("Use one of: %(kinds)s.") % {"kinds": ", ".join(ContactKind.values)},
        )
    if language not in dict(LANGUAGES):
        raise Fault(
            _("Letters are written in Finnish, Swedish or English."),
            where=pgettext("contact", "language"),
            mend=_("Use fi, sv or en."),
        )
    given = {
        "kind": kind,
        "language": language,
        "name": fitting(name, pgettext("person", "Name"), 120),
        "organisation": organisation,
        "organisation_name": fitting(
            organisation_name or str(organisation or ""), _("Name of the organisation"), 200
        ),
        "area": area,
        "sealed_email": seal(mail),
        "delete_on": timezone.localdate() + KEPT,
        "is_sample": is_sample,
    }
    found = Contact.objects.filter(email_hash=hashed(mail)).first()
    if found is None:
        return Contact.objects.create(email_hash=hashed(mail), **given), "added"
    if found.unsubscribed_at:
        return found, "refused"
    for field, value in given.items():
        setattr(found, field, value)
    found.save()
    return found, "known"


def _rows(text: str) -> list[dict[str, str]]:
    lines = text.lstrip("\ufeff").strip()
    head = lines.split("\n", 1)[0]
    signs = max(";,\t", key=head.count)
    try:
        return _read_rows(csv.DictReader(io.StringIO(lines), delimiter=signs))
    except csv.Error as error:
        raise Fault(_("The table cannot be read."), mend=_("Save it again as CSV.")) from error


def _read_rows(reader: csv.DictReader[str]) -> list[dict[str, str]]:
    names = [str(name or "").strip().lower() for name in reader.fieldnames or ()]
    if "email" not in names:
        raise Fault(
            _("The table has no column “email”."),
            where=_("row %(number)d") % {"number": 1},
            mend=_("Use these columns: %(columns)s.") % {"columns": ", ".join(COLUMNS)},
        )
    rows = [
        {
            str(key or "").strip().lower(): str(value or "").strip()
            for key, value in row.items()
            if isinstance(value, str | None)
        }
        for row in reader
    ]
    if len(rows) > MOST_ROWS:
        raise Fault(
            _("The table has more than %(most)d rows.") % {"most": MOST_ROWS},
            mend=_("Bring it in parts."),
        )
    return rows


def _towns() -> dict[str, Area]:
    found = Area.objects.in_year(None).filter(kind=Area.Kind.MUNICIPALITY)
    return {name.casefold(): one for one in found for name in (one.name_fi, one.name_sv, one.code)}


def _town(towns: dict[str, Area], name: str) -> Area | None:
    if not name:
        return None
    found = towns.get(name.casefold())
    if found is None:
        raise Fault(
            _("“%(name)s” is not a municipality of today.") % {"name": name[:80]},
            where=_("Municipality"),
            mend=_("Write the name in Finnish or Swedish, or the three-digit code."),
        )
    return found
