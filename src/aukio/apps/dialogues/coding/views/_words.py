"""Changes to the frame in words."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.coding.models import FrameChange
from aukio.shared.i18n.times import date_and_time
from aukio.ui.components.tables import Cell


def change_words(change: FrameChange) -> str:
    """ "“Bus” was merged into “Getting about”." """
    told = {"name": "", "to": "", "source": "", "count": 0, **change.what}
    told["names"] = ", ".join(f"“{name}”" for name in change.what.get("names", []))
    words = {
        "add": pgettext("frame", "“%(name)s” was added"),
        "edit": pgettext("frame", "“%(name)s” was changed"),
        "merge": pgettext("frame", "%(names)s merged into “%(to)s”"),
        "split": pgettext("frame", "“%(to)s” was split from “%(name)s”"),
        "move": pgettext("frame", "“%(name)s” was moved under “%(to)s”"),
        "retire": pgettext("frame", "“%(name)s” was retired"),
        "restore": pgettext("frame", "“%(name)s” was taken into use again"),
        "order": pgettext("frame", "“%(name)s” was moved in the order"),
        "copy": pgettext("frame", "%(count)s codes were copied from the round %(source)s"),
        "import": pgettext("frame", "%(count)s codes were brought from the table %(source)s"),
    }
    if change.verb == "edit" and told["to"] != told["name"]:
        return pgettext("frame", "“%(name)s” was renamed “%(to)s”") % told
    if change.verb == "move" and not told["to"]:
        return pgettext("frame", "“%(name)s” was moved to stand by itself") % told
    return words[change.verb] % told


def change_table(changes: Iterable[FrameChange]) -> list[list[Cell]]:
    """What, why, who, when, and whether it was taken back."""
    return [
        [
            Cell(change_words(one)),
            Cell(one.why),
            Cell(one.by.name if one.by else _("The service")),
            Cell(date_and_time(one.at)),
            Cell(_undone(one)),
        ]
        for one in changes
    ]


def change_head() -> list[Cell]:
    return [
        Cell(pgettext("change", "What")),
        Cell(pgettext("change", "Why")),
        Cell(pgettext("change", "Who")),
        Cell(pgettext("change", "When")),
        Cell(pgettext("change", "State")),
    ]


def _undone(change: FrameChange) -> str:
    if change.undone_at is None:
        return ""
    who = change.undone_by.name if change.undone_by else _("The service")
    when = date_and_time(change.undone_at)
    return _("Taken back by %(who)s, %(when)s") % {"who": who, "when": when}
