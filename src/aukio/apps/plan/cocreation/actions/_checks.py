"""Checks that several actions share; each raises ``Fault``."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.cocreation.models import Call
from aukio.shared.faults import Fault

LANGUAGES = ("fi", "sv", "en")


def locked(call: Call) -> Call:
    """The call as it is now; others who change it wait until the transaction ends."""
    return Call.objects.select_for_update().get(pk=call.pk)


def within(text: str, *, most: int, where: str) -> str:
    """The text without space at its ends, if it is short enough."""
    kept = text.replace("\x00", "").strip()
    if len(kept) > most:
        raise Fault(
            _("The text is too long."),
            where=where,
            mend=_("Use at most %(most)d characters.") % {"most": most},
        )
    return kept


def needed(text: str, *, most: int, where: str) -> str:
    """The same, and there must be something."""
    kept = within(text, most=most, where=where)
    if not kept:
        raise Fault(_("This is missing."), where=where, mend=_("Write something here."))
    return kept


def in_three(texts: Mapping[str, str], *, most: int, where: str) -> dict[str, str]:
    """The text in Finnish, Swedish and English; all three are needed."""
    return {
        language: needed(texts.get(language, ""), most=most, where=f"{where} ({language})")
        for language in LANGUAGES
    }


def email_address(text: str) -> str:
    """An address that looks like one."""
    address = text.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise Fault(
            _("This is not an e-mail address."),
            where=pgettext("field", "e-mail address"),
            mend=_("Write it like name@example.fi."),
        ) from error
    return address
