"""Voting without an account."""

from datetime import timedelta

import pytest
from django.utils import timezone

from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.opinions import actions, queries
from aukio.apps.dialogues.opinions.actions.voting import voter_of
from aukio.apps.dialogues.opinions.models import Conversation, Moderation, Stage, Vote, Voter
from aukio.apps.dialogues.opinions.tests.factories import conversation, shown, voted

pytestmark = pytest.mark.django_db


def joined(held: Conversation) -> tuple[str, Voter]:
    code = actions.join(conversation=held)
    return code, voter_of(code)


def test_a_code_opens_ones_own_votes_and_no_others():
    held = conversation()
    (one, first), (_other, second) = joined(held), joined(held)

    assert voter_of(one) == first != second
    assert voter_of("guessed") is None


def test_of_a_voter_only_a_number_and_an_order_are_kept():
    assert {field.name for field in Voter._meta.concrete_fields} == {"id", "conversation", "seed"}
    assert {field.name for field in Vote._meta.concrete_fields} == {
        *("id", "voter", "statement", "value")
    }


@pytest.mark.parametrize("stage", [Stage.PREPARED, Stage.CLOSED])
def test_nobody_begins_where_votes_are_not_taken(stage):
    with pytest.raises(InputFault):
        actions.join(conversation=conversation(stage=stage))


def test_voting_again_replaces_the_vote():
    held = conversation()
    _code, voter = joined(held)
    statement = held.statements.first()

    for value in (1, -1):
        actions.cast(voter=voter, statement=statement, value=value)

    assert list(Vote.objects.values_list("value", flat=True)) == [-1]


@pytest.mark.parametrize("value", [2, -2, 100])
def test_a_vote_that_is_none_is_refused(value):
    held = conversation()
    _code, voter = joined(held)

    with pytest.raises(InputFault):
        actions.cast(voter=voter, statement=held.statements.first(), value=value)


def test_a_statement_left_out_or_of_another_map_takes_no_votes():
    held = conversation()
    _code, voter = joined(held)
    rejected = held.statements.first()
    actions.decide_statement(by=None, statement=rejected, moderation=Moderation.REJECTED)

    for statement in (rejected, conversation().statements.first()):
        with pytest.raises(InputFault):
            actions.cast(voter=voter, statement=statement, value=1)


def test_after_closing_no_vote_is_taken_but_votes_can_be_deleted():
    held = conversation()
    code, voter = joined(held)
    actions.cast(voter=voter, statement=held.statements.first(), value=1)
    actions.close(by=None, conversation=held)
    voter = voter_of(code)

    with pytest.raises(InputFault):
        actions.cast(voter=voter, statement=held.statements.last(), value=1)
    actions.withdraw(voter=voter)

    assert not Voter.objects.exists()
    assert not Vote.objects.exists()
    assert voter_of(code) is None


def test_each_voter_has_an_order_of_their_own_that_stays():
    held = conversation()
    orders = {tuple(one.pk for one in queries.ballot(joined(held)[1]).statements)
              for _voter in range(6)}  # fmt: skip
    voter = Voter.objects.first()

    assert len(orders) > 1
    assert queries.ballot(voter).statements == queries.ballot(voter).statements


def test_a_statement_left_out_moves_no_other_in_the_order():
    held = conversation()
    _code, voter = joined(held)
    before = [one.pk for one in queries.ballot(voter).statements]

    actions.decide_statement(
        by=None, statement=held.statements.get(pk=before[3]), moderation=Moderation.REJECTED
    )

    assert [one.pk for one in queries.ballot(voter).statements] == before[:3] + before[4:]


def test_on_their_day_votes_are_deleted_and_what_was_found_stays():
    held = shown()
    Conversation.objects.filter(pk=held.pk).update(delete_on=timezone.localdate())

    assert actions.forget_votes() == 1
    assert actions.forget_votes() == 0

    held.refresh_from_db()
    assert not Voter.objects.exists()
    assert held.votes_deleted_at is not None
    assert queries.results(held).voters == 50


def test_before_their_day_votes_stay():
    held = voted(delete_on=timezone.localdate() + timedelta(days=1))

    assert actions.forget_votes() == 0
    assert held.voters.count() == 50


def test_deleted_votes_cannot_be_computed_or_opened_again():
    held = voted()
    Conversation.objects.filter(pk=held.pk).update(delete_on=timezone.localdate())
    actions.forget_votes()
    held.refresh_from_db()

    for act in (actions.start_computing, actions.open_for_votes):
        with pytest.raises(InputFault):
            act(by=None, conversation=held)
