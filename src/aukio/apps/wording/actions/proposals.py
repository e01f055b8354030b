"""Asking a language model for an easier version: allowed, agreed to each time, taken or left."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from aukio.apps.wording import proposed
from aukio.apps.wording.actions import texts
from aukio.apps.wording.bounds import PROPOSING_TIME, WORKING_TIME
from aukio.apps.wording.models import KeptText, ModelUse
from aukio.apps.wording.personal import personal_data
from aukio.apps.wording.sealing import Opened
from aukio.apps.wording.texts import pasted, read
from aukio.shared.accounts.access import require
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.jobs.actions import start
from aukio.shared.jobs.models import OPEN, Job
from aukio.shared.organisations.models import Organisation


@transaction.atomic
def switch_on(*, by: Any, organisation: Organisation) -> None:
    """Let the organisation's people ask the model from now on."""
    require("wording.choose_model", by, organisation)
    _row, is_new = ModelUse.objects.get_or_create(organisation=organisation)
    if is_new:
        record(by=by, verb="wording.allow_model", target=organisation)


@transaction.atomic
def switch_off(*, by: Any, organisation: Organisation) -> None:
    """No text of the organisation is sent any more."""
    require("wording.choose_model", by, organisation)
    if ModelUse.objects.filter(organisation=organisation).delete()[0]:
        record(by=by, verb="wording.forbid_model", target=organisation)


@transaction.atomic
def ask(*, by: Any, text: Opened, organisation: Organisation, agrees: bool, is_safe: bool) -> None:
    """Ask the worker to send the text, once. Raises ``Fault`` unless everything allows it.

    ``agrees``: to the sending, asked each time. ``is_safe``: what looks like personal data has
    been looked at. An identity code is never sent. The audit names the service, not the text.
    """
    require("wording.ask_model", by, organisation)
    words = read(text.given).text
    _may_be_sent(organisation, words, agrees=agrees, is_safe=is_safe)
    from aukio.apps.wording import tasks

    row = text.row
    key = f"wording.model:{row.pk}:{row.turn}"
    arguments = {"text_id": str(row.pk), "turn": row.turn, "organisation_id": organisation.pk}
    if Job.objects.filter(key=key, status__in=OPEN).exists():
        return  # asked already, as by a second press of the button
    row.sealed_proposal = ""
    row.model_job = start(
        by=by, kind="wording.model", task=tasks.propose, arguments=arguments, key=key
    )
    row.expires = texts.still_worked_on(row, PROPOSING_TIME)
    row.save(update_fields=["sealed_proposal", "model_job", "expires"])
    detail = {"service": proposed.host(), "signs": len(words)}
    record(by=by, verb="wording.ask_model", target=organisation, detail=detail)


def ready(*, text_id: str, turn: int) -> None:
    """The worker is done, with proposals or without: the text has its last minutes.

    Its day of deletion never moves later here. A shared text keeps its day.
    """
    end = timezone.now() + WORKING_TIME
    own = KeptText.objects.filter(pk=text_id, turn=turn, is_shared=False)
    own.filter(expires__gt=end).update(expires=end)


def take(*, by: Any, text: Opened, numbers: set[int]) -> tuple[KeptText, str]:
    """Put the chosen paragraphs into a new text and check it; the others stay as they were."""
    rows = proposed.opened(text.row)
    if not rows:
        raise Fault(_("There is no proposal."), mend=_("Ask for one first."))
    kept = [one.after if at in numbers and one.after else one.before for at, one in enumerate(rows)]
    return texts.begin(by=by, given=pasted("\n\n".join(kept)), asked=text.asked)


def _may_be_sent(organisation: Organisation, words: str, *, agrees: bool, is_safe: bool) -> None:
    if proposed.model() is None or not ModelUse.objects.filter(organisation=organisation).exists():
        raise Fault(
            _("No language model is in use."), mend=_("Ask an editor of your organisation.")
        )
    found = personal_data(words)
    if found.codes:
        raise Fault(
            _("The text has a personal identity code in it. It was not sent."),
            mend=_("Take the code out of the text and check the text again."),
        )
    if len(proposed.paragraphs(words)) > proposed.MOST_PARAGRAPHS:
        raise Fault(
            _("The text is too long for a proposal."),
            mend=_("Check at most %(most)d paragraphs at a time.")
            % {"most": proposed.MOST_PARAGRAPHS},
        )
    if not agrees or (found.others and not is_safe):
        raise Fault(_("The text was not sent."), mend=_("Read the conditions and tick every box."))
