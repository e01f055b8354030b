"""Why the machine found a place, in words the organiser reads."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.models import FindingKind
from aukio.engines.privacy import Trait, traits


def why_found(kind: str, words: str, *, certain: bool) -> str:
    """One sentence, or "" where the kind says it all. ``words``: "" when destroyed."""
    if kind == FindingKind.NAME and not certain:
        return _("A first name or a family name by itself. It can also be a plain word or a place.")
    if kind == FindingKind.RARE and words:
        return _rare(traits(words))
    return ""


def _rare(told: tuple[Trait, ...]) -> str:
    if Trait.ONLY in told:
        return _("The person is said to be the only one.")
    names = {
        Trait.AGE: pgettext("what is told of a person", "age"),
        Trait.TASK: pgettext("what is told of a person", "task"),
        Trait.OFFICE: pgettext("what is told of a person", "a task that only one person has"),
        Trait.PLACE: pgettext("what is told of a person", "place"),
    }
    listed = ", ".join(name for trait, name in names.items() if trait in told)
    if not listed:
        return ""
    return _("These are told together: %(things)s. Few people share them all.") % {"things": listed}
