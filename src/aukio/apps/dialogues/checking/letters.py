"""Letters to organisers: the question, two reminders, and word of the answers."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from aukio.apps.dialogues.checking.models import Review
from aukio.apps.dialogues.checking.rules import CODE
from aukio.apps.dialogues.views._ways import title_of
from aukio.shared.accounts import codes
from aukio.shared.accounts.sealing import unseal
from aukio.shared.i18n.times import long_date
from aukio.shared.mail.actions import queue


def ask(review: Review) -> bool:
    """Is your dialogue fairly reflected? Earlier links stop opening anything."""
    codes.revoke_all(CODE, review)
    with translation.override(review.language):
        return _send(
            review,
            _("Is your dialogue fairly reflected? %(dialogue)s"),
            _(
                "The summary of “%(round)s” has been drafted. See which sentences rest on words "
                "of your dialogue, and say whether they are fair."
            ),
        )


def remind(review: Review, *, is_last: bool) -> bool:
    """Before the last day and on it; there is no third."""
    with translation.override(review.language):
        lead = _("You can still say whether the draft summary of “%(round)s” is fair.")
        if is_last:
            lead += " " + _("Today is the last day. We send no more reminders.")
        return _send(review, _("Reminder: is your dialogue fairly reflected?"), lead)


def answered(review: Review) -> bool:
    """Every remark of the organiser has been answered."""
    with translation.override(review.language):
        return _send(
            review,
            _("Your remarks on the draft have been answered"),
            _("The core group has answered your remarks on the draft summary of “%(round)s”."),
            is_asked=False,
        )


def _send(review: Review, subject: str, lead: str, *, is_asked: bool = True) -> bool:
    """Queue a letter with a link of its own; nothing when the address has been forgotten."""
    email = unseal(review.sealed_email)
    if not email:
        return False
    given = {
        "dialogue": review.dialogue.title,
        "round": title_of(review.dialogue.round).text,
    }
    token = codes.issue(CODE, review, email, days=_days(review.forget_on))
    link = f"{settings.PUBLIC_URL}{reverse('checking:look', args=[token])}"
    parts = [
        _("Hello,"),
        lead % given,
        _("Dialogue: %(title)s") % {"title": review.dialogue.title},
        *([_("Say it by %(day)s.") % {"day": long_date(review.due)}] if is_asked else []),
        _("This link is yours only and needs no password:\n%(link)s") % {"link": link},
        f"Aukio\n{settings.PUBLIC_URL}",
    ]
    queue(
        to=email,
        subject=subject % given,
        text="\n\n".join(parts) + "\n",
        language=review.language,
        about=review,
    )
    return True


def _days(until: date) -> int:
    return max((until - timezone.localdate()).days, 1)
