"""The Finnish business id (Y-tunnus): seven digits, a hyphen and a check digit.

Rule: Finnish Patent and Registration Office and Tax Administration, Business Information
System (ytj.fi): weights 7, 9, 10, 5, 8, 4, 2; remainder of the sum by 11; 0 gives check
digit 0, 1 is never issued, otherwise 11 minus the remainder.
"""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

SHAPE = re.compile(r"(?P<number>[0-9]{6,7})-?(?P<check>[0-9])")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2)


def tidy(text: str) -> str:
    """``text`` as ``1234567-8``, or unchanged when it has not the shape of a business id.

    Ids given before 1970s' renewal have six digits and get a leading zero.
    """
    found = SHAPE.fullmatch("".join(text.split()))
    if not found:
        return text.strip()
    return f"{found['number'].zfill(7)}-{found['check']}"


def is_right(text: str) -> bool:
    """Whether ``text`` is a business id in its usual form with the right check digit."""
    if not re.fullmatch(r"[0-9]{7}-[0-9]", text):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text[:7], WEIGHTS, strict=True))
    remainder = total % 11
    if remainder == 1:
        return False
    return int(text[8]) == (11 - remainder if remainder else 0)


def validate(text: str) -> None:
    """A validator for form and model fields."""
    if not is_right(text):
        raise ValidationError(
            _("%(text)s is not a business id. Write it like 1234567-1 and check each digit."),
            params={"text": text},
            code="business_id",
        )
