"""A voter's own statement: off by default, read by a person first, and nobody's in public."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.opinions import actions, queries
from aukio.apps.dialogues.opinions.actions import proposing
from aukio.apps.dialogues.opinions.actions.voting import voter_of
from aukio.apps.dialogues.opinions.exports import export
from aukio.apps.dialogues.opinions.models import Conversation, Moderation, Stage, Statement, Voter
from aukio.apps.dialogues.opinions.tests.factories import conversation
from aukio.apps.dialogues.tests.factories import organiser

pytestmark = pytest.mark.django_db
OWN = "Kirkonkylältä puuttuu kahvila."


@pytest.fixture
def held() -> Conversation:
    made = conversation(takes_proposals=True)
    assert made.stage == Stage.OPEN
    return made


def joined(held: Conversation) -> tuple[str, Voter]:
    code = actions.join(conversation=held)
    voter = voter_of(code)
    assert voter is not None
    return code, voter


def propose(voter: Voter, text: str = OWN, language: str = "fi") -> Statement:
    return actions.propose(voter=voter, text=text, language=language)


class TestProposing:
    def test_nobody_proposes_where_it_has_not_been_allowed(self) -> None:
        _code, voter = joined(conversation())

        with pytest.raises(InputFault):
            propose(voter)
        assert not queries.may_propose(voter)

    def test_others_see_it_only_when_a_person_has_accepted_it(self, held: Conversation) -> None:
        (_one, first), (_other, second) = joined(held), joined(held)
        made = propose(first)
        assert made not in queries.ballot(second).statements

        actions.decide_statement(by=None, statement=made, moderation=Moderation.ACCEPTED)

        assert made in queries.ballot(second).statements
        assert made in queries.ballot(first).statements

    def test_one_left_out_is_never_shown(self, held: Conversation) -> None:
        (_one, first), (_other, second) = joined(held), joined(held)
        made = propose(first)
        actions.decide_statement(by=None, statement=made, moderation=Moderation.REJECTED)

        assert made not in queries.ballot(second).statements
        assert [one.get_moderation_display() for one, _ in queries.proposed_by(first)] == [
            "Left out"
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "Kysykää numerosta 040 123 4567, se tietää.",
            "Kirjoittakaa anna.malli@example.org kaikki.",
            "Naapurin tunnus on 131052-308T ja se riittää.",
        ],
    )
    def test_what_surely_tells_who_somebody_is_is_not_stored(
        self, held: Conversation, text: str
    ) -> None:
        _code, voter = joined(held)

        with pytest.raises(InputFault):
            propose(voter, text)
        assert not Statement.objects.filter(is_proposed=True).exists()

    def test_what_may_tell_it_is_shown_to_whoever_decides(self) -> None:
        assert "Matti Virtanen" in " ".join(proposing.to_look_at("Matti Virtanen ei auta ketään."))
        assert proposing.to_look_at("Kirjasto on hyvä paikka.") == ()

    @pytest.mark.parametrize("text", ["", "Ei käy.", "a" * 201])
    def test_too_short_and_too_long_are_refused(self, held: Conversation, text: str) -> None:
        _code, voter = joined(held)

        with pytest.raises(InputFault):
            propose(voter, text)

    def test_three_each_and_no_more(self, held: Conversation) -> None:
        _code, voter = joined(held)
        for number in range(proposing.EACH):
            propose(voter, f"{OWN} {number}")

        with pytest.raises(InputFault):
            propose(voter, f"{OWN} viimeinen")
        assert not queries.may_propose(voter)

    def test_the_same_words_are_not_taken_twice(self, held: Conversation) -> None:
        _code, voter = joined(held)

        with pytest.raises(InputFault):
            propose(voter, str(held.statements.first()).upper())

    def test_a_flood_stops_before_it_buries_the_reader(self, held, monkeypatch) -> None:
        monkeypatch.setattr(proposing, "WAITING", 1)
        propose(joined(held)[1])

        with pytest.raises(InputFault):
            propose(joined(held)[1], "Aivan toinen asia tässä.")

    def test_an_unknown_language_is_refused(self, held: Conversation) -> None:
        with pytest.raises(InputFault):
            propose(joined(held)[1], language="xx")

    def test_after_closing_nothing_is_taken(self, held: Conversation) -> None:
        _code, voter = joined(held)
        actions.close(by=None, conversation=held)
        voter.conversation.refresh_from_db()

        with pytest.raises(InputFault):
            propose(voter)


class TestForgetting:
    def test_who_leaves_takes_along_what_nobody_has_accepted(self, held: Conversation) -> None:
        _code, voter = joined(held)
        waits, stays = propose(voter), propose(voter, "Koulutie on pimeä talvella.")
        actions.decide_statement(by=None, statement=stays, moderation=Moderation.ACCEPTED)
        actions.withdraw(voter=voter)

        assert not Statement.objects.filter(pk=waits.pk).exists()
        stays.refresh_from_db()
        assert (stays.proposer, stays.is_proposed) == (None, True)

    def test_votes_never_pass_to_another_statement(self, held: Conversation) -> None:
        (_one, first), (_other, second) = joined(held), joined(held)
        made = propose(first)
        actions.decide_statement(by=None, statement=made, moderation=Moderation.ACCEPTED)
        actions.cast(voter=second, statement=made, value=1)
        actions.decide_statement(by=None, statement=made, moderation=Moderation.REJECTED)
        actions.withdraw(voter=first)

        texts = {"fi": "Koulutie on pimeä talvella.", "sv": "", "en": ""}
        new = actions.add_statement(by=None, conversation=held, texts=texts)
        assert new.number != made.number

    def test_on_the_day_what_nobody_has_accepted_goes_too(self, held: Conversation) -> None:
        _code, voter = joined(held)
        waits, left_out = propose(voter), propose(voter, "Naapurin Kalle ajaa liian lujaa.")
        stays = propose(voter, "Koulutie on pimeä talvella.")
        actions.decide_statement(by=None, statement=left_out, moderation=Moderation.REJECTED)
        actions.decide_statement(by=None, statement=stays, moderation=Moderation.ACCEPTED)
        own = held.statements.filter(is_proposed=False).count()
        Conversation.objects.filter(pk=held.pk).update(delete_on=timezone.localdate())
        actions.forget_votes()

        assert not Statement.objects.filter(pk__in=[waits.pk, left_out.pk]).exists()
        assert held.statements.count() == own + 1

    def test_files_tell_no_author(self, held: Conversation) -> None:
        _code, voter = joined(held)
        propose(voter)

        (row,) = [line for line in export(held, "comments.csv").splitlines() if OWN in line]
        assert row.split(",")[3] == ""


class TestPages:
    def test_a_voter_proposes_on_the_page_without_scripts(self, held, client) -> None:
        code, _voter = joined(held)
        address = reverse("opinions:propose", args=[code])
        assert address in client.get(reverse("opinions:vote", args=[code])).content.decode()

        assert client.get(address).status_code == 200
        page = client.post(address, {"text": OWN, "language": "sv"}, follow=True).content.decode()
        assert OWN in page
        assert Statement.objects.get(is_proposed=True).text_sv == OWN

    def test_a_refused_statement_stays_in_the_form(self, held, client) -> None:
        code, _voter = joined(held)
        text = "Soittakaa 040 123 4567 heti."
        address = reverse("opinions:propose", args=[code])
        page = client.post(address, {"text": text, "language": "fi"}).content.decode()

        assert "govuk-error-summary" in page
        assert text in page

    def test_a_guessed_code_opens_nothing(self, client) -> None:
        assert client.get(reverse("opinions:propose", args=["guessed"])).status_code == 404

    def test_where_it_is_off_the_page_leads_back(self, client) -> None:
        code, _voter = joined(conversation())

        answer = client.get(reverse("opinions:propose", args=[code]))
        assert answer["Location"] == reverse("opinions:vote", args=[code])

    def test_the_core_group_lets_people_propose_and_sees_what_to_look_at(self, leader) -> None:
        held = conversation()
        for step, taken in (("invite", True), ("no-more", False), ("invite", True)):
            leader.post(reverse("opinions:step", args=[held.pk, step]))
            held.refresh_from_db()
            assert held.takes_proposals is taken
        propose(joined(held)[1], "Matti Virtanen ei auta ketään.")

        page = leader.get(reverse("opinions:manage", args=[held.pk])).content.decode()
        assert "1 waits for you." in page
        assert "may tell who somebody is" in page

    def test_nobody_else_lets_people_propose(self, held: Conversation) -> None:
        with pytest.raises(PermissionDenied):
            actions.take_proposals(by=organiser(), conversation=held, taken=True)

    def test_a_conversation_brought_from_elsewhere_takes_none(self) -> None:
        held = conversation(stage=Stage.CLOSED, is_imported=True)

        with pytest.raises(InputFault):
            actions.take_proposals(by=None, conversation=held, taken=True)
