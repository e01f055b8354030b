"""An organisation's glossary: its editors add, change and remove terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.wording.models import GlossaryTerm, Language
from aukio.shared.accounts.access import require
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault
from aukio.shared.organisations.models import Organisation

LONGEST_WORD = 100
LONGEST_EXPLANATION = 300
MOST_FORBIDDEN = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """A term as it was written: ``forbidden`` are the words not to use for the same thing."""

    language: str
    preferred: str
    forbidden: Sequence[str] = ()
    explanation: str = ""


@transaction.atomic
def add_term(*, by: Any, organisation: Organisation, term: Wanted) -> GlossaryTerm:
    """Add a term. Raises ``Fault`` when it says nothing or is there already."""
    require("wording.edit_glossary", by, organisation)
    made = GlossaryTerm(organisation=organisation)
    _write(made, term)
    record(by=by, verb="wording.add_term", target=made)
    return made


@transaction.atomic
def change_term(*, by: Any, term: GlossaryTerm, to: Wanted) -> GlossaryTerm:
    """Change a term. Raises ``Fault`` as adding does."""
    require("wording.edit_glossary", by, term.organisation)
    _write(term, to)
    record(by=by, verb="wording.change_term", target=term)
    return term


@transaction.atomic
def remove_term(*, by: Any, term: GlossaryTerm) -> None:
    """Take a term out of the glossary."""
    require("wording.edit_glossary", by, term.organisation)
    record(by=by, verb="wording.remove_term", target=term)
    term.delete()


def _write(row: GlossaryTerm, term: Wanted) -> None:
    preferred = " ".join(term.preferred.split())
    given = (" ".join(one.split()) for one in term.forbidden)
    forbidden = list(dict.fromkeys(one for one in given if one))
    _refuse_unusable(term.language, preferred, forbidden, term.explanation)
    same = GlossaryTerm.objects.filter(
        organisation=row.organisation, language=term.language, preferred__iexact=preferred
    )
    if same.exclude(pk=row.pk).exists():
        raise Fault(
            _("“%(word)s” is in the glossary already.") % {"word": preferred},
            where=pgettext("field", "Word to use"),
            mend=_("Change that term instead."),
        )
    row.language, row.preferred, row.forbidden = term.language, preferred, forbidden
    row.explanation = term.explanation.strip()
    row.save()


def _refuse_unusable(language: str, preferred: str, forbidden: list[str], meaning: str) -> None:
    if language not in Language.values:
        raise Fault(
            _("Texts are checked in Finnish, Swedish and English only."),
            where=pgettext("field", "Language"),
        )
    if not preferred or max(map(len, [preferred, *forbidden])) > LONGEST_WORD:
        raise Fault(
            _("A term needs a word to use, and no word is very long."),
            where=pgettext("field", "Word to use"),
            mend=_("Write words of at most %(limit)d characters.") % {"limit": LONGEST_WORD},
        )
    if preferred.casefold() in {one.casefold() for one in forbidden}:
        raise Fault(
            _("The same word cannot be both used and avoided."),
            where=pgettext("field", "Words to avoid"),
        )
    if len(forbidden) > MOST_FORBIDDEN or len(meaning) > LONGEST_EXPLANATION:
        raise Fault(
            _("The term is too long."),
            mend=_("At most %(words)d words to avoid and %(signs)d characters of explanation.")
            % {"words": MOST_FORBIDDEN, "signs": LONGEST_EXPLANATION},
        )
