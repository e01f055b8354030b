"""Checks that several actions share; each raises ``Fault``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.shared.documents import clean
from aukio.shared.faults import Fault
from aukio.shared.terms import queries as terms


def needed(text: str, field: str, longest: int) -> str:
    """The text without spaces around it; it must say something and fit."""
    kept = fitting(text, field, longest)
    if not kept:
        raise Fault(_("This is missing."), where=field, mend=_("Write something here."))
    return kept


def fitting(text: str, field: str, longest: int) -> str:
    kept = clean(text).strip()
    if len(kept) > longest:
        raise Fault(
            _("The text is too long."),
            where=field,
            mend=_("Use at most %(count)d characters.") % {"count": longest},
        )
    return kept


def email(text: str) -> str:
    """An address in small letters."""
    address = text.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise Fault(
            _("“%(text)s” is not an e-mail address.") % {"text": text.strip()[:80]},
            where=pgettext("field", "E-mail address"),
            mend=_("Write it like name@example.fi."),
        ) from error
    return address


def codes(vocabulary: str, given: Iterable[str], field: str) -> list[str]:
    """Codes of a vocabulary, each once, in the order given."""
    known = terms.labels(vocabulary)
    found = list(dict.fromkeys(code for code in given if code))
    strange = [code for code in found if code not in known]
    if strange:
        raise Fault(
            _("“%(code)s” is not known here.") % {"code": strange[0]},
            where=field,
            mend=_("Choose from the list."),
        )
    return found


def in_three(field: str, words: Mapping[str, str], longest: int) -> dict[str, str]:
    """``{"text_fi": …}``; every language must say something."""
    names = {"fi": _("Finnish"), "sv": _("Swedish"), "en": _("English")}
    return {
        f"{field}_{code}": needed(words.get(code, ""), name, longest)
        for code, name in names.items()
    }
