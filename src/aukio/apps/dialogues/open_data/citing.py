"""The licence of the data, and how to name it."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from aukio.apps.dialogues.exports.table import named
from aukio.apps.dialogues.open_data.addresses import stable
from aukio.apps.dialogues.open_data.contents import Contents

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_CODE = "CC-BY-4.0"


def publisher() -> str:
    """The authority responsible for the service."""
    return settings.AUTHORITY or "Aukio"


def citation(found: Contents, language: str) -> str:
    """One line for a list of sources."""
    with translation.override(language):
        return _(
            "%(publisher)s: %(title)s. Data of the dialogue round, version %(version)d, "
            "%(date)s. %(address)s. CC BY 4.0."
        ) % {
            "publisher": publisher(),
            "title": named(found.title, language),
            "version": found.version,
            "date": date_format(timezone.localtime(found.published_at), "SHORT_DATE_FORMAT"),
            "address": stable("open_data:round", found.slug, language=language),
        }
