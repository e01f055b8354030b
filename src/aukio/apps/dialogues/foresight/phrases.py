"""Sentences that pages, files and the text for local use share: facts only, never claims."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from aukio.apps.dialogues.foresight.queries.matters import Matter, Moment
from aukio.apps.dialogues.foresight.queries.slices import Kind, Slice, ThemeHere, Which
from aukio.apps.dialogues.foresight.queries.voices import Voices
from aukio.apps.dialogues.foresight.statistics import Direction, Interval
from aukio.apps.dialogues.models import Season
from aukio.shared.i18n.figures import percent


def kind_name(kind: Kind) -> str:
    return {
        Kind.COUNTY: pgettext("slice", "Wellbeing services county"),
        Kind.MUNICIPALITY: pgettext("slice", "Municipality"),
        Kind.GROUP: pgettext("slice", "Group of people"),
        Kind.LANGUAGE: pgettext("slice", "Language of the dialogue"),
        Kind.OWN: pgettext("slice", "Own dialogues"),
    }[kind]


def heading(which: Which) -> str:
    """The title of a slice's page and file."""
    names = {"name": which.name}
    if which.kind == Kind.GROUP:
        return _("What was said in dialogues with this group: %(name)s") % names
    if which.kind == Kind.LANGUAGE:
        return _("What was said in dialogues in this language: %(name)s") % names
    if which.kind == Kind.OWN:
        return _("What was said in your dialogues")
    return _("What was said here: %(name)s") % names


def when(heard: Voices) -> str:
    """ "autumn 2026"."""
    season = str(Season(heard.round.season).label).lower()
    return f"{season} {heard.round.year}"


def short_when(heard: Voices) -> str:
    """For a chart: "2026 a", "2026 s"."""
    letter = (
        pgettext("short season", "autumn")
        if heard.round.season == Season.AUTUMN
        else pgettext("short season", "spring")
    )
    return f"{letter} {heard.round.year}"


def held(number: int) -> str:
    return ngettext("%(number)d dialogue", "%(number)d dialogues", number) % {"number": number}


def people(found: Slice) -> str:
    """How many took part, as it may be told."""
    if found.people is None:
        return _("How many people took part is not shown.")
    if not found.untold:
        return ngettext(
            "%(number)d person took part.", "%(number)d people took part.", found.people
        ) % {"number": found.people}
    told = ngettext(
        "At least %(number)d person took part.",
        "At least %(number)d people took part.",
        found.people,
    ) % {"number": found.people}
    rest = ngettext(
        "The number of %(number)d dialogue is not shown.",
        "The numbers of %(number)d dialogues are not shown.",
        found.untold,
    ) % {"number": found.untold}
    return f"{told} {rest}"


def group_people(found: Slice) -> str:
    """Of a group: how many of it took part in all the dialogues of the rounds."""
    if found.group_people is None:
        return ""
    return ngettext(
        "In all dialogues of the round, at least %(number)d person of the group took part.",
        "In all dialogues of the round, at least %(number)d people of the group took part.",
        found.group_people,
    ) % {"number": found.group_people}


def here(theme: ThemeHere, *, short: bool = False) -> str:
    """ "6 of 7 dialogues", or that it is not shown; "6 / 7" where a table tells what is counted."""
    if theme.here is None or theme.of is None:
        return pgettext("number of dialogues", "not shown")
    return _part(theme.here, theme.of, short=short)


def everywhere(theme: ThemeHere, *, short: bool = False) -> str:
    return _part(theme.everywhere, theme.of_all, short=short)


def remarked(moment: Moment) -> str:
    """ "autumn 2026: 77 of 673 remarks"."""
    told = ngettext(
        "%(some)d of %(every)d remark", "%(some)d of %(every)d remarks", moment.of_notes
    )
    numbers = told % {"some": moment.notes, "every": moment.of_notes}
    return f"{when(moment.voices)}: {numbers}"


def _part(some: int, every: int, *, short: bool) -> str:
    return f"{some}\u00a0/\u00a0{every}" if short else of_dialogues(some, every)


def of_dialogues(some: int, every: int) -> str:
    return ngettext("%(some)d of %(every)d dialogue", "%(some)d of %(every)d dialogues", every) % {
        "some": some,
        "every": every,
    }


def few() -> str:
    """Why a small slice has no numbers of themes."""
    return _(
        "There are few dialogues here, so the page shows words and no numbers of themes. "
        "Every quote is shown with permission."
    )


def interval(found: Interval | None) -> str:
    """ "24–61 %", or that there are too few dialogues."""
    if found is None:
        return _("too few dialogues")
    return f"{percent(found.low)}–{percent(found.high)}"


def direction(matter: Matter) -> str:
    return {
        Direction.GREW: pgettext("trend", "Spoken of more than in the round before"),
        Direction.FELL: pgettext("trend", "Spoken of less than in the round before"),
        Direction.UNKNOWN: pgettext("trend", "We cannot tell whether it grew or fell"),
    }[matter.change.direction]


def spoken(moment: Moment) -> str:
    """A round in one sentence."""
    return _("%(when)s: %(dialogues)s") % {
        "when": when(moment.voices),
        "dialogues": of_dialogues(moment.dialogues, moment.of),
    }


def what_interval_means() -> str:
    return _(
        "Only some people take part in a round. Other dialogues could have given another "
        "share. The interval tells how much: if the dialogues of the round were drawn again and "
        "again, the share would fall within it 95 times out of 100. The interval tells of "
        "these dialogues. It does not tell what all people in Finland think."
    )


def what_change_means() -> str:
    return _(
        "We say that a matter grew or fell only when the interval of the difference leaves zero "
        "out. Otherwise we say that we cannot tell."
    )


def what_signal_means() -> str:
    return _(
        "A weak signal is something to look at, not a finding. It is rare: at most a quarter of "
        "the dialogues of the newest round spoke of it. It is also new, or more dialogues spoke of "
        "it than in the round before."
    )
