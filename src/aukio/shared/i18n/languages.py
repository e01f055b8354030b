"""The languages pages come in, and those that content may carry."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

# Languages people's own words may be in, with the page's languages first. The names are
# translated; the own name is what a speaker calls it.
OWN_NAMES = {
    "fi": "suomi",
    "sv": "svenska",
    "en": "English",
    "se": "davvisámegiella",
    "smn": "anarâškielâ",
    "sms": "sääʹmǩiõll",
}
NAMES = {
    "fi": _("Finnish"),
    "sv": _("Swedish"),
    "en": _("English"),
    "se": _("Northern Sámi"),
    "smn": _("Inari Sámi"),
    "sms": _("Skolt Sámi"),
}


@dataclass(frozen=True)
class LanguageLink:
    code: str
    name: str
    address: str
    is_current: bool


def page_languages() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


def language_name(code: str) -> str:
    """The language's name in the reader's language; the code itself when it is unknown."""
    return str(NAMES.get(code, code))


def links_to_this_page(address: str) -> list[LanguageLink]:
    """The same page in each language. ``address`` is a path with its query string."""
    now = translation.get_language()
    rest = _without_language(address)
    return [
        LanguageLink(code, name, f"/{code}{rest}" if rest else f"/{code}/", code == now)
        for code, name in settings.LANGUAGES
    ]


def _without_language(address: str) -> str:
    """``/fi/plan/`` → ``/plan/``; empty for an address that has no language in it."""
    head, slash, rest = address.lstrip("/").partition("/")
    return f"{slash}{rest}" if head in page_languages() and slash else ""
