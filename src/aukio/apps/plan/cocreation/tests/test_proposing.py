"""Sending, correcting and withdrawing a proposal without an account."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from aukio.apps.plan.cocreation import actions
from aukio.apps.plan.cocreation.faults import ChangedMeanwhile
from aukio.apps.plan.cocreation.models import Contact, Placement, Proposal, State
from aukio.apps.plan.cocreation.rules import CODE
from aukio.apps.plan.cocreation.tests import factories
from aukio.shared.accounts import codes
from aukio.shared.audit.models import Event
from aukio.shared.faults import Fault
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db


def code_of(sent: actions.Sent):
    found = codes.find(sent.code, CODE)
    assert found
    return found


class TestSending:
    def test_proposals_are_numbered_from_one_in_each_call(self):
        call = factories.call()
        numbers = [factories.sent(call).proposal.number for _turn in range(3)]
        other = factories.sent(factories.call()).proposal

        assert numbers == [1, 2, 3]
        assert other.number == 1

    def test_a_visitor_may_propose_and_the_proposal_waits_to_be_checked(self):
        sent = actions.propose(by=AnonymousUser(), call=factories.call(), words=factories.words())

        assert sent.proposal.state == State.WAITING
        assert code_of(sent).target == sent.proposal

    def test_it_is_audited_without_its_words_or_address(self):
        factories.sent(email=factories.SECRET, title="Secret words")

        event = Event.objects.get(verb="cocreation.propose")
        assert factories.SECRET not in str(vars(event))
        assert "Secret words" not in str(vars(event))

    def test_the_address_is_kept_apart_sealed_and_with_a_day_of_deletion(self):
        call = factories.call()
        proposal = factories.sent(call, email=" Proposer@Example.org ").proposal

        contact = Contact.objects.get(proposal=proposal)
        assert contact.email == factories.SECRET
        assert factories.SECRET not in contact.sealed_email
        assert contact.delete_after == call.closes + timedelta(days=365)

    def test_without_an_address_nothing_is_kept(self):
        factories.sent()

        assert not Contact.objects.exists()

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"title": " "}, "title"),
            ({"title": "x" * 151}, "title"),
            ({"change": ""}, "what should change"),
            ({"change": "x" * 3001}, "what should change"),
            ({"problem": ""}, "problem"),
            ({"carrier": "x" * 501}, "who would carry it out"),
            ({"name": "x" * 151}, "name"),
            ({"language": "se"}, "language"),
            ({"language": "xx"}, "language"),
        ],
    )
    def test_bad_words_are_refused_whole(self, change, field):
        call = factories.call()

        with pytest.raises(Fault) as told:
            factories.sent(call, **change)

        assert told.value.where == field
        assert told.value.mend
        assert not Proposal.objects.exists()

    @pytest.mark.parametrize("email", ["nobody", "a@", "a b@example.fi", "@example.fi"])
    def test_a_bad_address_stores_nothing(self, email):
        with pytest.raises(Fault):
            factories.sent(email=email)
        assert not Proposal.objects.exists()

    def test_a_question_that_is_not_asked_need_not_be_answered(self):
        call = factories.call(questions=[])

        assert factories.sent(call, problem="").proposal.problem == ""

    def test_only_an_open_call_takes_proposals(self):
        call = factories.call()
        coming = factories.call(opens=call.closes, closes=call.closes)
        draft = factories.call(shown=False)

        for one in (factories.close(call), coming, draft):
            with pytest.raises(Fault):
                factories.sent(one)

    def test_an_organisation_proposes_through_its_own_people_only(self):
        own, other = factories.organisation(), factories.organisation()
        someone, call = factories.member_of(own), factories.call()

        made = actions.propose(by=someone, call=call, words=factories.words(), organisation=own)
        assert made.proposal.proposer == str(own)
        for by in (someone, factories.person()):
            with pytest.raises(PermissionDenied):
                actions.propose(by=by, call=call, words=factories.words(), organisation=other)

    def test_of_a_signed_in_person_nothing_is_kept_with_the_proposal(self):
        someone = factories.person("Maija Meikäläinen")
        made = actions.propose(by=someone, call=factories.call(), words=factories.words())

        kept = Proposal.objects.filter(pk=made.proposal.pk).values().get()
        assert "Meikäläinen" not in str(kept)
        assert kept["checked_by_id"] is None


class TestCorrecting:
    def correct(self, sent, **change):
        given = {"revision": sent.proposal.revision, "words": factories.words(title="Better")}
        return actions.correct_proposal(
            by=code_of(sent), proposal=sent.proposal, **{**given, **change}
        )

    def test_it_is_checked_anew(self):
        sent = factories.sent()
        actions.publish_proposal(by=None, proposal=sent.proposal, revision=1)

        done = self.correct(sent)

        assert (done.title, done.state, done.revision) == ("Better", State.WAITING, 2)

    def test_after_a_refusal_it_waits_again_without_the_reason(self):
        sent = factories.sent()
        actions.refuse_proposal(
            by=None, proposal=sent.proposal, revision=1, ground="law", reason="Names a person."
        )

        done = self.correct(sent)

        assert (done.state, done.ground, done.refusal) == (State.WAITING, "", "")

    def test_not_after_the_call_has_closed(self):
        sent = factories.sent()
        factories.close(sent.proposal.call)

        with pytest.raises(Fault):
            self.correct(sent)

    def test_not_once_there_is_a_response(self):
        sent = factories.sent()
        factories.respond(actions.publish_proposal(by=None, proposal=sent.proposal, revision=1))

        with pytest.raises(Fault):
            self.correct(sent)

    def test_two_corrections_at_once_lose_nothing(self):
        sent = factories.sent()
        self.correct(sent)

        with pytest.raises(ChangedMeanwhile):
            self.correct(sent, revision=1, words=factories.words(title="Other"))
        assert Proposal.objects.get().title == "Better"

    def test_a_code_opens_its_own_proposal_only(self):
        one, other = factories.sent(), factories.sent()

        with pytest.raises(PermissionDenied):
            actions.correct_proposal(
                by=code_of(one), proposal=other.proposal, revision=1, words=factories.words()
            )


class TestWithdrawing:
    def test_every_word_and_the_address_go(self):
        sent = factories.sent(email=factories.SECRET, name="Maija")
        one = actions.publish_proposal(by=None, proposal=sent.proposal, revision=1)
        theme = actions.create_theme(by=None, call=one.call, title={"en": "T"})
        actions.move_proposals(by=None, proposals=[one], to=theme)

        done = actions.withdraw_proposal(by=code_of(sent), proposal=one)

        assert done.state == State.WITHDRAWN
        assert not any((done.title, done.problem, done.change, done.carrier, done.name))
        assert not Contact.objects.exists()
        assert not Placement.objects.exists()

    def test_again_changes_nothing(self):
        sent = factories.sent()
        actions.withdraw_proposal(by=code_of(sent), proposal=sent.proposal)
        events = Event.objects.count()

        actions.withdraw_proposal(by=code_of(sent), proposal=sent.proposal)

        assert Event.objects.count() == events

    def test_not_after_the_outcome_but_the_name_and_address_can_go(self):
        sent = factories.sent(email=factories.SECRET, name="Maija")
        one = actions.publish_proposal(by=None, proposal=sent.proposal, revision=1)
        factories.respond(one)
        factories.outcome(one.call)

        with pytest.raises(Fault):
            actions.withdraw_proposal(by=code_of(sent), proposal=one)
        actions.forget_contact(by=code_of(sent), proposal=one)

        assert Proposal.objects.get().name == ""
        assert not Contact.objects.exists()

    def test_a_stranger_may_not(self):
        one, other = factories.sent(), factories.sent()
        for by in (AnonymousUser(), factories.person(), factories.team(), code_of(other)):
            with pytest.raises(PermissionDenied):
                actions.withdraw_proposal(by=by, proposal=one.proposal)
            with pytest.raises(PermissionDenied):
                actions.forget_contact(by=by, proposal=one.proposal)


class TestAddresses:
    def test_they_are_deleted_when_their_day_has_come(self):
        factories.sent(email=factories.SECRET)
        assert actions.forget_old() == 0

        Contact.objects.update(delete_after="2020-01-01")

        assert actions.forget_old() == 1
        assert not Contact.objects.exists()

    def test_sending_writes_to_nobody(self):
        factories.sent(email=factories.SECRET)

        assert not Message.objects.exists()


class TestAnyWords(TestCase):
    @given(st.text(max_size=400), st.text(max_size=400))
    def test_are_kept_as_they_are_or_refused_whole(self, title, change):
        before = Proposal.objects.count()
        try:
            made = factories.sent(factories.call(), title=title, change=change).proposal
        except Fault:
            assert Proposal.objects.count() == before
            return
        made.refresh_from_db()
        assert made.title == title.replace("\x00", "").strip()
        assert made.change == change.replace("\x00", "").strip()
