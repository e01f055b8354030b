"""Taking a place, changing what one told, giving the place up. No account is needed.

Whoever takes or frees a place moves the gathering's row on by one before reading anything:
that takes PostgreSQL's row lock and SQLite's write lock, so people are served one at a time,
in the order of their numbers.
"""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.db import models, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.impact import public as impact
from aukio.apps.dialogues.organising.actions import letters
from aukio.apps.dialogues.organising.actions._checks import email as address
from aukio.apps.dialogues.organising.actions._checks import fitting, needed
from aukio.apps.dialogues.organising.models import (
    NEEDS_KEPT,
    Gathering,
    Needs,
    SignUp,
)
from aukio.shared.accounts import codes
from aukio.shared.accounts.models import Code
from aukio.shared.accounts.sealing import seal
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.mail.actions import queue

PURPOSE = "organising.sign_up"
PUT_OFF = timedelta(days=120)


@transaction.atomic
def sign_up(
    *,
    by: Any,
    gathering: Gathering,
    name: str,
    email: str = "",
    access: str = "",
    diet: str = "",
    language: str = "fi",
    once: uuid.UUID | None = None,
) -> tuple[SignUp, str]:
    """A place, or the next turn on the waiting list; and the private code for it.

    ``by`` is the visitor. The same ``once`` again gives the same sign-up. Raises ``Fault``.
    """
    called = needed(name, pgettext("field", "Name or nickname"), 80)
    mail = address(email) if email.strip() else ""
    told = _needs(access, diet)
    locked = _lock(gathering)
    earlier = SignUp.objects.filter(once=once, gathering=locked).first() if once else None
    if earlier is not None:
        return earlier, _code(earlier, locked)
    if not locked.takes_people(timezone.localdate()):
        raise Fault(
            _("Sign-up has ended."), mend=_("Ask the organiser whether there is still room.")
        )
    made = SignUp.objects.create(
        gathering=locked,
        number=locked.numbers_given,
        has_place=_taken(locked) < locked.places,
        once=once or uuid.uuid4(),
        sealed_name=seal(called),
        sealed_email=seal(mail),
        language=language,
    )
    _keep_needs(made, locked, told)
    code = _code(made, locked)
    write = letters.has_place if made.has_place else letters.waits
    _write(made, locked, write, "signed-up")
    record(
        by=by,
        verb="organising.sign_up",
        target=locked,
        detail={"number": made.number, "has_place": made.has_place},
    )
    return made, code


@transaction.atomic
def change(*, by: Code, sign_up: SignUp, name: str, access: str = "", diet: str = "") -> SignUp:
    """Correct what was told. ``by`` is the code that opened the page."""
    sign_up.sealed_name = seal(needed(name, pgettext("field", "Name or nickname"), 80))
    told = _needs(access, diet)
    sign_up.save(update_fields=["sealed_name"])
    Needs.objects.filter(sign_up=sign_up).delete()
    _keep_needs(sign_up, sign_up.gathering, told)
    record(
        by=by,
        verb="organising.change_sign_up",
        target=sign_up.gathering,
        detail={"number": sign_up.number},
    )
    return sign_up


@transaction.atomic
def follow_round(*, by: Code, sign_up: SignUp, language: str) -> bool:
    """Have news of what comes of the round sent to the address that was told at sign-up.

    At once when ``by`` came in a letter to it, else after a letter that asks to confirm.
    Returns whether it was at once. Raises ``Fault``.
    """
    told = getattr(sign_up.gathering, "announcement", None)
    email = sign_up.email
    if told is None or not email:
        raise Fault(
            _("You have not told your e-mail address."),
            mend=_("Ask for news on the round's own page."),
        )
    is_proved = by.email == email
    act = impact.follow_confirmed if is_proved else impact.follow
    act(email=email, round=told.dialogue.round, language=language)
    return is_proved


