"""News by mail for whoever asks, and out again with one click (RFC 8058).

The address is kept sealed, and only while the news is wanted. The link in each letter is
signed; it opens a page, and only a POST changes anything.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Max, Q
from django.http import Http404
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.lights import light_of
from aukio.apps.plan.models import Measure, StatusReport, Subscription
from aukio.shared.accounts.sealing import seal, unseal
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.mail.actions import queue

SALT = "plan.subscription"
UNCONFIRMED_KEPT = timedelta(days=7)


@transaction.atomic
def follow(*, by: Any, email: str, measure: Measure | None, language: str) -> Subscription:
    """Ask for news. A letter asks to confirm; until then nothing else is sent.

    Says nothing about whether the address was here before. Raises ``Fault``.
    """
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise Fault(
            _("This is not an e-mail address."),
            where=pgettext("field", "e-mail address"),
            mend=_("Write it like name@example.fi."),
        ) from error
    hashed = salted_hmac(SALT, address, algorithm="sha256").hexdigest()
    subscription, is_new = Subscription.objects.get_or_create(
        email_hash=hashed,
        measure=measure,
        defaults={"sealed_email": seal(address), "language": language},
    )
    with translation.override(language):
        link = address_of(subscription)
        queue(
            to=address,
            subject=_("Confirm that you want to follow the action plan"),
            text=_("Open this page and confirm. If you did not ask for this, do nothing:\n%(link)s")
            % {"link": link},
            language=language,
            key=f"plan.follow:{subscription.pk}:{timezone.localdate()}",
        )
    if is_new:
        record(by=by, verb="plan.follow", target=subscription, detail=_about(subscription))
    return subscription


def find_subscription(token: str) -> Subscription | None:
    """The subscription the signed token opens; none when it has been stopped already.

    Raises ``Http404`` for a token we have not signed.
    """
    try:
        pk = signing.Signer(salt=SALT).unsign(token)
    except signing.BadSignature as error:
        raise Http404 from error
    return Subscription.objects.select_related("measure").filter(pk=pk).first()


def token_of(subscription: Subscription) -> str:
    return signing.Signer(salt=SALT).sign(str(subscription.pk))


def address_of(subscription: Subscription, route: str = "subscription") -> str:
    """The whole address of a page about the subscription, in the language now active."""
    path = reverse(f"plan:{route}", args=[token_of(subscription)])
    return f"{settings.PUBLIC_URL}{path}"


@transaction.atomic
def confirm(*, by: Any, subscription: Subscription) -> None:
    """From now on news is sent."""
    if subscription.confirmed is None:
        newest = StatusReport.objects.aggregate(newest=Max("pk"))["newest"]
        subscription.confirmed = timezone.now()
        subscription.told_until = newest or 0
        subscription.save(update_fields=["confirmed", "told_until"])
        detail = _about(subscription)
        record(by=by, verb="plan.confirm_following", target=subscription, detail=detail)


@transaction.atomic
def stop(*, by: Any, subscription: Subscription) -> None:
    """Forget the subscription and its address. Stopping again changes nothing."""
    there = Subscription.objects.select_for_update().filter(pk=subscription.pk).first()
    if there:
        record(by=by, verb="plan.stop_following", target=there, detail=_about(there))
        there.delete()


def _about(subscription: Subscription) -> dict[str, Any]:
    """What the audit keeps: which measure, or the whole plan; never the address."""
    return {"measure": subscription.measure_id}


def send_news() -> int:
    """One letter to each follower with what has been reported since the last one.

    Returns how many were written. Subscriptions nobody confirmed in a week are forgotten.
    """
    _forget_unconfirmed()
    newest = StatusReport.objects.aggregate(newest=Max("pk"))["newest"] or 0
    waiting = Subscription.objects.exclude(confirmed=None).filter(told_until__lt=newest)
    return sum(_tell(pk, newest) for pk in list(waiting.values_list("pk", flat=True)))


@transaction.atomic
def _forget_unconfirmed() -> None:
    old = timezone.now() - UNCONFIRMED_KEPT
    forgotten, _kinds = Subscription.objects.filter(confirmed=None, asked__lt=old).delete()
    if forgotten:
        detail = {"count": forgotten}
        record(by=None, verb="plan.forget_unconfirmed", target=None, detail=detail)


@transaction.atomic
def _tell(pk: int, newest: int) -> bool:
    one = Subscription.objects.select_for_update().filter(pk=pk, told_until__lt=newest).first()
    if one is None:
        return False
    reports = StatusReport.objects.filter(
        Q(measure_id=one.measure_id) if one.measure_id else Q(),
        measure__commitment__plan__is_current=True,
        pk__gt=one.told_until,
        pk__lte=newest,
    ).select_related("measure")
    found = list(reports.order_by("pk"))
    one.told_until = newest
    one.save(update_fields=["told_until"])
    email = unseal(one.sealed_email)  # nothing when the keys have been changed
    if found and email:
        _write(one, email, found, newest)
    return bool(found and email)


def _write(one: Subscription, email: str, reports: list[StatusReport], newest: int) -> None:
    with translation.override(one.language):
        lines = []
        for report in reports:
            measure = report.measure
            path = reverse("plan:measure", args=[measure.number])
            words = light_of(report.completion).words
            lines.append(
                f"{measure.number} {measure.title}: {words}\n{settings.PUBLIC_URL}{path}\n"
            )
        text = _("%(news)s\nNo more letters? Open this page and say so:\n%(link)s\n")
        queue(
            to=email,
            subject=_("News of the action plan"),
            text=text % {"news": "\n".join(lines), "link": address_of(one)},
            language=one.language,
            key=f"plan.news:{one.pk}:{newest}",
            headers={
                "List-Unsubscribe": f"<{address_of(one, 'subscription-stop')}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            },
        )
