"""Publishing a summary, once, and correcting it, in the open."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from aukio.apps.dialogues import open_matters
from aukio.apps.dialogues.actions._history import lock
from aukio.apps.dialogues.faults import InputFault, Place, PublishRefused
from aukio.apps.dialogues.frozen import digest, freeze
from aukio.apps.dialogues.models import Publication, Round, RoundStatus
from aukio.apps.dialogues.offences import offences_of
from aukio.apps.dialogues.search import refresh_round
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record


@transaction.atomic
def publish(
    *, by: Person | None, round: Round, at: datetime | None = None, despite: str = ""
) -> Publication:
    """Freeze and publish the summary. Raises ``PublishRefused`` with every offence.

    ``at`` is for a summary that was published before it was brought here; ``despite`` tells
    why it is published although something is open (``open_matters``).
    """
    require("dialogues.publish", by, round)
    lock(round)
    if round.publications.exists():
        raise InputFault(
            _("The summary has already been published."),
            mend=_("Publish a correction and say what is corrected."),
        )
    return _freeze(by, round, "", at or timezone.now(), despite)


@transaction.atomic
def correct(*, by: Person | None, round: Round, reason: str, despite: str = "") -> Publication:
    """Publish the summary as it is now as a new version; earlier versions stay readable."""
    require("dialogues.publish", by, round)
    lock(round)
    if not round.publications.exists():
        raise InputFault(_("The summary has not been published yet."), mend=_("Publish it first."))
    if not reason.strip():
        raise InputFault(
            _("The correction has no reason."),
            place=Place(field=pgettext("field", "reason")),
            mend=_("Tell readers in a sentence what is corrected and why."),
        )
    return _freeze(by, round, reason.strip(), timezone.now(), despite)


def _freeze(
    by: Person | None, round: Round, reason: str, at: datetime, despite: str
) -> Publication:
    offences = offences_of(round)
    if offences:
        count = len(offences)
        raise PublishRefused(
            ngettext(
                "The summary cannot be published yet: there is %(count)d thing to mend.",
                "The summary cannot be published yet: there are %(count)d things to mend.",
                count,
            )
            % {"count": count},
            mend=_("Mend them and publish again."),
            offences=offences,
        )
    is_open = bool(open_matters.of_round(round))
    if is_open and not despite.strip():
        raise InputFault(
            _("Something is still open: organisers wait for answers to their remarks."),
            place=Place(field=pgettext("field", "reason")),
            mend=_("Answer the remarks, or say why the summary is published all the same."),
        )
    content, notes = freeze(round)
    made = Publication.objects.create(
        round=round,
        version=round.publications.count() + 1,
        published_at=at,
        published_by=by,
        reason=reason,
        despite=despite.strip()[:2000] if is_open else "",
        content=content,
        notes=notes,
        sha256=digest(content, notes),
    )
    round.status = RoundStatus.PUBLISHED
    round.save(update_fields=["status"])
    detail = {"version": made.version, "sha256": made.sha256, "despite": made.despite}
    verb = "dialogues.correct_summary" if reason else "dialogues.publish_summary"
    record(by=by, verb=verb, target=made, detail=detail)
    refresh_round(round)
    return made
