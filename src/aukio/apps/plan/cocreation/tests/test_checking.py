"""Checking before publication: personal data and the law, each refusal with its reason."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from aukio.apps.plan.cocreation import actions
from aukio.apps.plan.cocreation.faults import ChangedMeanwhile
from aukio.apps.plan.cocreation.models import Proposal, State
from aukio.apps.plan.cocreation.tests import factories
from aukio.shared.faults import Fault
from aukio.shared.mail.models import Message
from aukio.shared.search.models import SearchEntry

pytestmark = pytest.mark.django_db


def refuse(proposal, **change):
    given = {"by": None, "revision": proposal.revision, "ground": "personal_data"}
    return actions.refuse_proposal(
        proposal=proposal, **{**given, "reason": "It names your neighbour.", **change}
    )


def test_published_it_is_found_by_search_and_refused_it_is_not():
    one = factories.published(title="Evening meetings everywhere")
    assert SearchEntry.objects.filter(kind="cocreation.proposal").exists()

    refuse(one)

    assert not SearchEntry.objects.filter(kind="cocreation.proposal").exists()


def test_the_proposer_is_told_the_reason_with_a_link_to_correct_it(client):
    one = factories.sent(email=factories.SECRET).proposal
    refuse(one)

    letter = Message.objects.get()
    assert letter.to == factories.SECRET
    assert "It names your neighbour." in letter.text
    link = next(line for line in letter.text.splitlines() if "/p/" in line)
    path = link[link.index("/en/") :]
    assert b"It names your neighbour." in client.get(path).content


@pytest.mark.parametrize("change", [{"ground": ""}, {"ground": "opinion"}, {"reason": "  "}])
def test_there_is_no_refusal_without_one_of_the_grounds_and_a_reason(change):
    one = factories.sent().proposal
    with pytest.raises(Fault):
        refuse(one, **change)
    assert Proposal.objects.get().state == State.WAITING


def test_what_was_corrected_meanwhile_is_not_published_unseen():
    one = factories.sent().proposal
    Proposal.objects.update(revision=2, title="Other words")

    with pytest.raises(ChangedMeanwhile):
        actions.publish_proposal(by=None, proposal=one, revision=1)
    with pytest.raises(ChangedMeanwhile):
        refuse(one)


def test_what_has_a_response_is_no_longer_refused():
    one = factories.published()
    factories.respond(one)
    with pytest.raises(Fault):
        refuse(one)


def test_only_the_team_checks():
    one = factories.sent().proposal
    with pytest.raises(PermissionDenied):
        actions.publish_proposal(by=factories.person(), proposal=one, revision=1)
    with pytest.raises(PermissionDenied):
        refuse(one, by=factories.person())
    done = actions.publish_proposal(by=factories.team(), proposal=one, revision=1)
    assert done.checked_by is not None
