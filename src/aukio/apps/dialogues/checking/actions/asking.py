"""Asking organisers whether the draft is fair to their dialogue."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from aukio.apps.dialogues.checking import letters
from aukio.apps.dialogues.checking.models import Review
from aukio.apps.dialogues.models import Dialogue, Round, Sentence
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.accounts.sealing import seal
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault

SHORTEST, LONGEST = timedelta(days=3), timedelta(days=60)
KEPT = timedelta(days=60)  # after the last day: the answers can still be read


@transaction.atomic
def ask_organisers(
    *,
    by: Person | None,
    round: Round,
    due: date,
    addresses: Mapping[Dialogue, str],
    languages: Mapping[int, str] | None = None,
) -> list[Review]:
    """Write to one address for each dialogue. A dialogue that was asked already is left alone.

    ``languages`` is by dialogue id; Finnish when not told. Raises ``Fault``.
    """
    require("checking.ask", by, round)
    _check(round, due, addresses)
    asked = set(Review.objects.filter(dialogue__in=addresses).values_list("dialogue_id", flat=True))
    made = []
    for dialogue, email in addresses.items():
        if dialogue.pk in asked:
            continue
        review = Review.objects.create(
            dialogue=dialogue,
            language=(languages or {}).get(dialogue.pk, "fi"),
            sealed_email=seal(email.strip()),
            asked_by=by,
            due=due,
            forget_on=due + KEPT,
        )
        letters.ask(review)
        made.append(review)
    if not made:
        raise Fault(_("Nobody was asked."), mend=_("Give an address for at least one dialogue."))
    detail = {"dialogues": [one.dialogue_id for one in made], "due": due.isoformat()}
    record(by=by, verb="checking.ask_organisers", target=round, detail=detail)
    return made


@transaction.atomic
def ask_again(*, by: Person | None, review: Review, due: date, email: str) -> Review:
    """A new letter and a new last day, perhaps to another address; the old link stops."""
    round = review.dialogue.round
    require("checking.ask", by, round)
    _check(round, due, {review.dialogue: email})
    review.sealed_email, review.due, review.forget_on = seal(email.strip()), due, due + KEPT
    review.reminders = 0
    review.save(update_fields=["sealed_email", "due", "forget_on", "reminders"])
    letters.ask(review)
    record(by=by, verb="checking.ask_again", target=review, detail={"due": due.isoformat()})
    return review


def _check(round: Round, due: date, addresses: Mapping[Dialogue, str]) -> None:
    if not Sentence.objects.filter(summary__round=round).exists():
        raise Fault(
            _("The summary has no sentences yet."),
            mend=_("Write the draft first, then ask the organisers."),
        )
    if round.publications.exists():
        raise Fault(
            _("The summary has been published."),
            mend=_("Organisers are asked before the first publication."),
        )
    today = timezone.localdate()
    if not today + SHORTEST <= due <= today + LONGEST:
        raise Fault(
            _("The last day is too soon or too far away."),
            mend=_("Choose a day from 3 to 60 days ahead."),
        )
    for dialogue, email in addresses.items():
        if dialogue.round_id != round.pk:
            raise Fault(_("“%(title)s” is not a dialogue of this round.") % {"title": dialogue})
        _check_address(dialogue, email)


def _check_address(dialogue: Dialogue, email: str) -> None:
    try:
        validate_email(email.strip())
    except ValidationError as error:
        raise Fault(
            _("This is not an e-mail address."),
            where=dialogue.title,
            mend=_("Write it as in name@example.org."),
        ) from error
