"""The team's pages: a call from its preparing to its published responses."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from aukio.apps.plan.cocreation import work
from aukio.apps.plan.cocreation.models import Call, Change, Proposal, Response, Theme
from aukio.apps.plan.cocreation.tests import factories
from aukio.shared.jobs.models import Job

pytestmark = pytest.mark.django_db
ANSWER = {
    "decision": "taken",
    "reason": factories.REASON,
    "language": "en",
    "responder": "Open government team",
    "led_to": "Commitment 2",
    "measure": "",
    "passed_to": "",
    "correction": "",
}


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def team(client):
    someone = factories.team()
    client.force_login(someone)
    return someone


@pytest.fixture
def call():
    return factories.call()


@pytest.fixture
def desk(call):
    return f"/en/plan/next/{call.slug}/desk/"


def call_form(**change):
    today = timezone.localdate()
    last = today + timedelta(days=30)
    return {
        "slug": "2027-spring",
        **{f"title_{code}": f"Call {code}" for code in ("fi", "sv", "en")},
        **{f"guidance_{code}": f"Guidance {code}" for code in ("fi", "sv", "en")},
        "opens-day": today.day,
        "opens-month": today.month,
        "opens-year": today.year,
        "closes-day": last.day,
        "closes-month": last.month,
        "closes-year": last.year,
        "questions": ["problem"],
        "languages": ["fi", "sv"],
        **change,
    }


class TestACall:
    def test_is_prepared_edited_and_shown(self, client, team):
        client.post("/en/plan/next/desk/new/", call_form())
        desk = "/en/plan/next/2027-spring/desk/"
        page = text_of(client.get(desk))
        assert "Only the team sees the call as yet" in page

        client.post(f"{desk}edit/", call_form(title_en="Better", revision="1"))
        client.post(f"{desk}show/")

        made = Call.objects.get()
        assert (made.title_en, made.shown, made.questions) == (
            "Better",
            True,
            ["problem", "change"],
        )

    @pytest.mark.parametrize(
        "change",
        [
            {"slug": "desk"},
            {"slug": "a b"},
            {"title_sv": ""},
            {"closes-year": "2001"},
            {"opens-day": "x"},
            {"languages": []},
            {"questions": ["why"]},
        ],
    )
    def test_bad_input_is_told_and_nothing_stored(self, client, team, change):
        page = text_of(client.post("/en/plan/next/desk/new/", call_form(**change)))

        assert "<title>Error: Prepare a call" in page
        assert "Guidance fi" in page
        assert not Call.objects.exists()

    def test_somebody_elses_edit_is_not_overwritten(self, client, team, call, desk):
        Call.objects.update(revision=5)
        page = text_of(client.post(f"{desk}edit/", call_form(revision="1", title_en="Mine")))

        assert "changed while you had it open" in page
        assert "Mine" in page
        assert Call.objects.get().title_en != "Mine"


class TestChecking:
    def test_one_after_another(self, client, team, call, desk):
        first, second = factories.sent(call).proposal, factories.sent(call).proposal

        answer = client.post(f"{desk}check/1/", {"outcome": "publish", "revision": "1"})
        assert answer["Location"].endswith("/check/2/")
        client.post(
            f"{desk}check/2/",
            {"outcome": "personal_data", "reason": "It names a neighbour.", "revision": "1"},
        )

        states = dict(Proposal.objects.values_list("number", "state"))
        assert states == {first.number: "published", second.number: "refused"}
        assert "Every proposal has been checked" in text_of(client.get(f"{desk}check/"))

    @pytest.mark.parametrize(
        "given",
        [
            {"outcome": "law", "reason": " ", "revision": "1"},
            {"outcome": "dislike", "revision": "1"},
            {"outcome": "publish", "revision": "9"},
            {"outcome": "publish", "revision": ""},
            {},
        ],
    )
    def test_bad_input_leaves_it_waiting(self, client, team, call, desk, given):
        factories.sent(call)
        assert client.post(f"{desk}check/1/", given).status_code == 200
        assert Proposal.objects.get().state == "waiting"


class TestThemes:
    def test_the_work_of_the_machine_is_started_once(self, client, team, call, desk):
        factories.published(call)
        first = client.post(f"{desk}themes/propose/")
        again = client.post(f"{desk}themes/propose/")

        assert Job.objects.count() == 1
        assert first["Location"] == again["Location"]

    def test_a_theme_is_added_renamed_filled_merged_and_taken_back(self, client, team, call, desk):
        one = factories.published(call)
        for name in ("Time", "Place"):
            client.post(f"{desk}themes/new/", {"title_en": name})
        time, place = Theme.objects.order_by("pk")
        client.post(f"{desk}themes/{time.pk}/", {"title_en": "Hours", "title_fi": "Ajat"})
        client.post(f"{desk}themes/move/", {"p": [one.pk], "to": time.pk})
        client.post(f"{desk}themes/merge/", {"theme": place.pk, "into": time.pk})
        client.post(f"{desk}themes/undo/")

        page = text_of(client.get(f"{desk}themes/"))
        assert "Hours" in page
        assert "placed by a person" in page
        assert Theme.objects.filter(merged_into=None).count() == 2
        assert Change.objects.filter(undone_at=None).count() == 4
        assert "themes were merged" in text_of(client.get(f"{desk}themes/history/"))

    @pytest.mark.parametrize(
        ("page", "given"),
        [
            ("move", {}),
            ("move", {"p": ["1"], "to": "x"}),
            ("move", {"p": ["x"], "to": "1"}),
            ("move", {"p": ["9" * 5000], "to": "1"}),
            ("merge", {}),
            ("merge", {"theme": "1", "into": ""}),
            ("undo", {}),
        ],
    )
    def test_bad_input_changes_nothing_and_says_why(self, client, team, call, desk, page, given):
        answer = client.post(f"{desk}themes/{page}/", given, follow=True)
        assert "There is a problem" in text_of(answer)
        assert not Change.objects.exists()


class TestResponding:
    def write(self, client, desk, *proposals, seen=None, **change):
        shown = seen or " ".join(f"{one.pk}:0" for one in proposals)
        given = {**ANSWER, "p": [one.pk for one in proposals], "seen": shown, **change}
        return client.post(f"{desk}respond/write/", given)

    def test_several_get_the_same_response(self, client, team, call, desk):
        one, other = factories.published(call), factories.published(call)
        page = text_of(client.get(f"{desk}respond/"))
        assert one.title in page

        self.write(client, desk, one, other)

        assert Response.objects.count() == 2
        assert {row.by for row in Response.objects.all()} == {team}
        assert "No proposal waits for a response" in text_of(client.get(f"{desk}respond/"))

    def test_two_at_once_see_each_other_and_the_second_corrects(self, client, team, call, desk):
        one = factories.published(call)
        factories.respond(one, reason="A colleague wrote this before you did.")

        answer = self.write(client, desk, one, reason="My own long text about the matter.")

        page = text_of(answer)
        assert "Somebody else responded while you were writing" in page
        assert "A colleague wrote this before you did." in page
        assert "My own long text about the matter." in page
        assert f'value="{one.pk}:1"' in page
        assert Response.objects.count() == 1

        self.write(
            client, desk, one, seen=f"{one.pk}:1", reason="My own long text about the matter.",
            correction="Two of us read it at once.",
        )  # fmt: skip
        assert Response.objects.count() == 2

    @pytest.mark.parametrize(
        "change",
        [
            {"decision": ""},
            {"reason": "Short."},
            {"led_to": ""},
            {"decision": "passed_on"},
            {"measure": "999999"},
            {"seen": "x"},
            {"seen": "1:²"},
            {"responder": " "},
        ],
    )
    def test_bad_input_is_told_and_kept(self, client, team, call, desk, change):
        one = factories.published(call)
        page = text_of(self.write(client, desk, one, **change))

        assert "<title>Error: Write a response" in page
        assert 'data-keep="cocreation-respond-' in page
        assert not Response.objects.exists()

    @pytest.mark.parametrize(
        "query", ["", "?p=x", "?p=999999", "?p=²", f"?p={10**30}", f"?p={'9' * 5000}"]
    )
    def test_without_a_proposal_there_is_nothing_to_write(self, client, team, desk, query):
        answer = client.get(f"{desk}respond/write/{query}", follow=True)
        assert "Tick at least one proposal" in text_of(answer)

    def test_publishing(self, client, team, call, desk):
        factories.respond(factories.published(call))
        factories.published(call)
        assert "The call closes on" in text_of(client.get(f"{desk}publish/"))
        factories.close(call)
        assert "1 proposal has no response" in text_of(client.get(f"{desk}publish/"))

        for wrong in ("", "0", "x", "²", "9" * 5000):
            client.post(f"{desk}publish/", {"without": wrong})
        assert Call.objects.get().outcome_published is None
        answer = client.post(f"{desk}publish/", {"without": "1"})

        assert answer["Location"].endswith("/outcome/")
        assert Call.objects.get().outcome_published


class TestMyWork:
    def titles(self, who) -> list[str]:
        return [str(task.title) for task in work.tasks(who)]

    def test_the_team_is_told_what_waits(self, call):
        team = factories.team()
        one, other = factories.published(call), factories.sent(call).proposal
        assert self.titles(team) == [f"Check 1 proposal: {call.title}"]

        other.state = "published"
        other.save()
        factories.close(call)
        assert self.titles(team) == [f"Respond to 2 proposals: {call.title}"]

        factories.respond(one, other)
        assert self.titles(team) == [f"Publish the responses: {call.title}"]
        factories.outcome(call)
        assert self.titles(team) == []

    def test_others_are_not(self, call):
        factories.sent(call)
        assert self.titles(factories.person()) == []