@transaction.atomic
def cancel(*, by: Code | None, sign_up: SignUp) -> SignUp | None:
    """Delete the sign-up at once; the first on the waiting list gets the place and is told.

    Returns whoever got it. Cancelling what is already cancelled changes nothing.
    """
    locked = _lock(sign_up.gathering)
    found = SignUp.objects.filter(pk=sign_up.pk).first()
    if found is None:
        return None
    number = found.number
    codes.revoke_all(PURPOSE, found)
    found.delete()
    promoted = _fill(locked)
    record(
        by=by,
        verb="organising.cancel_sign_up",
        target=locked,
        detail={"number": number, "promoted": [one.number for one in promoted]},
    )
    return promoted[0] if promoted else None


@transaction.atomic
def set_places(*, gathering: Gathering, places: int) -> list[SignUp]:
    """More places are filled from the waiting list. Nobody loses a place. Returns who got one."""
    locked = _lock(gathering)
    locked.places = places
    locked.save(update_fields=["places"])
    gathering.places = places
    return _fill(locked)


def _lock(gathering: Gathering) -> Gathering:
    """The row as it is now, ours until the transaction ends."""
    row = Gathering.objects.filter(pk=gathering.pk)
    row.update(numbers_given=models.F("numbers_given") + 1)
    return row.select_related("announcement__dialogue", "training").get()


def _taken(gathering: Gathering) -> int:
    return SignUp.objects.filter(gathering=gathering, has_place=True).count()


def _fill(gathering: Gathering) -> list[SignUp]:
    """Give free places to the first in the queue, while people can still come."""
    if gathering.day < timezone.localdate():
        return []
    free = max(gathering.places - _taken(gathering), 0)
    waiting = SignUp.objects.filter(gathering=gathering, has_place=False).order_by("number")
    promoted = list(waiting[:free])
    for one in promoted:
        one.has_place = True
        one.save(update_fields=["has_place"])
        _write(one, gathering, letters.place_free, "promoted")
    return promoted


def _needs(access: str, diet: str) -> tuple[str, str]:
    return (
        fitting(access, pgettext("field", "What you need to take part"), 500),
        fitting(diet, pgettext("field", "Diet and allergies"), 500),
    )


def _keep_needs(sign_up: SignUp, gathering: Gathering, told: tuple[str, str]) -> None:
    access, diet = told
    if access or diet:
        Needs.objects.create(
            sign_up=sign_up,
            sealed_access=seal(access),
            sealed_diet=seal(diet),
            delete_on=gathering.day + NEEDS_KEPT,
        )


def _code(sign_up: SignUp, gathering: Gathering, sent_to: str = "") -> str:
    """Good beyond the day, which may be put off; it dies with the sign-up in any case.

    A code in a letter bears the address it was sent to: whoever opens it has proved it.
    """
    left = gathering.forgotten_on - timezone.localdate() + PUT_OFF
    return codes.issue(PURPOSE, sign_up, sent_to, days=left.days)


def _write(sign_up: SignUp, gathering: Gathering, words: Any, key: str) -> None:
    """Mail, when there is an address."""
    to = sign_up.email
    if not to:
        return
    with translation.override(sign_up.language):
        link = letters.whole("place", _code(sign_up, gathering, to))
        written = words(gathering, link)
        queue(
            to=to,
            subject=written.subject,
            text=written.text,
            language=sign_up.language,
            about=gathering,
            key=f"organising.{key}:{sign_up.pk}",
        )


def remind(sign_up: SignUp, gathering: Gathering) -> None:
    """The letter of the day before; sent once however often this is called."""
    _write(sign_up, gathering, letters.soon, "soon")


def tell_moved(gathering: Gathering) -> None:
    """Write to everybody that the day, the time or the place has changed."""
    now = int(timezone.now().timestamp())
    for one in gathering.sign_ups.all():
        _write(one, gathering, letters.moved, f"moved-{now}")


def tell_called_off(sign_up: SignUp, gathering: Gathering) -> None:
    _write(sign_up, gathering, lambda one, _link: letters.called_off(one), "called-off")
