"""What anyone reads and does: calls, the form, lists, one proposal, the outcome."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from django.urls import reverse

from aukio.apps.plan.cocreation.models import Contact, Proposal, State
from aukio.apps.plan.cocreation.tests import factories
from aukio.apps.plan.cocreation.tests.scene import scene
from aukio.apps.plan.cocreation.views.proposals import PROPOSALS

pytestmark = pytest.mark.django_db
WORDS = {
    "title": "Evening meetings",
    "problem": "Meetings are in the daytime.",
    "change": "Hold evening meetings too.",
    "carrier": "",
    "language": "en",
    "name": "",
    "email": "",
    "website": "",
}


def text_of(answer) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


class TestTheForm:
    @pytest.fixture
    def address(self):
        return f"/en/plan/next/{factories.call().slug}/propose/"

    def test_one_sending_leads_to_the_private_page(self, client, address):
        answer = client.post(address, WORDS, follow=True)

        assert "/p/" in answer.redirect_chain[-1][0]
        page = text_of(answer)
        assert "Keep the address of this page" in page
        assert "Waiting to be checked" in page
        assert Proposal.objects.get().state == State.WAITING

    def test_it_keeps_what_is_typed_and_needs_no_account(self, client, address):
        page = text_of(client.get(address))

        assert 'data-keep="cocreation-propose-' in page
        assert "In the name of your organisation" not in page

    @pytest.mark.parametrize(
        "change",
        [
            {"title": ""},
            {"change": " "},
            {"email": "no"},
            {"language": "xx"},
            {"problem": "x" * 2001},
        ],
    )
    def test_bad_input_is_told_and_nothing_typed_is_lost(self, client, address, change):
        answer = client.post(address, {**WORDS, "carrier": "The town itself", **change})

        page = text_of(answer)
        assert "<title>Error: Make a proposal" in page
        assert "The town itself" in page
        assert not Proposal.objects.exists()

    def test_a_machine_that_fills_in_everything_is_turned_away(self, client, address):
        page = text_of(client.post(address, {**WORDS, "website": "http://spam.example"}))

        assert "a machine had filled it in" in page
        assert not Proposal.objects.exists()

    def test_a_flood_is_stopped(self, client, address):
        for _turn in range(PROPOSALS.times):
            client.post(address, WORDS)
        page = text_of(client.post(address, WORDS))

        assert "Try again in an hour" in page
        assert Proposal.objects.count() == PROPOSALS.times

    def test_a_member_may_propose_for_the_organisation(self, client, address):
        own, other = factories.organisation(), factories.organisation()
        client.force_login(factories.member_of(own))

        page = text_of(client.get(address))
        assert str(own) in page
        client.post(address, {**WORDS, "organisation": own.pk})
        client.post(address, {**WORDS, "organisation": other.pk})

        assert Proposal.objects.get().organisation == own

    def test_a_closed_call_says_so(self, client):
        call = factories.close(factories.call())
        answer = client.post(f"/en/plan/next/{call.slug}/propose/", WORDS, follow=True)

        assert "The call is not open" in text_of(answer)
        assert not Proposal.objects.exists()

    def test_questions_not_asked_are_not_on_the_form(self, client):
        call = factories.call(questions=[], languages=["sv"])
        page = text_of(client.get(f"/sv/plan/next/{call.slug}/propose/"))

        assert 'name="problem"' not in page
        assert 'name="carrier"' not in page
        assert 'type="hidden" name="language" value="sv"' in page

    def test_words_that_look_like_code_are_shown_as_words(self, client):
        one = factories.published(title="<script>alert(1)</script>")
        page = client.get(reverse("cocreation:proposal", args=[one.call.slug, 1])).content.decode()
        assert "<script>alert" not in page


class TestOwnPage:
    @pytest.fixture
    def sent(self):
        return factories.sent(email=factories.SECRET, name="Maija")

    def test_correcting(self, client, sent):
        own = f"/en/plan/next/p/{sent.code}/"
        given = {**WORDS, "title": "Better", "revision": "1"}

        assert client.post(f"{own}correct/", given).status_code == 302
        assert Proposal.objects.get().title == "Better"

    @pytest.mark.parametrize("revision", ["", "0", "7", "x"])
    def test_an_old_page_does_not_overwrite(self, client, sent, revision):
        given = {**WORDS, "title": "Better", "revision": revision}
        page = text_of(client.post(f"/en/plan/next/p/{sent.code}/correct/", given))

        assert "changed while you had it open" in page
        assert Proposal.objects.get().title != "Better"

    def test_withdrawing_asks_first(self, client, sent):
        address = f"/en/plan/next/p/{sent.code}/withdraw/"
        assert "cannot be undone" in text_of(client.get(address))
        assert Proposal.objects.get().state == State.WAITING

        page = text_of(client.post(address, follow=True))

        assert "You have withdrawn this proposal" in page
        assert Proposal.objects.get().state == State.WITHDRAWN

    def test_taking_the_address_away(self, client, sent):
        client.post(f"/en/plan/next/p/{sent.code}/forget/")
        assert not Contact.objects.exists()
        assert Proposal.objects.get().name == ""

    def test_it_is_kept_by_no_cache(self, client, sent):
        answer = client.get(f"/en/plan/next/p/{sent.code}/")
        assert "no-store" in answer["Cache-Control"]

    def test_after_closing_there_is_nothing_to_correct(self, client, sent):
        factories.close(sent.proposal.call)
        answer = client.get(f"/en/plan/next/p/{sent.code}/correct/", follow=True)
        assert "no longer be corrected" in text_of(answer)


class TestLists:
    def test_search_theme_and_decision_narrow_the_list(self, client):
        seen = scene(is_published=True)
        factories_title = seen.published.title
        address = f"/en/plan/next/{seen.call.slug}/proposals/"

        def shows(query: str) -> bool:
            return factories_title in text_of(client.get(f"{address}{query}"))

        assert shows("?q=evening")
        assert shows(f"?theme={seen.theme.pk}&decision=taken")
        assert not shows("?q=nothing+like+it")
        assert not shows("?decision=not_taken")
        assert not shows("?decision=none")
        assert "No proposal matches" in text_of(client.get(f"{address}?q=nothing"))

    @pytest.mark.parametrize(
        "query", ["?theme=x", "?theme=999999", "?decision=x", "?page=x", "?theme=²"]
    )
    def test_a_senseless_filter_is_no_error(self, client, query):
        seen = scene()
        address = f"/en/plan/next/{seen.call.slug}/proposals/{query}"
        assert client.get(address).status_code == 200

    def test_the_number_of_queries_does_not_grow(self, client, django_assert_max_num_queries):
        call = factories.call()
        many = [factories.published(call) for _turn in range(12)]
        factories.respond(*many)
        factories.outcome(call)
        for page in ("", "proposals/", "outcome/", "proposals.json", "feed.atom"):
            with django_assert_max_num_queries(12):
                client.get(f"/en/plan/next/{call.slug}/{page}")


class TestOutcome:
    def test_it_tells_counts_in_words_and_how_many_still_wait(self, client):
        call = factories.call()
        taken, refused, late = (factories.published(call) for _turn in range(3))
        factories.respond(taken)
        factories.respond(refused, decision="not_taken")
        factories.outcome(call, without=1)

        page = text_of(client.get(f"/en/plan/next/{call.slug}/outcome/"))

        assert "Taken in wholly or partly: 1 of 3 published proposals." in page
        assert "1 proposal still waits for its response." in page
        assert late.title in page
        assert "Decisions by theme" in page

        factories.respond(late, decision="passed_on", passed_to="The town")
        page = text_of(client.get(f"/en/plan/next/{call.slug}/outcome/"))
        assert "Every published proposal has its response." in page

    def test_a_corrected_response_is_shown_with_the_earlier_one(self, client):
        call = factories.call()
        one = factories.published(call)
        factories.respond(one)
        factories.respond(
            one, seen={one.pk: 1}, decision="not_taken", correction="We read it wrongly.",
            reason="There is no money for it in the next years.",
        )  # fmt: skip
        factories.outcome(call)

        page = text_of(client.get(f"/en/plan/next/{call.slug}/proposals/1/"))

        assert "We read it wrongly." in page
        assert factories.REASON in page
        assert "There is no money" in page

    def test_files_tell_the_same(self, client):
        seen = scene(is_published=True)
        base = f"/en/plan/next/{seen.call.slug}/proposals"

        told = json.loads(client.get(f"{base}.json").content)
        rows = list(
            csv.DictReader(
                io.StringIO(client.get(f"{base}.csv").content.decode("utf-8-sig")), delimiter=";"
            )
        )

        assert told["counts"] == {"taken": 1, "partly": 0, "not_taken": 0, "passed_on": 0}
        assert told["without_response"] == 0
        assert [one["number"] for one in told["proposals"]] == [seen.published.number]
        assert rows[0]["reason"] == told["proposals"][0]["responses"][0]["reason"]
        assert rows[0]["theme"] == "Time (en)"
        assert client.get(f"{base}.pdf").status_code == 404

    def test_a_spreadsheet_runs_nothing(self, client):
        one = factories.published(title="=1+1", change="@SUM(A1)")
        content = client.get(f"/en/plan/next/{one.call.slug}/proposals.csv").content.decode()
        assert ";'=1+1;" in content
        assert ";'@SUM(A1);" in content


class TestShared:
    def test_the_front_page_and_the_plan_lead_to_an_open_call(self, client):
        factories.measure("1.1.1")
        call = factories.call()
        for address in ("/en/", "/en/plan/"):
            assert f"/en/plan/next/{call.slug}/" in text_of(client.get(address)), address

        factories.close(call)

        assert f"/en/plan/next/{call.slug}/" not in text_of(client.get("/en/"))
        assert "/en/plan/next/" in text_of(client.get("/en/plan/"))

    def test_the_feed_is_atom_with_proposals_and_responses(self, client):
        seen = scene(is_published=True)
        answer = client.get("/en/plan/next/feed.atom")

        assert answer["Content-Type"].startswith("application/atom+xml")
        content = answer.content.decode()
        assert seen.published.title in content
        assert "Response to “Evening meetings”: Taken in" in content

    def test_nothing_yet_says_what_to_do(self, client):
        assert "No call has been opened yet" in text_of(client.get("/en/plan/next/"))
