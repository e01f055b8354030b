"""Who gets in where: role × object, pages and actions; and what never leaks."""

from __future__ import annotations

import io
import zipfile

import pytest
import rules
from django.contrib.auth.models import AnonymousUser

from aukio.apps.plan.cocreation import rules as wing_rules
from aukio.apps.plan.cocreation.models import Proposal
from aukio.apps.plan.cocreation.tests import factories
from aukio.apps.plan.cocreation.tests.scene import (
    REFUSED,
    UNPUBLISHED,
    WITHDRAWN,
    Scene,
    own_addresses,
    posts,
    public_addresses,
    scene,
    team_addresses,
)
from aukio.apps.plan.tests.factories import with_role
from aukio.shared.accounts import codes
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db
TEAM_RULES = {
    "cocreation.manage_calls",
    "cocreation.check_proposals",
    "cocreation.edit_themes",
    "cocreation.respond",
    "cocreation.publish_outcome",
}
CODE_RULES = {
    "cocreation.correct_proposal",
    "cocreation.withdraw_proposal",
    "cocreation.forget_contact",
}


@pytest.fixture
def seen() -> Scene:
    return scene(is_published=True)


def test_the_matrix_of_roles_and_rules_is_whole():
    sent = factories.sent()
    own, other = factories.organisation(), factories.organisation()
    member, team = factories.member_of(own), factories.team()
    reviewer = with_role("reviewer")
    code = codes.find(sent.code, wing_rules.CODE)
    foreign = codes.find(factories.sent().code, wing_rules.CODE)
    retired = factories.team()
    retired.is_active = False
    people = [AnonymousUser(), code, foreign, member, reviewer, team, retired, None]
    assert set(wing_rules.RULES) == TEAM_RULES | CODE_RULES | {"cocreation.propose_for"}

    for rule in TEAM_RULES:
        may = [rules.test_rule(rule, who, sent.proposal.call) for who in people]
        assert may == [False, False, False, False, False, True, False, False], rule
    for rule in CODE_RULES:
        may = [rules.test_rule(rule, who, sent.proposal) for who in people]
        assert may == [False, True, False, False, False, False, False, False], rule
    for target, expected in ((own, True), (other, False), (None, False)):
        assert rules.test_rule("cocreation.propose_for", member, target) is expected
    assert not rules.test_rule("cocreation.propose_for", code, own)
    assert not rules.test_rule("cocreation.propose_for", AnonymousUser(), own)


class TestPages:
    def test_the_teams_pages_open_for_the_team_only(self, client, seen):
        for address in team_addresses(seen):
            client.logout()
            assert client.get(address).status_code == 302, address
            for who in (factories.person(), with_role("reviewer")):
                client.force_login(who)
                assert client.get(address).status_code == 403, address
            client.force_login(factories.team())
            assert client.get(address).status_code == 200, address

    def test_what_changes_things_is_sent_by_post_and_by_the_team(self, client, seen):
        for address in posts(seen):
            client.logout()
            assert client.post(address).status_code == 302, address
            client.force_login(factories.person())
            assert client.post(address).status_code == 403, address
            client.force_login(factories.team())
            assert client.get(address).status_code == 405, address
            assert client.post(address).status_code == 302, address

    def test_everyone_opens_the_public_ones(self, client, seen):
        for address in public_addresses(seen):
            assert client.get(address).status_code == 200, address
            if address.startswith("/en/plan/next/") and "propose/" not in address:
                assert client.post(address).status_code == 405, address

    def test_a_draft_is_seen_by_the_team_alone(self, client, seen):
        slug = seen.draft.slug
        hidden = [
            *(f"/en/plan/next/{slug}/{page}" for page in ("", "proposals/", "proposals.csv")),
            *(f"/en/plan/next/{slug}/{page}" for page in ("feed.atom", "propose/", "outcome/")),
            f"/api/v1/cocreation/calls/{slug}",
            f"/api/v1/cocreation/calls/{slug}/proposals",
        ]
        for address in hidden:
            assert client.get(address).status_code == 404, address
        assert slug not in client.get("/en/plan/next/").content.decode()
        client.force_login(factories.team())
        assert client.get(f"/en/plan/next/{slug}/").status_code == 200

    def test_proposals_that_are_not_public_have_no_page(self, client, seen):
        for one in Proposal.objects.filter(call=seen.call).exclude(state="published"):
            page = f"/en/plan/next/{seen.call.slug}/proposals/{one.number}/"
            answer = f"/api/v1/cocreation/calls/{seen.call.slug}/proposals/{one.number}"
            assert client.get(page).status_code == 404
            assert client.get(answer).status_code == 404

    def test_a_wrong_code_opens_nothing(self, client, seen):
        for address in own_addresses("x" * 32):
            assert client.get(address).status_code == 404
        for address in own_addresses(seen.code):
            assert client.get(address).status_code == 200
        assert client.get(f"/en/plan/next/p/{seen.code}/forget/").status_code == 405


class TestLeaks:
    def read(self, client, address: str) -> str:
        answer = client.get(address)
        content = answer.content
        if address.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(content)) as file:
                content = b"".join(file.read(name) for name in file.namelist())
        return content.decode("utf-8", "replace")

    @pytest.mark.parametrize("is_published", [True, False])
    def test_no_address_and_no_word_that_is_not_public(self, client, is_published):
        seen = scene(is_published=is_published)
        for who in (None, factories.person(), factories.member_of(factories.organisation())):
            client.logout()
            if who:
                client.force_login(who)
            for address in public_addresses(seen):
                text = self.read(client, address)
                for secret in (factories.SECRET, UNPUBLISHED, REFUSED, WITHDRAWN, "Maija"):
                    assert secret not in text, address

    def test_responses_are_public_only_with_the_outcome(self, client):
        hidden, shown = scene(is_published=False), scene(is_published=True)
        for address in public_addresses(hidden):
            if hidden.call.slug in address:
                assert factories.REASON not in self.read(client, address), address
        telling = [
            one
            for one in public_addresses(shown)
            if shown.call.slug in one and factories.REASON in self.read(client, one)
        ]
        assert len(telling) >= 7
        assert client.get(f"/en/plan/next/{hidden.call.slug}/outcome/").status_code == 404

    def test_the_teams_pages_show_no_address_either(self, client, seen):
        client.force_login(factories.team())
        for address in team_addresses(seen):
            assert factories.SECRET not in self.read(client, address), address

    def test_letters_go_to_the_proposers_alone(self, seen):
        assert {one.to for one in Message.objects.all()} == {factories.SECRET}
