"""What the wing gives to the rest of the house and to machines: figures, API, command."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from django.utils.translation import override

from aukio.apps.plan.cocreation.command import group
from aukio.apps.plan.cocreation.models import Call
from aukio.apps.plan.cocreation.tests import factories
from aukio.apps.plan.cocreation.tests.scene import scene
from aukio.shared.indicators import registry

pytestmark = pytest.mark.django_db
API = "/api/v1/cocreation/calls"


class TestFigures:
    def figures(self):
        names = ("made", "taken_in", "answered")
        return [registry.compute(f"cocreation.proposals_{name}").value for name in names]

    def test_without_a_call_there_is_nothing_to_count(self):
        assert self.figures() == [None, None, None]

    def test_they_count_what_is_public(self):
        call = factories.call()
        rows = [factories.published(call) for _turn in range(4)]
        factories.sent(call)
        factories.respond(rows[0])
        factories.respond(rows[1], decision="not_taken")
        assert self.figures() == [4, None, None]

        factories.close(call)
        call.proposals.filter(state="waiting").update(state="refused", ground="law", refusal="x")
        factories.outcome(call, without=2)

        assert self.figures() == [4, 1, 50]

    def records(self, name):
        with override("en"):
            found = registry.get(f"cocreation.proposals_{name}").records()
            return {str(part.label): part.count for part in found.parts}

    def test_they_lead_to_calls_and_decisions(self):
        assert self.records("made") == self.records("taken_in") == {}
        call = factories.call()
        rows = [factories.published(call) for _turn in range(4)]
        factories.respond(rows[0])
        factories.respond(rows[1], decision="not_taken")
        assert self.records("made") == {call.title: 4}
        assert self.records("answered") == {}  # no outcome is public yet

        factories.close(call)
        factories.outcome(call, without=2)

        told = {"Taken in": 1, "Not taken in": 1, "No response yet": 2}
        assert self.records("taken_in") == self.records("answered") == told

    def test_sample_calls_give_way_to_real_ones_and_say_so(self):
        sample = factories.call()
        Call.objects.update(is_sample=True)
        factories.published(sample)
        told = registry.compute("cocreation.proposals_made")
        assert (told.value, told.note) == (1, "Sample data: everything is invented.")

        factories.call()

        told = registry.compute("cocreation.proposals_made")
        assert (told.value, told.note) == (0, "")

    def test_they_belong_to_a_measure_of_the_plan(self):
        codes = {one.code for one in registry.for_measure("3.2.4")}
        assert "cocreation.proposals_made" in codes


class TestApi:
    def test_calls_in_every_language(self, client):
        call = factories.call()
        told = client.get(API).json()["items"]

        assert [one["slug"] for one in told] == [call.slug]
        assert set(told[0]["title"]) == {"fi", "sv", "en"}
        assert (told[0]["phase"], told[0]["outcome_published"]) == ("open", None)

    def test_a_proposal_with_its_response(self, client):
        seen = scene(is_published=True)
        told = client.get(f"{API}/{seen.call.slug}/proposals").json()["items"]

        assert [one["title"] for one in told] == [seen.published.title]
        assert told[0]["responses"][0]["decision"] == "taken"
        assert client.get(f"{API}/{seen.call.slug}/proposals/1").json() == told[0]
        answers = client.get(f"{API}/{seen.call.slug}/responses").json()["items"]
        assert [one["proposal"] for one in answers] == [1]

    def test_pages_follow_each_other(self, client):
        call = factories.call()
        for _turn in range(5):
            factories.published(call)
        address, numbers = f"{API}/{call.slug}/proposals?limit=2", []
        while address:
            told = client.get(address).json()
            numbers += [one["number"] for one in told["items"]]
            address = told["next"]
        assert numbers == [1, 2, 3, 4, 5]

    def test_nothing_is_changed_through_it(self, client):
        assert client.post(API).status_code == 405
        assert client.get(f"{API}/nothing").status_code == 404

    def test_unpublished_responses_are_not_there(self, client):
        seen = scene()
        assert client.get(f"{API}/{seen.call.slug}/responses").json()["items"] == []


class TestCommand:
    def run(self, *words: str):
        return CliRunner().invoke(group, list(words), catch_exceptions=False)

    def test_calls_are_listed(self):
        call = factories.call()
        factories.published(call)
        assert call.slug in self.run("list").output
        told = json.loads(self.run("list", "--format", "json").output)
        assert told == {
            "call": call.slug, "phase": "open", "proposals": 1, "published": 1, "answered": 0,
        }  # fmt: skip

    @pytest.mark.parametrize("form", ["csv", "json", "docx"])
    def test_proposals_are_exported(self, tmp_path, form):
        seen = scene(is_published=True)
        target = tmp_path / f"out.{form}"

        done = self.run("export", seen.call.slug, str(target), "--format", form)

        assert done.exit_code == 0
        content = target.read_bytes()
        assert content
        assert factories.SECRET.encode() not in content
        if form == "json":
            told = json.loads(self.run("export", seen.call.slug, "--format", "json").output)
            assert told == json.loads(content)

    def test_an_unknown_call_or_a_draft_is_unusable_input(self):
        draft = factories.call(shown=False)
        for slug in ("nothing", draft.slug):
            done = self.run("export", slug)
            assert done.exit_code == 2
            assert "There is no such call" in done.stderr

    def test_the_plans_command_knows_it(self):
        from aukio.apps.plan.command import group as plan

        assert plan.get_command(None, "proposals") is group  # type: ignore[arg-type]
