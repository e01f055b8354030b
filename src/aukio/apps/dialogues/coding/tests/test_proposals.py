"""The machine proposes from people's codings; only a person's yes makes it a coding."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

# Read in before a test puts a lighter embedder in place: it would keep that one for good.
import aukio.engines.meaning  # noqa: F401
from aukio.apps.dialogues.coding import actions, machine
from aukio.apps.dialogues.coding.machine import FEWEST_CODED, Found, Proposed, input_of, propose
from aukio.apps.dialogues.coding.models import Decision, Proposal, Run, Useful
from aukio.apps.dialogues.coding.queries import proposals as queries
from aukio.apps.dialogues.coding.tasks import propose_codes
from aukio.apps.dialogues.coding.tests.scene import Scene
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.models import HIDDEN, Gate, Note, Record
from aukio.apps.dialogues.tests import factories as make
from aukio.engines import text as engine
from aukio.shared.jobs.models import Job, Status

pytestmark = pytest.mark.django_db
PLACES = ("kylään", "kouluun", "töihin", "kotiin", "torille", "rantaan", "kauppaan", "satamaan")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count words instead of loading the language model."""
    monkeypatch.setattr(machine, "_read", {})
    light = partial(engine.embed, fallback=True)
    monkeypatch.setattr("aukio.engines.meaning._vectors.embed", light)
    monkeypatch.setattr(
        "aukio.engines.meaning._vectors.embedding_model_name", lambda: "lemma-tfidf-svd"
    )


@pytest.fixture
def much(here: Scene) -> Scene:
    """Sixty notes of buses and doctors, forty of them coded by one or the other of two."""
    lines = [f"Bussi numero {at} kulkee {PLACES[at % 8]} harvoin." for at in range(30)]
    lines += [f"Lääkäri numero {at} lähti {PLACES[at % 8]} keväällä." for at in range(30)]
    record = make.record("\n".join(lines), dialogue=make.DialogueFactory(round=here.round))
    rows = record.notes.select_related("record__dialogue__round").order_by("position")
    here.notes = list(rows)
    for at in (*range(20), *range(30, 50)):
        here.code(here.anna, at, here.bus if at < 30 else here.doctor)
    return here


def silent(done: int, total: int, message: str) -> None:
    """Progress nobody looks at."""


def run(here: Scene) -> dict[str, Any]:
    """Let the worker do what was asked."""
    job = Job.objects.create(kind="coding.proposals", started_by=here.anna)
    propose_codes.func(str(job.pk), round_id=here.round.pk, person_id=here.anna.pk)
    job.refresh_from_db()
    assert job.status == Status.DONE
    return job.result


def test_from_forty_coded_notes_on_the_machine_proposes_with_reasons(much, quick):
    assert run(much)["coded"] == FEWEST_CODED

    shown = queries.shown(much.round, much.anna, [note.pk for note in much.notes])
    bus = shown[much.notes[25].pk][0]
    assert bus.code == much.bus.pk
    assert bus.confidence
    assert 40 <= bus.percent <= 100
    assert bus.words or bus.like
    assert not set(shown) & {much.notes[at].pk for at in range(20)}
    assert Useful.objects.exists()


def test_words_that_have_been_hidden_since_are_no_reason(here):
    here.proposal(0, here.bus)
    hidden = here.notes[0].text.replace("Bussi", HIDDEN * 5)

    def reasons() -> tuple[str, ...]:
        return queries.shown(here.round, here.anna, [here.notes[0].pk])[here.notes[0].pk][0].words

    assert reasons() == ("Bussi",)
    Note.objects.filter(pk=here.notes[0].pk).update(text=hidden)
    assert reasons() == ()


def test_a_proposal_is_no_coding_before_somebody_accepts_it(much, quick):
    run(much)

    assert much.codes(much.anna, 25) is None
    assert len(input_of(much.round).coded) == FEWEST_CODED


def test_with_fewer_the_machine_only_tells_what_to_code_next(here, quick):
    here.code(here.anna, 0, here.bus)
    found = propose(input_of(here.round), silent)

    assert found.proposals == ()
    assert found.useful


def test_the_same_codings_change_nothing_and_new_ones_renew(much, quick):
    first = run(much)
    assert (first["new"], run(much)["new"]) == (True, False)
    assert Run.objects.count() == 1

    much.code(much.anna, 25, much.bus)
    assert run(much)["new"] is True
    assert not Proposal.objects.filter(note=much.notes[25], decisions=None).exists()


def test_decisions_are_kept_when_proposals_are_renewed(much, quick):
    run(much)
    proposal = Proposal.objects.filter(note=much.notes[25]).first()
    actions.decide(by=much.anna, round=much.round, accepted=[], rejected=[proposal.pk])
    much.code(much.anna, 55, much.doctor)
    run(much)

    decision = Decision.objects.get(accepted=False)
    assert (decision.proposal.note, decision.by) == (much.notes[25], much.anna)
    assert proposal.pk not in set(
        queries.waiting(much.round, much.anna).values_list("pk", flat=True)
    )


