"""``{% load wording %}``: a result's tables in the reader's words."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from django import template
from django.template.defaultfilters import linebreaksbr
from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

from aukio.apps.wording.layout import Numbered
from aukio.apps.wording.models import Profile
from aukio.apps.wording.result import Result
from aukio.ui.components import buttons, choices
from aukio.ui.components.tables import Cell, Row, summary_list, table
from aukio.ui.markup import Attributes, Text, element, join

register = template.Library()
LEVELS = {
    "error": pgettext_lazy("level of a finding", "Mend"),
    "warning": pgettext_lazy("level of a finding", "Consider"),
    "info": pgettext_lazy("level of a finding", "Note"),
}


@register.filter
def id_of(prefix: str, number: int) -> str:
    """``{{ "where-"|id_of:3 }}`` → "where-3"."""
    return f"{prefix}{number}"


@register.simple_tag
def level_name(level: str) -> str:
    """How much a finding matters, in a word."""
    return str(LEVELS.get(level, level))


@register.simple_tag
def profile_name(profile: str) -> str:
    """For whom a text was checked."""
    return str(Profile(profile).label)


@register.simple_tag
def lost_table(result: Result) -> SafeString:
    """What each kind of finding takes from the score."""
    rows: list[list[Cell | str | int]] = [
        [one.name, one.count, Cell(_number(one.points), is_number=True)] for one in result.lost
    ]
    head: list[Cell | str] = [_("Kind of finding")]
    head += [Cell(one, is_number=True) for one in (_("Findings"), _("Points"))]
    return table(rows, caption=_("Points that are missing from 100"), head=head)


@register.simple_tag
def figures_list(result: Result) -> SafeString:
    """Counts that do not affect the score."""
    counted = result.figures
    return summary_list(
        [
            Row(pgettext("figure", "Words"), _number(counted.words)),
            Row(pgettext("figure", "Sentences"), _number(counted.sentences)),
            Row(_("Words in a sentence"), _number(counted.words_per_sentence)),
            Row("LIX", _number(counted.lix)),
        ]
    )


@register.simple_tag
def send_button(text: Text, address: str) -> SafeString:
    """Sends the form of the text to another address."""
    given: Attributes = {"form": "wording-form", "formaction": address}
    return buttons.button(text, style="secondary", attributes=given)


@register.simple_tag
def copy_button(text: Text, target: str) -> SafeString:
    """Copies a field; shown by the script, because without it it could do nothing."""
    given: Attributes = {"hidden": True, "data-wording-copy": f"#{target}"}
    return buttons.button(text, type="button", style="secondary", attributes=given)


@register.simple_tag
def use_button(one: Numbered) -> SafeString:
    """Puts a suggestion into the text in the field; shown by the script."""
    words = element("span", {"class": "govuk-visually-hidden"}, f": {one.suggestion}")
    given: Attributes = {
        "hidden": True,
        "data-wording-use": True,
        "data-start": one.start,
        "data-before": one.before,
        "data-after": one.suggestion,
    }
    label = element("span", {"lang": get_language()}, _("Use this"), words)
    return buttons.button(
        label, type="button", style="secondary", classes="wording-use", attributes=given
    )


@register.simple_tag
def take_box(number: int) -> SafeString:
    """The box by which one takes a proposed paragraph."""
    choice = choices.Choice(_("Take this paragraph"), str(number), id=f"take-{number}")
    return choices.checkboxes(None, [choice], name="take", classes_="govuk-checkboxes--small")


@register.simple_tag
def only_in_first(first: str, second: str, mark: str) -> SafeString:
    """The first text, its words that the second lacks inside `mark` (del or ins)."""
    words, others = re.findall(r"\s+|\S+", first), re.findall(r"\s+|\S+", second)
    parts = []
    same = SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks()
    at = 0
    for block in same:
        if only := "".join(words[at : block.a]):
            parts.append(element(mark, {}, linebreaksbr(only)) if only.strip() else only)
        parts.append(linebreaksbr("".join(words[block.a : block.a + block.size])))
        at = block.a + block.size
    return join(parts)


def _number(value: float) -> str:
    decimals = 0 if float(value).is_integer() else 1
    return number_format(value, decimal_pos=decimals, use_l10n=True, force_grouping=True)
