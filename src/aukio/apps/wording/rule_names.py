"""What each rule is called in a table or a list: two or three words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

NAMES: dict[str, Promise] = {
    "long-sentence": pgettext_lazy("kind of finding", "Long sentences"),
    "many-subclauses": pgettext_lazy("kind of finding", "Many subordinate clauses"),
    "long-paragraph": pgettext_lazy("kind of finding", "Long paragraphs"),
    "list-in-sentence": pgettext_lazy("kind of finding", "Lists hidden in sentences"),
    "no-headings": pgettext_lazy("kind of finding", "No headings"),
    "long-summary": pgettext_lazy("kind of finding", "Long summary"),
    "passive-instruction": pgettext_lazy("kind of finding", "Instructions in the passive"),
    "plain-must": pgettext_lazy("kind of finding", "Duties put stiffly"),
    "plain-may": pgettext_lazy("kind of finding", "Possibilities put stiffly"),
    "no-address": pgettext_lazy("kind of finding", "Reader not addressed"),
    "clause-equivalent": pgettext_lazy("kind of finding", "Clauses pressed into verb forms"),
    "participle-attribute": pgettext_lazy("kind of finding", "Long attributes"),
    "rare-form": pgettext_lazy("kind of finding", "Rare forms"),
    "nominalisation-stack": pgettext_lazy("kind of finding", "Stacked nouns"),
    "late-verb": pgettext_lazy("kind of finding", "Main verb late"),
    "double-negation": pgettext_lazy("kind of finding", "Double negatives"),
    "officialese": pgettext_lazy("kind of finding", "Officialese"),
    "rare-word": pgettext_lazy("kind of finding", "Rare words"),
    "long-compound": pgettext_lazy("kind of finding", "Long compounds"),
    "abbreviation": pgettext_lazy("kind of finding", "Unexplained abbreviations"),
    "short-form": pgettext_lazy("kind of finding", "Short forms"),
    "glossary-forbidden": pgettext_lazy("kind of finding", "Words the glossary avoids"),
    "glossary-unexplained": pgettext_lazy("kind of finding", "Words to explain"),
    "capitals": pgettext_lazy("kind of finding", "Text in capitals"),
    "roman-numeral": pgettext_lazy("kind of finding", "Roman numerals"),
    "number-range": pgettext_lazy("kind of finding", "Ranges with a dash"),
    "round-the-clock": pgettext_lazy("kind of finding", "Expressions like 24/7"),
    "long-number": pgettext_lazy("kind of finding", "Long numbers"),
    "date-form": pgettext_lazy("kind of finding", "Forms of dates"),
    "phone-form": pgettext_lazy("kind of finding", "Telephone numbers"),
    "vague-heading": pgettext_lazy("kind of finding", "Vague headings"),
    "long-heading": pgettext_lazy("kind of finding", "Long headings"),
    "vague-link": pgettext_lazy("kind of finding", "Vague links"),
    "no-contact": pgettext_lazy("kind of finding", "Contact details missing"),
    "matter-late": pgettext_lazy("kind of finding", "Important matter late"),
    "broken-line": pgettext_lazy("kind of finding", "Lines broken inside phrases"),
    "unexplained-suppression": pgettext_lazy("kind of finding", "Exceptions without a reason"),
}


def name_of(rule: str) -> str:
    """The rule's name in the reader's language; its id when it has no name yet."""
    return str(NAMES.get(rule, rule))
