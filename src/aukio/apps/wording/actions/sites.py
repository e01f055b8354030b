"""Reading an organisation's site: begun by its editor, done by the worker, deleted on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.wording.bounds import MOST_DAYS, MOST_PAGES
from aukio.apps.wording.models import LONGEST_ADDRESS, Profile, SiteReading
from aukio.engines.clarity import AddressError, normal_address
from aukio.shared.accounts.access import require
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.jobs.actions import start
from aukio.shared.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class AskedSite:
    """Where to begin, how far to go, and how many days the report is kept."""

    address: str
    profile: str = Profile.WEB
    pages: int = 50
    days: int = 30
    say_in: str = "fi"


@transaction.atomic
def read_site(*, by: Any, organisation: Organisation, asked: AskedSite) -> SiteReading:
    """Ask the worker to read the site. Raises ``Fault`` for what cannot be read.

    One site is read once at a time: a second wish is refused while the first goes on.
    """
    require("wording.read_site", by, organisation)
    address = _usable(asked)
    earlier = SiteReading.objects.filter(organisation=organisation, address=address)
    if earlier.filter(job__status__in=("waiting", "running")).exists():
        raise Fault(
            _("This site is being read already."),
            where=address,
            mend=_("Wait until it is done."),
        )
    now = timezone.now()
    row = SiteReading.objects.create(
        organisation=organisation,
        address=address,
        profile=asked.profile,
        most_pages=asked.pages,
        say_in=asked.say_in,
        begun=now,
        expires=now + timedelta(days=asked.days),
    )
    _ask_worker(by, row)
    record(by=by, verb="wording.read_site", target=row, detail={"days": asked.days})
    return row


@transaction.atomic
def delete_site(*, by: Any, reading: SiteReading) -> None:
    """Delete a report at once. A reading that goes on ends at its next page."""
    require("wording.read_site", by, reading.organisation)
    record(by=by, verb="wording.delete_site", target=reading)
    reading.delete()


def forget_expired_sites(*, now: datetime | None = None) -> int:
    """Delete the reports whose day has come; returns how many. The worker does this by itself."""
    _count, by_kind = SiteReading.objects.filter(expires__lte=now or timezone.now()).delete()
    return by_kind.get("wording.SiteReading", 0)


def _usable(asked: AskedSite) -> str:
    try:
        address = normal_address(asked.address)
        if len(address) > LONGEST_ADDRESS:
            raise AddressError("Too long.")
    except AddressError as error:
        raise Fault(
            _("This is not an address of a site."),
            where=pgettext("field", "Address"),
            mend=_("Write the whole address. It begins with https://."),
        ) from error
    if not (1 <= asked.pages <= MOST_PAGES and 1 <= asked.days <= MOST_DAYS):
        raise Fault(
            _("A site is read up to %(pages)d pages and kept up to %(days)d days.")
            % {"pages": MOST_PAGES, "days": MOST_DAYS},
            where=pgettext("field", "Pages"),
            mend=_("Choose smaller numbers."),
        )
    if asked.profile not in Profile.values:
        raise Fault(_("There is no such kind of language."), mend=_("Reload the page."))
    return address


def _ask_worker(by: Any, row: SiteReading) -> None:
    from aukio.apps.wording import tasks

    arguments = {"reading_id": str(row.pk)}
    row.job = start(by=by, kind="wording.site", task=tasks.read_site, arguments=arguments)
    row.save(update_fields=["job"])
