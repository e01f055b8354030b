"""``{% load dialogues %}``: the room's codes and small numbers in words."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from aukio.apps.dialogues import wings
from aukio.apps.dialogues.frozen import in_languages
from aukio.apps.dialogues.models import Permission, Sentence, TextStatus, Voice
from aukio.apps.dialogues.queries import Shown, shown
from aukio.apps.dialogues.queries.pages.people import People
from aukio.apps.dialogues.queries.pages.rounds import RoundLine
from aukio.shared.i18n.figures import number
from aukio.shared.i18n.times import short_date
from aukio.shared.terms.queries import labels
from aukio.ui.markup import element

register = template.Library()


@register.simple_tag(name="wings", takes_context=True)
def wings_tag(context: template.Context, place: str, what: object = None) -> SafeString:
    """What the room's wings show here; see ``wings.py``."""
    return wings.shown(place, context["request"], what)


@register.filter
def people(how_many: People) -> str:
    """How many people, or why no number is given."""
    if not how_many.is_known:
        return pgettext("number of people", "not known")
    if how_many.count is None:
        return pgettext("number of people", "not shown")
    if how_many.is_least:
        least = pgettext("number of people", "at least %(number)s")
        return least % {"number": number(how_many.count)}
    return number(how_many.count)


@register.filter
def season_and_stage(line: RoundLine) -> str:
    """ "Autumn 2026 · Summary published"."""
    return f"{line.season} {line.year} · {line.status_words}"


@register.filter
def round_facts(line: RoundLine) -> str:
    """Figures and days of a round on one line. In Python: lists of rounds must stay quick."""
    held = ngettext("%(number)s dialogue", "%(number)s dialogues", line.dialogues)
    by = ngettext("%(number)s organiser", "%(number)s organisers", line.organisers)
    parts = [
        held % {"number": line.dialogues},
        by % {"number": line.organisers},
        _("participants: %(number)s") % {"number": people(line.participants)},
        ", ".join(short_date(day) for day in line.days),
    ]
    return " · ".join(part for part in parts if part)


@register.filter
def words(given: Shown | str) -> SafeString | str:
    """A text for the reader, marked with its language when it is not the page's."""
    if not isinstance(given, Shown):
        return given
    if given.language == get_language():
        return given.text
    return element("span", {"lang": given.language}, given.text)


@register.filter
def sentence_words(sentence: Sentence) -> SafeString | str:
    """A sentence of the desk in the reader's language."""
    return words(shown(in_languages(sentence, "text")))


@register.filter
def translation_status(given: Shown) -> str:
    """Where the text came from, in words; an absent translation is told too."""
    if given.text and given.language != get_language():
        return _("Not yet in this language")
    return text_status(given.status)


@register.filter
def text_status(status: str) -> str:
    return str(TextStatus(status).label) if status in TextStatus.values else ""


@register.filter
def voice(code: str) -> str:
    return str(Voice(code).label) if code in Voice.values else code


@register.filter
def permission(code: str) -> str:
    return str(Permission(code).label) if code in Permission.values else code


def language_names() -> dict[str, str]:
    """Code → name of every language words may be in, and of the one nobody could tell."""
    return {**labels("languages"), "und": pgettext("language", "not known")}


@register.filter
def spoken_language(code: str) -> str:
    """The language words were said in: "Finnish". In a list use ``language_names`` once."""
    return language_names().get(code, code)
