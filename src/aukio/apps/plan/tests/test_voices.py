"""Comments with a reasoned response; news by mail, out again with one click."""

from __future__ import annotations

import re
from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from aukio.apps.plan import work
from aukio.apps.plan.actions import following, voices
from aukio.apps.plan.models import Comment, Response, Subscription
from aukio.apps.plan.models.append_only import WrittenOnce
from aukio.apps.plan.tests import factories
from aukio.shared.faults import Fault
from aukio.shared.mail.models import Message

pytestmark = pytest.mark.django_db
step = import_module("aukio.apps.plan.migrations.0006_responses")


@pytest.fixture
def measure():
    return factories.measure("1.1.1")


def comment(measure, **change) -> Comment:
    given = {"name": "NGO", "text": "Too slow.", "language": "en", **change}
    return voices.comment(by=None, measure=measure, **given)


class TestComments:
    ADD = "/en/plan/1.1.1/comment/"

    def test_anyone_may_comment_and_the_team_gets_a_task(self, client, measure):
        client.post(self.ADD, {"name": "NGO", "text": "Too slow."})

        assert Comment.objects.get().shown is None
        titles = [str(task.title) for task in work.tasks(factories.team())]
        assert titles == ["Respond to a comment on measure 1.1.1"]

    def test_it_is_not_shown_before_it_has_a_response(self, client, measure):
        comment(measure)

        assert "Too slow." not in client.get("/en/plan/1.1.1/").content.decode()

    def test_with_the_response_both_are_shown(self, client, measure):
        client.force_login(factories.team())
        found = comment(measure)

        client.post(f"/en/plan/1.1.1/comments/{found.pk}/", {"shown": "yes", "response": "True."})

        page = client.get("/en/plan/1.1.1/").content.decode()
        assert "Too slow." in page
        assert "True." in page

    def test_left_out_it_is_not_shown_but_the_reason_is_kept(self, client, measure):
        voices.answer_comment(
            by=factories.team(), comment=comment(measure), shown=False, response="Spam.",
            language="en",
        )  # fmt: skip

        assert "Too slow." not in client.get("/en/plan/1.1.1/").content.decode()
        assert Comment.objects.get().response == "Spam."

    def test_two_responses_at_once_are_both_seen(self, client, measure):
        client.force_login(factories.team())
        found = comment(measure)
        address = f"/en/plan/1.1.1/comments/{found.pk}/"
        client.post(address, {"shown": "yes", "response": "Theirs."})

        answer = client.post(address, {"shown": "yes", "response": "Mine."})

        assert answer.status_code == 409
        assert "Theirs." in answer.content.decode()
        assert "Mine." in answer.content.decode()
        assert Comment.objects.get().response == "Theirs."
        replacing = answer.context["form"].data["replacing"]
        again = {"shown": "yes", "response": "Mine.", "replacing": replacing}
        assert client.post(address, again).status_code == 302
        assert Comment.objects.get().response == "Mine."

    def respond(self, found, text, *, shown=True):
        return voices.answer_comment(
            by=factories.team(), comment=found, shown=shown, response=text, language="en",
            replacing=voices.moment_of(Comment.objects.get(pk=found.pk)),
        )  # fmt: skip

    def test_a_corrected_response_is_kept_and_the_page_tells_of_it(self, client, measure):
        found = comment(measure)
        self.respond(found, "We will.")
        assert "corrected" not in client.get("/en/plan/1.1.1/").content.decode()

        self.respond(found, "We will in 2027.")

        page = client.get("/en/plan/1.1.1/").content.decode()
        assert page.index("We will in 2027.") < page.index("Earlier response")
        assert "We will." in page
        assert "The response has been corrected." in page

    def test_machines_get_the_newest_response_and_those_before_it(self, client, measure):
        found = comment(measure)
        for text in ("First.", "Second.", "Third."):
            self.respond(found, text)

        (told,) = client.get("/api/v1/plan/measures/1.1.1").json()["comments"]

        assert told["name"] == "NGO"
        assert told["response"]["text"] == "Third."
        assert [one["text"] for one in told["earlier"]] == ["First.", "Second."]

    def test_why_a_comment_was_left_out_does_not_become_public_when_it_is_shown(
        self, client, measure
    ):
        found = comment(measure)
        self.respond(found, "Looks like spam.", shown=False)
        assert client.get("/api/v1/plan/measures/1.1.1").json()["comments"] == []

        self.respond(found, "It was not.")

        assert "Looks like spam." not in client.get("/en/plan/1.1.1/").content.decode()
        (told,) = client.get("/api/v1/plan/measures/1.1.1").json()["comments"]
        assert told["earlier"] == []
        assert list(Response.objects.values_list("text", flat=True)) == [
            "Looks like spam.",
            "It was not.",
        ]

    def test_a_response_is_never_changed_or_removed(self, measure):
        self.respond(comment(measure), "We will.")
        kept = Response.objects.get()

        for change in (kept.save, kept.delete, Response.objects.all().delete):
            with pytest.raises(WrittenOnce):
                change()
        with pytest.raises(WrittenOnce):
            Response.objects.update(text="x")

    def test_responses_from_before_are_kept_when_the_house_is_brought_up_to_date(self, measure):
        found = comment(measure)
        at = timezone.now()
        given = {"shown": True, "response": "We will.", "response_language": "en", "answered": at}
        Comment.objects.update(**given)
        comment(measure, text="Not read yet.")

        step.keep_responses(apps, None)

        kept = Response.objects.get()
        assert (kept.comment, kept.sequence, kept.text, kept.at) == (found, 1, "We will.", at)

    def test_a_response_is_needed(self, measure):
        with pytest.raises(Fault):
            voices.answer_comment(
                by=factories.team(), comment=comment(measure), shown=True, response=" ",
                language="en",
            )  # fmt: skip

    def test_others_may_not_respond(self, client, measure):
        found = comment(measure)
        with pytest.raises(PermissionDenied):
            voices.answer_comment(
                by=factories.reviewer(), comment=found, shown=True, response="x", language="en"
            )
        client.force_login(factories.person())
        assert client.get(f"/en/plan/1.1.1/comments/{found.pk}/").status_code == 403

    @pytest.mark.parametrize("change", [{"name": ""}, {"text": " "}, {"text": "x" * 5001}])
    def test_bad_input_is_refused(self, client, measure, change):
        with pytest.raises(Fault):
            comment(measure, **change)
        answer = client.post(self.ADD, {"name": "NGO", "text": "Too slow.", **change})

        assert answer.status_code == 200
        assert not Comment.objects.exists()

    def test_a_flood_from_one_place_is_stopped(self, client, measure):
        for _turn in range(12):
            client.post(self.ADD, {"name": "NGO", "text": "Too slow."})

        assert Comment.objects.count() == 10


