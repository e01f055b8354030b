"""What the service does by itself: two reminders, and forgetting addresses."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from aukio.apps.dialogues.checking import letters
from aukio.apps.dialogues.checking.models import Review
from aukio.apps.dialogues.checking.rules import CODE
from aukio.apps.dialogues.models import Publication
from aukio.shared.accounts import codes
from aukio.shared.audit.actions import record

SOON = timedelta(days=3)
MOST = 2


def send_reminders(today: date | None = None) -> int:
    """Three days before the last day and on it, to those who have said nothing yet.

    After the last day nobody is reminded any more. Returns letters queued.
    """
    now = today or timezone.localdate()
    waiting = Review.objects.filter(
        done_at=None, reminders__lt=MOST, due__gte=now, due__lte=now + SOON
    ).exclude(dialogue__round__in=Publication.objects.values("round"))
    return sum(_remind(pk, now) for pk in list(waiting.values_list("pk", flat=True)))


@transaction.atomic
def _remind(pk: int, now: date) -> bool:
    review = (
        Review.objects.select_for_update(of=("self",)).select_related("dialogue__round").get(pk=pk)
    )
    is_last = now == review.due
    if review.done_at or review.reminders >= (MOST if is_last else 1):
        return False
    review.reminders = MOST if is_last else 1
    review.save(update_fields=["reminders"])
    if not letters.remind(review, is_last=is_last):
        return False
    record(by=None, verb="checking.remind", target=review, detail={"last": is_last})
    return True


@transaction.atomic
def forget_addresses(today: date | None = None) -> int:
    """Take away addresses and links whose day has come. Returns how many."""
    found = Review.objects.filter(forget_on__lte=today or timezone.localdate())
    gone = list(found.exclude(sealed_email=""))
    for review in gone:
        review.sealed_email = ""
        review.save(update_fields=["sealed_email"])
        codes.revoke_all(CODE, review)
        record(by=None, verb="checking.forget_address", target=review, detail={})
    return len(gone)
