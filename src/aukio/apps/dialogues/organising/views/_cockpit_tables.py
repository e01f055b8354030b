"""The cockpit's lists and tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.organising.actions.inviting import heading
from aukio.apps.dialogues.organising.models import Contact, Invited, Milestone, Training
from aukio.apps.dialogues.organising.queries.cockpit import Overview, Replies
from aukio.apps.dialogues.organising.queries.coverage import Coverage, Line
from aukio.apps.dialogues.organising.views._tables import link
from aukio.apps.dialogues.organising.views._ways import hours
from aukio.apps.dialogues.templatetags.dialogues import people as people_words
from aukio.shared.i18n.figures import number
from aukio.shared.i18n.times import short_date
from aukio.ui.components.tables import Cell, Row
from aukio.ui.markup import element


@dataclass(frozen=True)
class Part:
    """One part of the work: what it is, how far, and where."""

    title: str
    href: str
    state: str


@dataclass(frozen=True)
class Step:
    pk: int
    title: str
    due: str
    responsible: str
    is_done: bool
    is_late: bool


@dataclass(frozen=True)
class Told:
    """A table with its heading and what is missing from it."""

    title: str
    rows: list[list[Cell]]
    head: list[Cell]
    missing: tuple[str, ...]


def parts(round: Round, found: Overview) -> list[Part]:
    """The work in the order it is done."""
    if found.chosen:
        topic = _("Chosen: %(topic)s") % {"topic": found.chosen.title}
    else:
        topic = ngettext("%(number)d proposal", "%(number)d proposals", found.proposals) % {
            "number": found.proposals
        }
    steps = _("%(done)d of %(all)d done") % {"done": found.steps_done, "all": found.steps}
    if found.late:
        steps += ", " + _("%(number)d late") % {"number": found.late}
    replies = _("%(yes)d take part, %(silent)d have not decided") % {
        "yes": found.yes,
        "silent": found.silent,
    }
    contacts = ngettext("%(number)d contact", "%(number)d contacts", found.contacts)
    trainings = ngettext("%(number)d training", "%(number)d trainings", found.trainings)
    waiting = ngettext("%(number)d is waiting", "%(number)d are waiting", found.applications)
    told = [
        (pgettext("page", "Topics"), "topics", topic),
        (pgettext("page", "Timetable"), "timetable", steps),
        (pgettext("page", "Contacts"), "contacts", contacts % {"number": found.contacts}),
        (pgettext("page", "Invitations"), "invitations", replies),
        (pgettext("page", "Coverage"), "coverage", _("Who has been reached, who is missing")),
        (pgettext("page", "Material kit"), "kit", _("Four texts in three languages")),
        (pgettext("page", "Trainings"), "trainings-desk", trainings % {"number": found.trainings}),
    ]
    found_parts = [
        Part(title, reverse(f"organising:{route}", args=[round.slug]), state)
        for title, route, state in told
    ]
    joining = waiting % {"number": found.applications}
    return [
        *found_parts,
        Part(_("Organisations that want to join"), reverse("organising:applications"), joining),
    ]


def steps(found: Iterable[Milestone]) -> list[Step]:
    today = timezone.localdate()
    return [
        Step(
            one.pk,
            one.words,
            short_date(one.due),
            str(one.responsible or ""),
            one.done_at is not None,
            one.done_at is None and one.due < today,
        )
        for one in found
    ]


def coverage_rows(found: Coverage) -> list[Row]:
    """The figures of the picture."""
    return [
        Row(_("Dialogues"), number(found.dialogues)),
        Row(_("Organisers"), number(found.organisers)),
        Row(_("First-time organisers"), number(found.first_timers)),
        Row(_("Areas with a dialogue"), f"{found.places.heard}/{len(found.places.counties)}"),
        Row(_("Municipalities"), number(found.municipalities)),
        Row(_("Dialogues with an unlisted page"), number(found.unlisted)),
    ]


def coverage_tables(found: Coverage) -> list[Told]:
    """Languages, groups and age bands; the first two as announced, people as counted after."""
    announced = Cell(_("Dialogues"), is_number=True)
    counted = Cell(_("People counted"), is_number=True)
    return [
        Told(
            pgettext("coverage", "Languages"),
            [[Cell(one.label), Cell(number(one.dialogues), is_number=True)]
             for one in found.languages if one.dialogues],
            [Cell(pgettext("dialogue", "Language")), announced],
            found.missing_languages,
        ),
        Told(
            pgettext("coverage", "Groups"),
            [[Cell(one.label), Cell(number(one.dialogues), is_number=True), _people(one)]
             for one in found.groups if one.dialogues or one.people.is_known],
            [Cell(_("Group")), announced, counted],
            found.missing_groups,
        ),
        Told(
            pgettext("coverage", "Age bands"),
            [[Cell(one.label), _people(one)] for one in found.bands],
            [Cell(_("Age band")), counted],
            (),
        ),
    ]  # fmt: skip


def _people(one: Line) -> Cell:
    return Cell(people_words(one.people), is_number=True)


def contact_table(found: Iterable[Contact]) -> list[list[Cell]]:
    return [
        [
            Cell(link(reverse("organising:contact", args=[one.pk]), str(one))),
            Cell(one.name),
            Cell(one.get_kind_display()),
            Cell(one.get_language_display()),
            Cell(one.area.name() if one.area else ""),
        ]
        for one in found
    ]


def contact_head() -> list[Cell]:
    return [
        Cell(pgettext("contact", "Organisation")),
        Cell(pgettext("person", "Name")),
        Cell(pgettext("contact", "Kind of organiser")),
        Cell(pgettext("contact", "Language of letters")),
        Cell(_("Municipality")),
    ]


def invitation_table(found: Iterable[Replies], round: Round) -> list[list[Cell]]:
    rows = []
    for one in found:
        letter = one.invitation
        sent = short_date(letter.sent_at) if letter.sent_at else pgettext("letter", "Draft")
        subject = heading(letter, round)
        figures = (one.sent, one.yes, one.later, one.no, one.silent)
        rows.append(
            [
                Cell(link(reverse("organising:invitation", args=[letter.pk]), subject)),
                Cell(sent),
                *(Cell(number(count), is_number=True) for count in figures),
            ]
        )
    return rows


def invitation_head() -> list[Cell]:
    words = (
        pgettext("letter", "Receivers"),
        pgettext("reply", "Yes"),
        pgettext("reply", "Later"),
        pgettext("reply", "No"),
        pgettext("reply", "Silent"),
    )
    return [
        Cell(pgettext("letter", "Letter")),
        Cell(pgettext("letter", "Sent")),
        *(Cell(word, is_number=True) for word in words),
    ]


def invited_table(found: Iterable[Invited]) -> list[list[Cell]]:
    return [
        [
            Cell(str(one.contact)),
            Cell(
                pgettext("reply", "Wants no more letters")
                if one.contact.unsubscribed_at
                else one.get_reply_display()
            ),
            Cell(one.remark),
            Cell(short_date(one.replied_at) if one.replied_at else ""),
        ]
        for one in found
    ]


def invited_head() -> list[Cell]:
    return [
        Cell(pgettext("contact", "Organisation")),
        Cell(pgettext("reply", "Reply")),
        Cell(pgettext("reply", "Remark")),
        Cell(pgettext("reply", "When")),
    ]


def training_table(found: Iterable[Training], *, route: str) -> list[list[Cell]]:
    rows = []
    for one in found:
        gathering = one.gathering
        free = max(gathering.places - one.taken, 0)  # type: ignore[attr-defined]
        when = f"{short_date(gathering.day)} {hours(one.begins, one.ends)}"
        rows.append(
            [
                Cell(_own(link(reverse(f"organising:{route}", args=[one.pk]), one.title),
                          one.language)),
                Cell(when),
                Cell(one.get_language_display()),
                Cell(one.place or (_("Online") if one.online_address else "")),
                Cell(number(free), is_number=True),
            ]
        )  # fmt: skip
    return rows


def _own(text: SafeString, language: str) -> SafeString:
    return element("span", {"lang": language}, text)


def training_head() -> list[Cell]:
    return [
        Cell(pgettext("training", "Training")),
        Cell(pgettext("dialogue", "When")),
        Cell(pgettext("training", "Language")),
        Cell(pgettext("dialogue", "Where")),
        Cell(_("Free places"), is_number=True),
    ]
