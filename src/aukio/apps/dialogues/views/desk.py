"""The desk: the core group's rounds, and one round's steps with what is done and what is next."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_safe

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.queries.pages import rounds as queries
from aukio.apps.dialogues.queries.pages.steps import Counts, StepState, counts, states
from aukio.apps.dialogues.views._finding import find_round
from aukio.apps.dialogues.views._ways import crumbs, title_of
from aukio.shared.accounts.access import allowed


@dataclass(frozen=True)
class Step:
    """One step: what has been done, what is missing, and where it is done."""

    number: int
    title: str
    state: StepState
    done: str
    missing: str
    href: str
    action: str

    @property
    def light(self) -> str:
        return {
            StepState.DONE: "complete",
            StepState.NEXT: "substantial",
            StepState.LATER: "none",
        }[self.state]

    @property
    def state_words(self) -> str:
        return {
            StepState.DONE: pgettext("step", "Done"),
            StepState.NEXT: pgettext("step", "Next"),
            StepState.LATER: pgettext("step", "Later"),
        }[self.state]

    @property
    def is_next(self) -> bool:
        return self.state is StepState.NEXT


@allowed("dialogues.create_round")
@require_safe
def desks(request: HttpRequest) -> HttpResponse:
    """Every round, for those who lead them."""
    page = queries.rounds_page(request.user, queries.RoundFilter(), request.GET.get("page", 1))
    context = {
        "title": pgettext("page", "Desk"),
        "lead": _("Choose a round to work on, or begin a new one."),
        "crumbs": crumbs((pgettext("page", "Desk"), "")),
        "page": page,
    }
    return render(request, "dialogues/desks.html", context)


@allowed("dialogues.see_desk", find=find_round)
@require_safe
def desk(request: HttpRequest, slug: str) -> HttpResponse:
    """One round's steps."""
    round = find_round(slug)
    found = counts(round)
    context = {
        "title": title_of(round),
        "caption": pgettext("page", "Desk of the round"),
        "crumbs": crumbs(
            (pgettext("page", "Desk"), reverse("dialogues:desks")), (title_of(round).text, "")
        ),
        "round": round,
        "counts": found,
        "steps": _steps(round, found),
    }
    return render(request, "dialogues/desk.html", context)


def _steps(round: Round, found: Counts) -> list[Step]:
    told = {
        "dialogues": _dialogues(found),
        "records": _records(found),
        "themes": _themes(found),
        "summary": _summary(found),
        "publish": _publish(found),
    }
    places = {
        "dialogues": "dialogue-new",
        "records": "records",
        "themes": "themes",
        "summary": "summary-desk",
        "publish": "publish",
    }
    return [
        Step(
            number=number,
            title=told[step][0],
            state=state,
            done=told[step][1],
            missing=told[step][2],
            href=reverse(f"dialogues:{places[step]}", args=[round.slug]),
            action=told[step][3],
        )
        for number, (step, state) in enumerate(states(found).items(), 1)
    ]


Told = tuple[str, str, str, str]


def _dialogues(found: Counts) -> Told:
    number = found.dialogues
    done = ngettext("%(number)d dialogue", "%(number)d dialogues", number) % {"number": number}
    return _("Register the dialogues"), done, "", _("Register a dialogue")


def _records(found: Counts) -> Told:
    done = ngettext("%(number)d record", "%(number)d records", found.records) % {
        "number": found.records
    }
    notes = ngettext("%(number)d note", "%(number)d notes", found.notes) % {"number": found.notes}
    number = found.without_record
    missing = ngettext(
        "%(number)d dialogue has no record yet.", "%(number)d dialogues have no record yet.", number
    ) % {"number": number}
    title = _("Collect the records")
    return title, f"{done}, {notes}", missing if number else "", _("See and add records")


def _themes(found: Counts) -> Told:
    number = found.themes
    done = ngettext("%(number)d theme", "%(number)d themes", number) % {"number": number}
    missing = []
    if found.unplaced:
        missing.append(
            ngettext(
                "%(number)d note is in no theme.", "%(number)d notes are in no theme.",
                found.unplaced,
            )
            % {"number": found.unplaced}
        )  # fmt: skip
    if found.undecided:
        missing.append(
            ngettext(
                "%(number)d theme waits for a decision.",
                "%(number)d themes wait for a decision.",
                found.undecided,
            )
            % {"number": found.undecided}
        )
    return _("Find the themes"), done, " ".join(missing), _("Work on the themes")


def _summary(found: Counts) -> Told:
    number = found.sentences
    done = ngettext("%(number)d sentence", "%(number)d sentences", number) % {"number": number}
    missing = []
    if found.without_source:
        missing.append(
            ngettext(
                "%(number)d sentence has no source.", "%(number)d sentences have no source.",
                found.without_source,
            )
            % {"number": found.without_source}
        )  # fmt: skip
    if number and not found.ready:
        missing.append(_("No language is marked ready."))
    return _("Write the summary"), done, " ".join(missing), _("Work on the summary")


def _publish(found: Counts) -> Told:
    if not found.version:
        return _("Publish"), _("Not published yet."), "", _("Check and publish")
    done = _("Published, version %(number)d.") % {"number": found.version}
    return _("Publish"), done, "", _("Publish a correction")
