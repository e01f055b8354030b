"""A few plain sentences to copy into a municipality's own page: only facts and quotes."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.foresight import phrases
from aukio.apps.dialogues.foresight.queries.slices import Kind, Slice, in_language

THEMES, QUOTES = 4, 2


def ready_text(found: Slice, language: str, address: str) -> str:
    """The text in ``language``; quotes stay in the language they were said in.

    ``address`` is the whole address of the slice's page in that language.
    """
    with in_language(language):
        parts = [_first(found), _took_part(found), _themes(found), *_quotes(found)]
        parts += [_("Read more: %(address)s") % {"address": address}]
        if found.is_sample:
            parts.insert(0, _("Sample: everything here is invented."))
        return "\n\n".join(part for part in parts if part)


def _first(found: Slice) -> str:
    rounds = "; ".join(
        f"{part.voices.title.text} ({phrases.when(part.voices)})" for part in found.parts
    )
    facts = {
        "dialogues": phrases.held(len(found.held)),
        "name": found.which.name,
        "round": rounds,
    }
    if found.which.kind == Kind.OWN:
        return _("National Dialogues: %(round)s. We held %(dialogues)s.") % facts
    return _("National Dialogues: %(round)s. %(name)s: %(dialogues)s.") % facts


def _took_part(found: Slice) -> str:
    return phrases.people(found) if found.people is not None else ""


def _themes(found: Slice) -> str:
    names = [theme.title.text for theme in found.heard[:THEMES]]
    if not names:
        return ""
    lines = "\n".join(f"– {name}" for name in names)
    opening = _("Among other things, people spoke of these themes:")
    return f"{opening}\n{lines}"


def _quotes(found: Slice) -> list[str]:
    """The first quotes of different themes, word for word."""
    firsts = [theme.quotes[0] for theme in found.heard if theme.quotes]
    if not firsts:
        return []
    said = [pgettext("quote in a text", "“%(words)s”") % {"words": one.text} for one in firsts]
    return [_("In the words of those who took part:"), *said[:QUOTES]]