class TestFollowing:
    @pytest.fixture
    def follower(self, measure):
        found = following.follow(by=None, email="A@example.fi", measure=measure, language="en")
        following.confirm(by=None, subscription=found)
        return found

    def letters(self):
        return Message.objects.filter(key__startswith="plan.news:")

    def test_asking_sends_a_letter_whose_page_changes_nothing_by_itself(self, client, measure):
        client.post("/en/plan/1.1.1/follow/", {"email": "a@example.fi"})

        link = re.search(r"/en/plan/letters/\S+", Message.objects.get().text)[0]
        assert client.get(link).status_code == 200
        assert Subscription.objects.get().confirmed is None

        client.post(link, {"confirm": "yes"})
        assert Subscription.objects.get().confirmed is not None

    def test_the_address_is_not_readable_in_the_table(self, follower):
        assert "example.fi" not in str(Subscription.objects.values().get())

    def test_asking_twice_makes_one_subscription_and_one_letter_a_day(self, measure):
        for _turn in range(2):
            following.follow(by=None, email="a@example.fi", measure=measure, language="en")
            following.follow(by=None, email="a@example.fi", measure=None, language="en")

        assert Subscription.objects.count() == 2
        assert Message.objects.count() == 2

    def test_news_is_sent_once_with_the_headers_of_one_click(self, measure, follower):
        factories.report(measure)
        factories.report(factories.measure("1.1.2"))

        assert (following.send_news(), following.send_news()) == (1, 0)

        letter = self.letters().get()
        assert "1.1.1" in letter.text
        assert "1.1.2" not in letter.text
        assert letter.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert letter.headers["List-Unsubscribe"].startswith("<http")

    def test_who_follows_the_whole_plan_hears_of_every_measure(self, measure):
        whole = following.follow(by=None, email="b@example.fi", measure=None, language="fi")
        following.confirm(by=None, subscription=whole)
        factories.report(factories.measure("1.1.2"))

        following.send_news()

        assert "1.1.2" in self.letters().get().text

    def test_what_was_reported_before_confirming_is_not_told(self, measure):
        factories.report(measure)
        one = following.follow(by=None, email="a@example.fi", measure=measure, language="en")
        following.confirm(by=None, subscription=one)

        assert following.send_news() == 0

    def test_one_click_by_post_without_a_cookie_stops_the_letters(self, measure, follower):
        strict = Client(enforce_csrf_checks=True)
        address = f"/en/plan/letters/{following.token_of(follower)}/stop/"

        answer = strict.post(address, {"List-Unsubscribe": "One-Click"})

        assert answer.status_code == 200
        assert not Subscription.objects.exists()

    def test_a_get_never_stops_them(self, client, follower):
        for ending in ("", "stop/"):
            client.get(f"/en/plan/letters/{following.token_of(follower)}/{ending}")

        assert Subscription.objects.exists()

    def test_the_page_has_a_button_for_stopping(self, client, follower):
        client.post(f"/en/plan/letters/{following.token_of(follower)}/", {"stop": "yes"})

        assert not Subscription.objects.exists()

    def test_asking_to_stop_again_is_answered_the_same(self, client, follower):
        address = f"/en/plan/letters/{following.token_of(follower)}/"

        for page in ("stop/", "stop/", ""):
            answer = client.post(address + page, {"List-Unsubscribe": "One-Click"})
            assert answer.status_code == 200
            assert "No more letters" in answer.content.decode()
        assert client.get(address).status_code == client.get(address + "stop/").status_code == 200

    @pytest.mark.parametrize("token", ["1", "1:forged", "x"])
    def test_a_forged_token_opens_nothing(self, client, follower, token):
        assert client.post(f"/en/plan/letters/{token}/stop/").status_code == 404
        assert Subscription.objects.exists()

    def test_unconfirmed_ones_are_forgotten_after_a_week(self, measure):
        following.follow(by=None, email="a@example.fi", measure=measure, language="en")
        Subscription.objects.update(asked=timezone.now() - timedelta(days=8))

        following.send_news()

        assert not Subscription.objects.exists()

    @pytest.mark.parametrize("email", ["", "nobody"])
    def test_a_wrong_address_is_told(self, client, measure, email):
        assert client.post("/en/plan/follow/", {"email": email}).status_code == 200
        with pytest.raises(Fault):
            following.follow(by=None, email=email, measure=None, language="en")
