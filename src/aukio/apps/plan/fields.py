"""What the fields of a measure are called, wherever a change to one is shown."""

from __future__ import annotations

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import pgettext_lazy

from aukio.shared.i18n.languages import NAMES

AMENDED = {
    "title": pgettext_lazy("measure", "Title"),
    "text": pgettext_lazy("measure", "Text"),
    "lead": pgettext_lazy("measure", "Lead organisation"),
    "supporters": pgettext_lazy("measure", "Supporting organisations"),
    "start": pgettext_lazy("measure", "Begins"),
    "end": pgettext_lazy("measure", "Ends"),
}


def amended_label(name: str) -> Any:
    """The words for a field of a measure, such as ``title_fi``."""
    base, _underscore, language = name.partition("_")
    words = AMENDED.get(base, base)
    return format_lazy("{} ({})", words, NAMES[language]) if language in NAMES else words
