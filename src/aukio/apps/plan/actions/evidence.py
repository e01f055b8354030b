"""Evidence: added by whoever works on a measure, checked by somebody else."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.models import Evidence, Measure
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.files.actions import keep
from aukio.shared.files.kinds import DOCX, JPEG, ODS, ODT, PDF, PNG, PPTX, TEXT, XLSX
from aukio.shared.search.models import SearchEntry

# What anyone can open and read: no programs, no archives.
KINDS = frozenset({PDF, DOCX, XLSX, PPTX, ODT, ODS, TEXT, PNG, JPEG})
MAX_FILE = 20 * 1024 * 1024
is_web_address = URLValidator(schemes=["https", "http"])


@dataclass(frozen=True)
class Shown:
    """What is given as evidence: an address (a page of Aukio too) or a file."""

    title: str
    address: str = ""
    file_name: str = ""
    content: bytes = b""
    language: str = "fi"


@transaction.atomic
def add_evidence(*, by: Person | None, measure: Measure, shown: Shown) -> Evidence:
    """Keep the evidence, not yet checked; the same given twice by one person is kept once.

    Raises ``Fault`` when it cannot be used.
    """
    require("plan.add_evidence", by, measure)
    if not shown.title.strip():
        raise Fault(
            _("The evidence has no title."),
            where=pgettext("field", "title of the evidence"),
            mend=_("Say in a few words what it shows."),
        )
    if bool(shown.address.strip()) == bool(shown.content):
        raise Fault(
            _("Evidence is one thing: an address or a file."),
            where=pgettext("field", "evidence"),
            mend=_("Give one of the two; add the other as evidence of its own."),
        )
    evidence = Evidence(
        measure=measure, title=shown.title.strip()[:300], language=shown.language, added_by=by
    )
    if not shown.content:
        _point(evidence, shown.address.strip())
    there = _given_before(evidence, shown.content)
    if there is not None:
        return there
    if shown.content:
        evidence.file = keep(
            by=by,
            name=shown.file_name,
            content=shown.content,
            owner=measure,
            kinds=KINDS,
            max_size=MAX_FILE,
        )
    evidence.save()
    record(by=by, verb="plan.add_evidence", target=measure, detail={"evidence": evidence.pk})
    return evidence


@transaction.atomic
def check_evidence(*, by: Person, evidence: Evidence, remark: str = "") -> Evidence:
    """Say that the evidence shows what it claims. Checking again changes nothing."""
    evidence = Evidence.objects.select_for_update().get(pk=evidence.pk)
    require("plan.check_evidence", by, evidence)
    if evidence.is_checked:
        return evidence
    evidence.checked_by = by
    evidence.checked = timezone.now()
    evidence.remark = remark.strip()
    evidence.save(update_fields=["checked_by", "checked", "remark"])
    record(
        by=by, verb="plan.check_evidence", target=evidence, detail={"measure": evidence.measure_id}
    )
    return evidence


def _given_before(evidence: Evidence, content: bytes) -> Evidence | None:
    """The same evidence by the same person: a second press, or the back button."""
    same = ("measure", "title", "address", "record_kind", "record_id", "added_by")
    found = Evidence.objects.filter(**{name: getattr(evidence, name) for name in same})
    if content:
        return found.filter(file__sha256=hashlib.sha256(content).hexdigest()).first()
    return found.filter(file=None).first()


def _point(evidence: Evidence, address: str) -> None:
    """Point to a web address, or to the public record of Aukio that the address shows."""
    path = own_path(address)
    if path is not None:
        entry = SearchEntry.objects.filter(url=path).first() or _other_language(path)
        if entry is None:
            raise Fault(
                _("There is no public record of Aukio at this address."),
                where=pgettext("field", "address"),
                mend=_("Open the page and copy its address once more."),
            )
        evidence.record_kind, evidence.record_id = entry.kind, entry.object_id
        return
    try:
        is_web_address(address)
    except ValidationError as error:
        raise Fault(
            _("This is not a web address."),
            where=pgettext("field", "address"),
            mend=_("Copy it whole, beginning with https://."),
        ) from error
    evidence.address = address


def own_path(address: str) -> str | None:
    """The path when the address is on this site, else none."""
    ours = urlsplit(settings.PUBLIC_URL)
    given = urlsplit(address)
    if address.startswith("/") or (given.netloc and given.netloc == ours.netloc):
        return given.path
    return None


def _other_language(path: str) -> SearchEntry | None:
    """The entry of the same page in another language: addresses differ by their first part."""
    _start, _language, rest = (path.split("/", 2) + ["", ""])[:3]
    if not rest:
        return None
    urls = [f"/{language}/{rest}" for language, _name in settings.LANGUAGES]
    return SearchEntry.objects.filter(url__in=urls).first()
