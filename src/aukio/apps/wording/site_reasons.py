"""Why a page of a site was not checked, in words for the person who asked."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from aukio.engines.clarity import Reason

REASONS: dict[str, Promise] = {
    "address": pgettext_lazy("page left out", "The address is not usable"),
    "private": pgettext_lazy("page left out", "The machine is not on the public internet"),
    "other-site": pgettext_lazy("page left out", "Leads to another site"),
    "robots": pgettext_lazy("page left out", "The site asks machines not to read it"),
    "unreachable": pgettext_lazy("page left out", "The server cannot be reached"),
    "slow": pgettext_lazy("page left out", "The server was too slow"),
    "too-large": pgettext_lazy("page left out", "Too large"),
    "status": pgettext_lazy("page left out", "The server answered with an error"),
    "redirects": pgettext_lazy("page left out", "Leads on and on"),
    "kind": pgettext_lazy("page left out", "Not a web page"),
    "language": pgettext_lazy("page left out", "In another language"),
    "no-words": pgettext_lazy("page left out", "No words of its own"),
    "duplicate": pgettext_lazy("page left out", "The same as another page"),
}


def name_of(reason: str) -> str:
    return str(REASONS.get(reason, reason))


def mend(reason: Reason) -> str:
    """What to do when not even the first page was read."""
    return _("%(reason)s. Check the address in a browser and try again.") % {
        "reason": name_of(reason)
    }
