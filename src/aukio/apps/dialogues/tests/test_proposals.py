"""The machine proposes; it never touches a person's decisions."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

# Read in before a test puts a lighter embedder in place: it would keep that one for good.
import aukio.engines.meaning  # noqa: F401
from aukio.apps.dialogues import actions, machine
from aukio.apps.dialogues.actions import QuotePlace, ThemeProposal
from aukio.apps.dialogues.drafting import draft_round, said_in
from aukio.apps.dialogues.models import (
    Change,
    Permission,
    QuoteProposal,
    Round,
    Theme,
    ThemeNote,
    ThemeState,
)
from aukio.apps.dialogues.tasks import draft
from aukio.apps.dialogues.tests import factories as make
from aukio.engines import text as engine
from aukio.shared.jobs.models import Job, Status

pytestmark = pytest.mark.django_db
TOLD = (
    "Bussi ei kulje illalla kylään.\nBussi kulkee vain aamulla kouluun.\n"
    "Bussi on aina myöhässä sateella.\nLääkäriin on pitkä jono keväällä.\n"
    "Lääkäri vaihtuu joka kerta taas.\nLääkäri kuunteli minua kerrankin.\n"
)


@pytest.fixture
def round() -> Round:
    return make.record(TOLD).dialogue.round


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count words instead of loading the language model."""
    monkeypatch.setattr(engine, "embed", partial(engine.embed, fallback=True))


def silent(done: int, total: int, message: str) -> None:
    """Progress nobody looks at."""


def notes(round: Round) -> list[int]:
    return [one.id for one in said_in(round)]


def propose(round: Round, *groups: list[int]) -> list[Theme]:
    made = [ThemeProposal(tuple(group), {"fi": f"teema {len(group)}"}) for group in groups]
    return actions.propose_themes(by=None, round=round, proposals=made)


def test_proposals_become_themes_in_order(round: Round) -> None:
    ids = notes(round)

    one, two = propose(round, ids[:4], ids[4:])

    assert [theme.state for theme in (one, two)] == [ThemeState.PROPOSED] * 2
    assert one.order < two.order
    assert set(one.placements.values_list("note_id", flat=True)) == set(ids[:4])


def test_the_same_proposals_again_change_nothing(round: Round) -> None:
    ids = notes(round)
    first = propose(round, ids[:4], ids[4:])

    assert propose(round, ids[:4], ids[4:]) == first
    assert Change.objects.count() == 1


def test_untouched_proposals_are_replaced(round: Round) -> None:
    ids = notes(round)
    old = propose(round, ids)

    propose(round, ids[:2], ids[2:])

    assert not Theme.objects.filter(pk=old[0].pk).exists()
    assert ThemeNote.objects.count() == len(ids)


@pytest.mark.parametrize("touch", ["accept", "rename", "move", "write"])
def test_a_theme_that_a_person_has_touched_stays_with_its_notes(touch: str, round: Round) -> None:
    ids = notes(round)
    kept, other = propose(round, ids[:2], ids[2:])
    note = kept.placements.first().note
    {
        "accept": lambda: actions.accept_theme(by=None, theme=kept),
        "rename": lambda: actions.rename_theme(by=None, theme=kept, title={"fi": "Oma"}),
        "move": lambda: ThemeNote.objects.filter(note=note).update(origin="person"),
        "write": lambda: make.sentence(kept, note),
    }[touch]()

    propose(round, ids[:5], ids[5:])

    assert set(kept.placements.values_list("note_id", flat=True)) == set(ids[:2])
    assert not Theme.objects.filter(pk=other.pk).exists()


def test_a_proposal_can_be_undone(round: Round) -> None:
    propose(round, notes(round))

    actions.undo(by=None, round=round)

    assert not ThemeNote.objects.exists()
    assert not Theme.objects.exists()


def test_others_do_not_store_proposals(round: Round) -> None:
    with pytest.raises(PermissionDenied):
        actions.propose_themes(by=make.organiser(), round=round, proposals=[])
    with pytest.raises(PermissionDenied):
        actions.propose_quotes(by=make.organiser(), round=round, places=[])


def test_quotes_are_replaced_and_exact(round: Round) -> None:
    ids = notes(round)
    actions.propose_quotes(by=None, round=round, places=[QuotePlace(ids[0], 0, 5)])

    actions.propose_quotes(by=None, round=round, places=[QuotePlace(ids[1], 0, 5)])

    assert QuoteProposal.objects.get().text == "Bussi"


@pytest.mark.parametrize(("start", "end"), [(0, 0), (-1, 4), (0, 999)])
def test_a_quote_outside_its_note_is_refused(start: int, end: int, round: Round) -> None:
    with pytest.raises(ValueError, match="no words"):
        actions.propose_quotes(
            by=None, round=round, places=[QuotePlace(notes(round)[0], start, end)]
        )


def test_a_draft_places_every_note_and_quotes_only_what_may_be(round: Round, quick: None) -> None:
    secret = make.record(
        "Tämä on luottamuksellista tietoa bussista.\n", round=round, permission="none"
    )

    outcome = draft_round(by=None, round=round, report=silent)

    assert outcome.notes == ThemeNote.objects.count() == 7
    assert outcome.quotes == QuoteProposal.objects.count() > 0
    assert 0 < outcome.coverage <= 1
    assert not QuoteProposal.objects.filter(note__record=secret).exists()
    for quote in QuoteProposal.objects.select_related("note"):
        assert quote.note.text[quote.start : quote.end] == quote.text


def test_a_draft_made_twice_is_the_same(round: Round, quick: None) -> None:
    draft_round(by=None, round=round, report=silent)
    before = sorted(ThemeNote.objects.values_list("theme", "note"))

    draft_round(by=None, round=round, report=silent)

    assert sorted(ThemeNote.objects.values_list("theme", "note")) == before


def test_a_draft_cut_short_leaves_nothing(
    round: Round, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(**given: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("aukio.apps.dialogues.drafting.propose_quotes", killed)
    with pytest.raises(KeyboardInterrupt):
        draft_round(by=None, round=round, report=silent)

    assert not Theme.objects.exists()


def test_a_round_without_notes_has_an_empty_draft() -> None:
    outcome = draft_round(by=None, round=make.RoundFactory(), report=silent)

    assert (outcome.notes, outcome.themes, outcome.quotes) == (0, 0, 0)


def test_progress_only_grows(round: Round, quick: None) -> None:
    told: list[int] = []

    machine.propose(said_in(round), lambda done, total, message: told.append(done))

    assert told == sorted(told)
    assert told[-1] == 100


def test_starting_a_draft_twice_gives_one_job(round: Round) -> None:
    by = make.core_group()

    first = actions.start_draft(by=by, round=round)

    assert actions.start_draft(by=by, round=round) == first
    assert Job.objects.get().kind == "dialogues.draft"


def test_others_do_not_start_a_draft(round: Round) -> None:
    with pytest.raises(PermissionDenied):
        actions.start_draft(by=make.organiser(), round=round)


def test_the_worker_s_task_tells_its_outcome(round: Round, quick: None) -> None:
    job = Job.objects.create(kind="dialogues.draft")

    draft.func(str(job.pk), round_id=round.pk, person_id=make.core_group().pk)

    job.refresh_from_db()
    assert job.status == Status.DONE
    assert job.result["notes"] == 6


def test_a_note_s_own_permission_decides_whether_it_may_be_quoted() -> None:
    record = make.record(permission=Permission.NONE)
    record.notes.filter(position=0).update(permission=Permission.QUOTES)

    assert [one.quotable for one in said_in(record.dialogue.round)] == [True, False, False]
