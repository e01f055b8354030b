"""Checks that several actions share; each raises ``InputFault``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.models import Note, Round, Theme, in_use

PUBLISHED = ("fi", "sv", "en")
Words = Mapping[str, str]  # {"fi": "…", "sv": "…", "en": "…"}; a language may be missing


def in_languages(field: str, words: Words) -> dict[str, str]:
    """``{"title_fi": …}`` for the languages given. Raises on a language that is not ours."""
    strange = sorted(set(words) - set(PUBLISHED))
    if strange:
        raise InputFault(
            _("A text was given in a language that summaries are not published in: %(code)s.")
            % {"code": ", ".join(strange)},
            place=Place(field=field),
            mend=_("Use fi, sv or en."),
        )
    return {f"{field}_{code}": text.strip() for code, text in words.items()}


def titles(words: Words, *, longest: int) -> dict[str, str]:
    """Like ``in_languages``, for a title: it must say something, and fit."""
    found = in_languages("title", words)
    place = Place(field=pgettext("field", "title"))
    if not any(found.values()):
        raise InputFault(
            _("The title is missing."),
            place=place,
            mend=_("Write it in at least one language."),
        )
    if max(map(len, found.values())) > longest:
        raise InputFault(
            _("The title is too long."),
            place=place,
            mend=_("Use at most %(count)d characters.") % {"count": longest},
        )
    return found


def live_theme(theme: Theme, round: Round) -> None:
    """The theme is of this round and has not been merged away."""
    if theme.round_id != round.pk:
        raise InputFault(
            _("The theme “%(theme)s” belongs to another round.") % {"theme": theme},
            mend=_("Choose a theme of this round."),
        )
    if theme.merged_into_id is not None:
        raise InputFault(
            _("The theme “%(theme)s” has been merged into another.") % {"theme": theme},
            mend=_("Choose the theme it was merged into."),
        )


def notes_of(round: Round, notes: Iterable[Note]) -> list[Note]:
    """The notes, at least one, all of this round's records that are in use."""
    wanted = {note.pk for note in notes}
    found = list(
        Note.objects.filter(
            in_use("record__"), pk__in=wanted, record__dialogue__round=round
        ).select_related("record")
    )
    if not wanted or len(found) != len(wanted):
        raise InputFault(
            _("No notes were chosen, or some of them are not of this round's records."),
            mend=_("Choose notes of this round and try again."),
        )
    return found