def test_notes_coders_differ_on_teach_nothing_until_they_are_settled(here):
    here.code(here.anna, 0, here.bus)
    here.code(here.bertil, 0, here.doctor)
    assert (len(input_of(here.round).coded), len(input_of(here.round).open)) == (0, 1)

    actions.settle(by=here.anna, note=here.notes[0], codes=[here.bus.pk], reason="Luettu")
    assert input_of(here.round).coded == {here.notes[0].pk: {here.bus.pk}}


def test_what_was_coded_or_held_while_the_machine_worked_gets_no_proposal(here):
    given = input_of(here.round)
    found = Found(
        tuple(Proposed(here.notes[at].pk, here.bus.pk, 0.9, (), ()) for at in (0, 1, 4)),
        (here.notes[0].pk, here.notes[4].pk),
    )
    here.code(here.bertil, 0, here.doctor)
    Record.objects.filter(pk=here.records[1].pk).update(gate=Gate.HELD)
    actions.keep_proposals(by=here.anna, round=here.round, given=given, found=found)

    assert [one.note for one in Proposal.objects.all()] == [here.notes[1]]
    assert not Useful.objects.exists()


def test_each_decides_for_oneself(here):
    proposal = here.proposal(0, here.bus)
    actions.decide(by=here.anna, round=here.round, accepted=[proposal.pk], rejected=[])
    actions.decide(by=here.bertil, round=here.round, accepted=[], rejected=[proposal.pk])

    assert here.codes(here.anna, 0) == {here.bus.pk}
    assert here.codes(here.bertil, 0) is None
    said = {one.by_id: one.accepted for one in Decision.objects.all()}
    assert said == {here.anna.pk: True, here.bertil.pk: False}


def test_deciding_again_changes_nothing_and_both_at_once_is_refused(here):
    proposal = here.proposal(0, here.bus)
    with pytest.raises(InputFault, match="both"):
        actions.decide(
            by=here.anna, round=here.round, accepted=[proposal.pk], rejected=[proposal.pk]
        )
    decided = [
        actions.decide(by=here.anna, round=here.round, accepted=[], rejected=[proposal.pk])
        for _ in range(2)
    ]
    assert decided == [1, 0]


def test_a_proposal_of_another_round_is_not_decided_here(here):
    proposal = here.proposal(0, here.bus)

    other = make.RoundFactory()
    assert actions.decide(by=here.anna, round=other, accepted=[proposal.pk], rejected=[]) == 0
    assert here.codes(here.anna, 0) is None


def test_near_notes_somebody_else_coded_are_counted_but_not_shown(here):
    proposal = here.proposal(0, here.bus)
    Proposal.objects.filter(pk=proposal.pk).update(like=[here.notes[1].pk, here.notes[2].pk])
    here.code(here.anna, 1, here.bus)
    here.code(here.bertil, 2, here.bus)

    shown = queries.shown(here.round, here.anna, [here.notes[0].pk])[here.notes[0].pk][0]
    assert [one.text for one in shown.like] == ["Lääkäriin on jono."]
    assert shown.hidden == 1


@pytest.mark.parametrize(
    ("confidence", "words"), [(0.9, "very likely"), (0.7, "likely"), (0.45, "perhaps")]
)
def test_how_sure_is_told_in_words_and_a_number(here, confidence, words):
    here.proposal(0, here.bus, confidence)

    shown = queries.shown(here.round, here.anna, [here.notes[0].pk])[here.notes[0].pk][0]
    assert (shown.confidence, shown.percent) == (words, round(confidence * 100))


def test_the_work_is_asked_for_once_and_again_after_enough_codings(here, monkeypatch):
    assert actions.renew_if_due(by=here.anna, round=here.round) is None
    first = actions.start_proposing(by=here.anna, round=here.round)
    assert actions.start_proposing(by=here.bertil, round=here.round) == first

    Job.objects.update(status=Status.DONE)
    Run.objects.create(round=here.round, digest="x", coded=0)
    monkeypatch.setattr("aukio.apps.dialogues.coding.actions.proposals.RENEWED_EVERY", 2)
    here.code(here.anna, 0, here.bus)
    assert actions.renew_if_due(by=here.anna, round=here.round) is None
    here.code(here.anna, 1, here.bus)
    assert actions.renew_if_due(by=here.anna, round=here.round)


def test_hidden_words_never_reach_the_machine(here):
    said = {text for _pk, text, _language in input_of(here.round).notes}

    assert said == set(Note.objects.values_list("text", flat=True))
    assert machine.FEWEST_CODES == 2
