"""How much may be given at once, and how often: one table for pages, fields and the API."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from aukio.shared.accounts.limits import Limit, place_of
from aukio.shared.faults import Fault

MEBIBYTE = 1024 * 1024
MOST_BYTES = 10 * MEBIBYTE
MOST_UNPACKED = 60 * MEBIBYTE
MOST_SIGNS = 200_000
MOST_SIGNS_LIVE = 50_000
"""Checked while one types; a longer text is checked when the button is pressed."""
MOST_SHOWN = 300
WORKING_TIME = timedelta(minutes=10)
"""From the last change to a text until it is deleted, unless it is shared."""
PROPOSING_TIME = timedelta(minutes=60)
"""At most, from asking a language model until the text is deleted: thirty paragraphs of a model
that needs a minute for each, the wait for the worker, and time to read the proposals."""
MOST_DAYS = 90
MOST_PAGES = 200
"""Of a site read at once."""

QUICK = Limit("wording-quick", times=240, seconds=60)
SITES = Limit("wording-sites", times=10, seconds=60 * 60)
DEEP = Limit("wording-deep", times=30, seconds=10 * 60)


class TooOften(Fault):
    """Somebody asks more than the service can give to one."""


def take(limit: Limit, request: HttpRequest) -> None:
    """Count one try of this person or network address. Raises ``TooOften``."""
    if not limit.take(who(request)):
        raise TooOften(
            _("Many texts have been checked from here in a short time."),
            mend=_("Wait a few minutes and try again."),
        )


def who(request: HttpRequest) -> str:
    """A signed-in person counts alone; others by their network address."""
    person: Any = request.user
    return f"person {person.pk}" if person.is_authenticated else place_of(request)
