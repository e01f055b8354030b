"""The pages: voting, results, and the core group's desk."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation

from aukio.apps.dialogues.opinions import actions
from aukio.apps.dialogues.opinions.models import Conversation, Moderation, Stage, Vote, Voter
from aukio.apps.dialogues.opinions.tests.factories import conversation, shown, vote, voted
from aukio.apps.dialogues.opinions.tests.test_files import COMMENTS, VOTES
from aukio.apps.dialogues.opinions.views.voting import JOINING
from aukio.apps.dialogues.tests.factories import RoundFactory
from aukio.apps.dialogues.tests.pages.scene import scene
from aukio.engines.opinions.tests.votes import camps
from aukio.shared.jobs.models import Job

pytestmark = pytest.mark.django_db


def page(name, *args):
    return reverse(f"opinions:{name}", args=args)


def begin(client, held):
    return client.post(page("join", held.pk))["Location"]


def test_nothing_of_opinion_maps_is_on_the_rounds_page_before_one_is_opened(client):
    held = conversation(stage=Stage.PREPARED)

    text = client.get(reverse("dialogues:round", args=[held.round.slug])).text

    assert "Opinion map" not in text


@pytest.mark.parametrize("make", [conversation, shown])
def test_an_open_or_shown_one_is_on_the_rounds_page(client, make):
    held = make()

    text = client.get(reverse("dialogues:round", args=[held.round.slug])).text

    assert "What makes everyday life safe?" in text


def test_the_page_tells_what_becomes_of_votes_and_what_a_map_is_not(client):
    text = client.get(page("conversation", conversation().pk)).text

    assert "All votes are deleted on" in text
    assert "It is not a survey" in text


def test_voting_goes_from_statement_to_statement_without_an_account(client):
    held = conversation()
    where = begin(client, held)

    for value in (1, -1, 0):
        shown_now = client.get(where)
        pk = shown_now.context["statement"].pk
        assert client.post(where, {"statement": pk, "value": value}).status_code == 302

    assert sorted(Vote.objects.values_list("value", flat=True)) == [-1, 0, 1]
    assert "3 of 8 statements" in client.get(where).text
    assert "sessionid" not in client.cookies


def test_the_page_has_a_button_for_each_vote_also_for_passing(client):
    where = begin(client, conversation())

    buttons = BeautifulSoup(client.get(where).text, "html.parser").select("button[name=value]")

    assert [one.get("value") for one in buttons] == ["1", "-1", "0"]


def test_a_vote_can_be_changed_later(client):
    held = conversation()
    where = begin(client, held)
    pk = client.get(where).context["statement"].pk
    client.post(where, {"statement": pk, "value": 1})

    changing = client.get(where, {"statement": pk})
    client.post(where, {"statement": pk, "value": -1})

    assert changing.context["statement"].pk == pk
    assert Vote.objects.get().value == -1


def test_after_the_last_statement_one_is_thanked(client):
    held = conversation(statements=1)
    where = begin(client, held)
    client.post(where, {"statement": held.statements.get().pk, "value": 0})

    assert "Thank you" in client.get(where).text


@pytest.mark.parametrize(
    "sent", [{}, {"statement": "x", "value": "1"}, {"statement": "1"}, {"value": "9"}]
)
def test_a_strange_vote_changes_nothing(client, sent):
    where = begin(client, conversation())

    assert client.post(where, sent).status_code == 302
    assert not Vote.objects.exists()


def test_opening_pages_begins_and_changes_nothing(client):
    held = conversation()

    for name in ("conversation",):
        client.get(page(name, held.pk))
    assert client.get(page("join", held.pk)).status_code == 405
    assert not Voter.objects.exists()


def test_all_votes_can_be_deleted_from_the_page(client):
    where = begin(client, conversation())

    answer = client.post(f"{where}withdraw/", follow=True)

    assert "All your votes have been deleted." in answer.text
    assert not Voter.objects.exists()
    assert client.get(where).status_code == 404


def test_an_unknown_code_opens_nothing(client):
    assert client.get(page("vote", "guess")).status_code == 404
    assert client.post(page("withdraw", "guess")).status_code == 404


def test_a_network_that_begins_very_often_waits(client, monkeypatch):
    monkeypatch.setattr("aukio.apps.dialogues.opinions.views.voting.JOINING", type(JOINING)(
        "opinions-join-test", times=1, seconds=60
    ))  # fmt: skip
    held = conversation()
    begin(client, held)

    assert "Try again in an hour" in client.post(page("join", held.pk), follow=True).text
    assert Voter.objects.count() == 1


def test_a_private_page_is_not_kept_or_found_by_others(client):
    answer = client.get(begin(client, conversation()))

    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer.text


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_results_tell_what_unites_divides_and_how_far_to_trust_it(client, language):
    held = shown()
    with translation.override(language):
        text = client.get(page("results", held.pk)).text

    assert text.count("<ellipse") == 4
    assert "<circle" not in text[text.index("aukio-chart__drawing") :]  # nobody is a dot
    assert "<table" in text


def test_results_say_in_plain_words_whether_the_groups_hold(client):
    assert "The groups hold well" in client.get(page("results", shown().pk)).text


def test_results_of_few_voters_tell_nothing(client, leader):
    held = conversation()
    vote(held, camps((2, 2), statements=8).marks)
    from aukio.apps.dialogues.opinions.summing_up import sum_up

    actions.keep_found(by=None, conversation=held, content=sum_up(held))

    assert "too few people have voted" in leader.get(page("results", held.pk)).text


def test_the_table_can_be_taken_along(client):
    answer = client.get(page("results-download", shown().pk))

    assert answer["Content-Disposition"].startswith("attachment")
    assert answer.text.count("\n") == 9


def test_results_cost_the_same_however_many_voted(client, django_assert_max_num_queries):
    held = shown(sizes=(60, 40))

    with django_assert_max_num_queries(12):
        client.get(page("results", held.pk))


def test_the_core_group_prepares_accepts_opens_computes_and_shows(leader):
    made = scene()
    soon = timezone.localdate() + timedelta(days=20)
    day = {"delete_on": soon.isoformat()}
    leader.post(page("new", made.round.slug), {"question_fi": "Mikä auttaa?", **day})
    held = Conversation.objects.get()
    assert held.delete_on == soon
    for number in range(4):
        leader.post(page("statement-new", held.pk), {"text_fi": f"Väite {number}"})
    leader.post(page("sentences-take", held.pk), {"sentences": [made.sentence.pk]})
    for one in held.statements.all():
        leader.post(page("statement-decide", one.pk), {"moderation": "accepted"})
    leader.post(page("step", held.pk, "open"))
    held.refresh_from_db()
    assert held.stage == Stage.OPEN
    vote(held, camps((20, 15), statements=5, missing=0).marks)

    assert leader.post(page("compute", held.pk)).status_code == 302
    assert Job.objects.get().kind == "opinions.map"
    assert leader.post(page("step", held.pk, "close")).status_code == 302
    assert Conversation.objects.get().stage == Stage.CLOSED


def test_results_are_shown_and_hidden_with_a_button(client, leader):
    held = voted()

    leader.post(page("step", held.pk, "show"))
    assert client.get(page("results", held.pk)).status_code == 200
    leader.post(page("step", held.pk, "hide"))
    assert client.get(page("results", held.pk)).status_code == 404


def test_a_fault_is_told_on_the_form_and_what_was_typed_stays(leader):
    held = RoundFactory()

    text = leader.post(page("new", held.slug), {"question_fi": "Mikä auttaa?"}).text

    assert "Mikä auttaa?" in text
    assert not Conversation.objects.exists()


def test_a_past_conversation_is_brought_from_two_files(leader):
    held = RoundFactory()
    soon = timezone.localdate() + timedelta(days=20)
    sent = {
        "question_en": "Buses?", "agree_is": "1",
        "delete_on": soon.isoformat(),
        "votes": SimpleUploadedFile("votes.csv", VOTES),
        "comments": SimpleUploadedFile("comments.csv", COMMENTS),
    }  # fmt: skip

    answer = leader.post(page("bring", held.slug), sent, follow=True)

    assert "More buses, please" in answer.text


def test_a_faulty_file_is_told_with_its_row(leader):
    soon = timezone.localdate() + timedelta(days=20)
    sent = {
        "question_en": "Buses?", "agree_is": "1",
        "delete_on": soon.isoformat(),
        "votes": SimpleUploadedFile("votes.csv", VOTES.replace(b",0\n", b",yes\n")),
        "comments": SimpleUploadedFile("comments.csv", COMMENTS),
    }  # fmt: skip

    text = leader.post(page("bring", RoundFactory().slug), sent).text

    assert "votes.csv, row 4" in text
    assert not Conversation.objects.exists()


def test_an_unknown_step_file_or_decision_is_refused(leader):
    held = conversation()

    assert leader.post(page("step", held.pk, "sell")).status_code == 404
    assert leader.get(page("export", held.pk, "people.csv")).status_code == 404
    leader.post(page("statement-decide", held.statements.first().pk), {"moderation": "x"})
    assert set(held.statements.values_list("moderation", flat=True)) == {Moderation.ACCEPTED}


@pytest.mark.parametrize("name", ["votes.csv", "participants-votes.csv", "comments.csv"])
def test_the_core_group_takes_files_along(leader, name):
    answer = leader.get(page("export", voted().pk, name))

    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'


def test_on_a_phone_the_statements_are_a_list_with_the_same_figures(client):
    held = shown()
    page = client.get(reverse("opinions:results", args=[held.pk])).content.decode()
    told = page.partition('class="govuk-list opinions-list"')[2].partition("</ul>")[0]

    assert told.count("<li>") == held.statements.count()
    assert "Group\u00a0A:" in told or "Ryhmä\u00a0A:" in told
