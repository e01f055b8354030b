"""The interface for machines: checking, asking again, and every rule."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from aukio.apps.wording.models import KeptText
from aukio.apps.wording.tests.factories import HARD, figures, kept, showing
from aukio.engines.clarity import rules
from aukio.shared.api.document import document
from aukio.shared.jobs.models import Job, Status

pytestmark = pytest.mark.django_db
CHECK = "/api/v1/wording/check"


def send(client: Client, **body):
    return client.post(CHECK, json.dumps(body), content_type="application/json")


class TestChecking:
    def test_surface_rules_answer_at_once_and_nothing_is_stored(self):
        strict = Client(enforce_csrf_checks=True)
        answer = send(strict, text=HARD)
        found = answer.json()

        assert answer.status_code == 200
        assert found["status"] == "done"
        assert (found["language"], found["profile"], found["goal"]) == ("fi", "official", 70)
        first = found["findings"][0]
        assert HARD[first["start"] : first["end"]] == "on liitettävä"
        assert not KeptText.objects.exists()

    def test_profile_language_and_goal_are_heeded(self, client):
        found = send(client, text=HARD, profile="easy", language="fi", goal=5).json()

        assert found["profile"] == "easy"
        assert found["reached"] == (found["score"] >= 5)

    def test_places_of_markdown_are_those_of_the_source(self, client):
        text = "# Otsikko\n\n**Mikäli** haluat, hae tukea."
        found = send(client, text=text, format="markdown").json()["findings"]

        assert "Mikäli" in [text[one["start"] : one["end"]] for one in found]

    def test_messages_come_in_the_callers_language(self, client):
        body = json.dumps({"text": HARD})
        answer = client.post(
            CHECK, body, content_type="application/json", headers={"accept-language": "sv"}
        )

        assert "myndighet" in json.dumps(answer.json(), ensure_ascii=False)

    def test_a_deep_check_gives_an_address_to_ask_again(self, client):
        found = send(client, text=HARD, deep=True).json()
        again = client.get(found["poll"])

        assert found["status"] == "waiting"
        assert again.json()["status"] == "waiting"
        assert again.json()["findings"] == found["findings"]

    def test_when_the_worker_is_done_there_is_nothing_more_to_ask(self, client):
        poll = send(client, text=HARD, deep=True).json()["poll"]
        KeptText.objects.update(is_deep=True)
        found = client.get(poll).json()

        assert (found["status"], found["poll"]) == ("done", None)

    def test_a_worker_that_did_not_succeed_is_told(self, client):
        poll = send(client, text=HARD, deep=True).json()["poll"]
        Job.objects.update(status=Status.FAILED)

        assert client.get(poll).json()["status"] == "failed"

    def test_who_has_read_the_findings_deletes_the_text_at_once(self):
        strict = Client(enforce_csrf_checks=True)
        poll = send(strict, text=HARD, deep=True).json()["poll"]

        assert strict.delete(poll).status_code == 204
        assert not KeptText.objects.exists()
        assert strict.get(poll).status_code == 404
        assert strict.delete(poll).status_code == 404


class TestBadInput:
    @pytest.mark.parametrize(
        "body",
        [
            {},
            {"text": ""},
            {"text": "x" * 200_001},
            {"text": HARD, "language": "xx"},
            {"text": HARD, "profile": "xx"},
            {"text": HARD, "goal": 101},
            {"text": "123 456"},
            {
                "text": "Der Antrag wird von der Behörde geprüft und dem Antragsteller zugestellt"
                * 5
            },
        ],
    )
    def test_it_is_told_as_a_problem(self, client, body):
        answer = send(client, **body)

        assert answer.status_code == 422
        assert answer["Content-Type"] == "application/problem+json"
        assert not KeptText.objects.exists()

    def test_what_is_not_json(self, client):
        answer = client.post(CHECK, b"\x00\xff", content_type="application/json")

        assert answer.status_code in {400, 422}
        assert answer["Content-Type"] == "application/problem+json"

    def test_fifty_megabytes(self, client):
        answer = send(client, text="sana " * 10_000_000)

        assert answer.status_code == 413
        assert answer["Content-Type"] == "application/problem+json"

    def test_too_many_calls(self, client, monkeypatch):
        monkeypatch.setattr("aukio.shared.accounts.limits.Limit.take", lambda *_: False)
        answer = send(client, text=HARD)

        assert answer.status_code == 429
        assert answer["Content-Type"] == "application/problem+json"

    def test_reading_is_no_way_to_check(self, client):
        assert client.get(CHECK).status_code == 405

    def test_a_token_nobody_gave_is_not_found(self, client):
        assert client.get("/api/v1/wording/checks/no-such").status_code == 404

    def test_answers_about_a_kept_text_are_kept_by_nobody(self, client):
        _row, token = kept()
        answer = client.get(f"/api/v1/wording/checks/{token}")

        assert "no-store" in answer["Cache-Control"]
        assert "Access-Control-Allow-Origin" not in answer


def test_every_rule_is_told_with_its_words_in_three_languages(client):
    found = client.get("/api/v1/wording/rules").json()

    assert {one["id"] for one in found} == set(rules())
    for one in found:
        assert set(one["message"]) == set(one["why"]) == {"fi", "sv", "en"}
        assert one["sources"]


def test_figures_are_those_of_the_page(client):
    house = showing(name_fi="Esimerkkikunta")
    for _ in range(5):
        figures(house)
    (found,) = client.get("/api/v1/wording/how-clear").json()

    assert found["organisation"]["fi"] == "Esimerkkikunta"
    assert (found["quarter"], found["texts"], found["mean_score"]) == ("2026/4", 5, 60.0)


def test_the_operations_are_in_the_openapi_document():
    paths = document()["paths"]

    assert "post" in paths["/api/v1/wording/check"]
    assert "/api/v1/wording/checks/{token}" in paths
    assert "/api/v1/wording/rules" in paths
