"""Codes of the wing in the reader's words."""

from __future__ import annotations

from django.utils.translation import pgettext


def verb_words(verb: str) -> str:
    """What was done to themes."""
    known = {
        "propose_themes": pgettext("change", "the machine proposed themes"),
        "create_theme": pgettext("change", "a theme was added"),
        "rename_theme": pgettext("change", "a theme was renamed"),
        "accept_theme": pgettext("change", "a theme was accepted"),
        "move_proposals": pgettext("change", "proposals were moved"),
        "merge_themes": pgettext("change", "themes were merged"),
    }
    return known.get(verb, verb)
