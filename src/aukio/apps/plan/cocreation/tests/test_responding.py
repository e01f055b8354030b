"""A reasoned response for each proposal: added, corrected, published; never overwritten."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from aukio.apps.plan.cocreation import actions
from aukio.apps.plan.cocreation.faults import AnsweredMeanwhile, ChangedMeanwhile
from aukio.apps.plan.cocreation.models import Contact, Response
from aukio.apps.plan.cocreation.tests import factories
from aukio.apps.plan.models.append_only import WrittenOnce
from aukio.shared.faults import Fault
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def call():
    return factories.call()


class TestResponding:
    def test_the_same_response_to_several_gives_each_its_own_record(self, call):
        made = factories.respond(factories.published(call), factories.published(call))

        assert len({one.proposal_id for one in made}) == 2
        assert len({one.together for one in made}) == 1
        assert {one.sequence for one in made} == {1}

    def test_it_may_lead_to_a_measure_of_the_plan(self, call):
        measure = factories.measure("1.1.1")
        made = factories.respond(factories.published(call), led_to="", measure=measure)

        assert made[0].measure == measure

    def test_who_responded_is_kept(self, call):
        by = factories.team()
        assert factories.respond(factories.published(call), by=by)[0].by == by

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"decision": "maybe"}, "decision"),
            ({"reason": ""}, "reason"),
            ({"reason": "No money now."}, "reason"),
            ({"reason": "x " * 2001}, "reason"),
            ({"led_to": ""}, "what it led to"),
            ({"decision": "partly", "led_to": " "}, "what it led to"),
            ({"decision": "passed_on"}, "authority"),
            ({"responder": ""}, "who responds"),
        ],
    )
    def test_what_is_lacking_is_refused_and_nothing_stored(self, call, change, field):
        with pytest.raises(Fault) as told:
            factories.respond(factories.published(call), factories.published(call), **change)
        assert told.value.where == field
        assert not Response.objects.exists()

    def test_what_is_not_taken_in_leads_nowhere(self, call):
        made = factories.respond(factories.published(call), decision="not_taken")
        assert made[0].led_to == ""

    def test_only_published_proposals_of_the_call_get_one(self, call):
        mine, waiting = factories.published(call), factories.sent(call).proposal
        foreign = factories.published()

        for others in ((mine, waiting), (mine, foreign)):
            with pytest.raises(Fault):
                factories.respond(*others)
        assert not Response.objects.exists()

    def test_others_than_the_team_may_not(self, call):
        with pytest.raises(PermissionDenied):
            factories.respond(factories.published(call), by=factories.person())


class TestTwoAtOnce:
    def test_the_second_sees_the_first_and_loses_nothing(self, call):
        one = factories.published(call)
        factories.respond(one, reason="We will do this in the next plan.")

        with pytest.raises(AnsweredMeanwhile) as told:
            factories.respond(one, decision="not_taken")

        assert told.value.theirs[0].reason == "We will do this in the next plan."
        assert Response.objects.count() == 1

    def test_none_of_several_is_stored_when_one_was_overtaken(self, call):
        one, other = factories.published(call), factories.published(call)
        factories.respond(one)

        with pytest.raises(AnsweredMeanwhile):
            factories.respond(one, other)
        assert Response.objects.count() == 1

    def test_the_database_itself_refuses_a_second_first_response(self, call):
        first = factories.respond(factories.published(call))[0]
        with pytest.raises(IntegrityError), transaction.atomic():
            Response.objects.create(
                proposal=first.proposal, sequence=1, decision="not_taken",
                reason="Another one.", language="en", responder="Team",
            )  # fmt: skip


class TestCorrecting:
    def test_both_stay_and_the_newer_holds(self, call):
        one = factories.published(call)
        factories.respond(one)

        factories.respond(
            one, seen={one.pk: 1}, decision="not_taken", correction="We read it wrongly."
        )

        assert [row.sequence for row in one.responses.order_by("sequence")] == [1, 2]
        assert one.responses.get(sequence=1).decision == "taken"

    def test_a_correction_says_why(self, call):
        one = factories.published(call)
        factories.respond(one)
        with pytest.raises(Fault):
            factories.respond(one, seen={one.pk: 1})

    def test_a_response_is_never_changed_or_removed(self, call):
        made = factories.respond(factories.published(call))[0]
        made.reason = "Other."
        for change in (
            made.save,
            made.delete,
            lambda: Response.objects.update(reason="x"),
            lambda: Response.objects.all().delete(),
        ):
            with pytest.raises(WrittenOnce):
                change()


class TestPublishing:
    def test_proposers_with_an_address_are_told_once(self, call):
        one = factories.published(call, email=factories.SECRET)
        factories.published(call)
        factories.respond(one)
        assert not Message.objects.exists()

        factories.outcome(call, without=1)
        actions.publish_outcome(by=None, call=call, without=1)

        letter = Message.objects.get()
        assert letter.to == factories.SECRET
        assert factories.REASON in letter.text
        assert letter.key == f"cocreation.response:{one.responses.get().pk}"

    def test_later_responses_are_told_as_they_are_given(self, call):
        first = factories.published(call)
        late = factories.published(call, email=factories.SECRET)
        factories.respond(first)
        factories.outcome(call, without=1)

        factories.respond(late)

        assert Message.objects.get().to == factories.SECRET

    def test_the_address_goes_a_month_after_the_response(self, call):
        factories.respond(factories.published(call, email=factories.SECRET))
        factories.outcome(call)

        assert Contact.objects.get().delete_after == timezone.localdate() + timedelta(days=30)

    def test_not_while_the_call_is_open_nor_with_unchecked_proposals_nor_with_none(self, call):
        one = factories.published(call)
        with pytest.raises(Fault):
            actions.publish_outcome(by=None, call=call, without=1)
        factories.sent(call)
        factories.close(call)
        factories.respond(one)
        with pytest.raises(Fault):
            actions.publish_outcome(by=None, call=call, without=0)

    def test_nothing_to_publish_without_a_response(self, call):
        factories.published(call)
        with pytest.raises(Fault):
            factories.outcome(call, without=1)

    def test_the_number_that_waits_is_the_one_the_person_saw(self, call):
        factories.respond(factories.published(call))
        factories.published(call)
        with pytest.raises(ChangedMeanwhile):
            factories.outcome(call, without=0)

    def test_only_the_team_publishes(self, call):
        factories.respond(factories.published(call))
        with pytest.raises(PermissionDenied):
            actions.publish_outcome(by=factories.person(), call=factories.close(call), without=0)
