"""What every call passes: access, methods, other sites, unchanged answers."""

from __future__ import annotations

import pytest
import rules
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from ninja.operation import PathView

from aukio.shared.accounts.models import Person
from aukio.shared.api.access import allowed, public, signed_in
from aukio.shared.api.door import guarded
from aukio.shared.api.house import open_house

ADDRESS = "/api/v1/indicators"


def call(function, method: str = "GET", user=None, **headers) -> HttpResponse:
    """Call an operation through the door, as nobody or as a person."""
    view = PathView()
    view.add_operation("/x", [method if method not in {"HEAD", "OPTIONS"} else "GET"], function)
    for operation in view.operations:
        operation.api = open_house()
    request = getattr(RequestFactory(), method.lower())("/api/v1/x", headers=headers)
    request.user = user or AnonymousUser()
    request._dont_enforce_csrf_checks = False
    return guarded(view)(request)


def fresh():
    """A function of its own: the decorators write on it."""

    def operation(request: HttpRequest):
        return {"said": "hello"}

    return operation


class TestAccess:
    def test_a_public_operation_is_open_to_anyone(self):
        assert call(public(fresh())).status_code == 200

    def test_an_operation_that_declares_nothing_is_closed(self):
        assert call(fresh()).status_code == 403

    def test_an_operation_for_people_asks_to_sign_in(self):
        assert call(signed_in(fresh())).status_code == 401

    def test_an_operation_for_people_is_open_to_a_person(self):
        assert call(signed_in(fresh()), user=Person(pk=1)).status_code == 200

    @pytest.mark.parametrize(("holds", "status"), [(True, 200), (False, 403)])
    def test_a_named_rule_decides(self, holds: bool, status: int):
        rules.add_rule("api_tests.may", rules.predicate(lambda person: holds))
        try:
            response = call(allowed("api_tests.may")(fresh()), user=Person(pk=1))
        finally:
            rules.remove_rule("api_tests.may")

        assert response.status_code == status

    def test_an_answer_for_the_asker_only_is_kept_by_nobody_else(self):
        def operation(request: HttpRequest, response: HttpResponse):
            response["Cache-Control"] = "no-store"
            return {"said": "hello"}

        answer = call(public(operation))

        assert answer["Cache-Control"] == "no-store"
        assert "ETag" not in answer
        assert "Access-Control-Allow-Origin" not in answer

    def test_a_program_without_a_session_needs_no_token(self):
        assert call(public(fresh()), "POST").status_code == 200

    def test_a_change_without_the_token_against_forgery_is_refused(self):
        response = call(signed_in(fresh()), "POST", user=Person(pk=1))

        assert response.status_code == 403

    def test_the_callback_carries_its_rule(self):
        view = PathView()
        view.add_operation("/x", ["GET"], public(fresh()))

        assert guarded(view).access_rule == "public"

    def test_the_callback_of_an_undeclared_operation_carries_none(self):
        view = PathView()
        view.add_operation("/x", ["GET"], public(fresh()))
        view.add_operation("/x", ["POST"], fresh())

        assert not hasattr(guarded(view), "access_rule")


class TestMethods:
    def test_an_unknown_method_is_a_problem(self, client: Client):
        response = client.delete(ADDRESS)

        assert (response.status_code, response["Content-Type"]) == (405, "application/problem+json")

    def test_the_problem_tells_the_methods_there_are(self, client: Client):
        assert client.put(ADDRESS)["Allow"] == "GET, HEAD, OPTIONS"

    def test_head_gives_the_headers_of_the_answer(self, client: Client):
        assert client.head(ADDRESS)["ETag"] == client.get(ADDRESS)["ETag"]

    def test_head_gives_no_body(self):
        assert call(public(fresh()), "HEAD").content == b""


class TestOtherSites:
    def test_may_read_public_answers(self):
        assert call(public(fresh()))["Access-Control-Allow-Origin"] == "*"

    def test_may_not_read_answers_for_people(self):
        response = call(signed_in(fresh()), user=Person(pk=1))

        assert "Access-Control-Allow-Origin" not in response

    def test_may_not_change_anything(self):
        assert "POST" not in call(public(fresh()), "OPTIONS")["Access-Control-Allow-Methods"]

    def test_are_never_offered_cookies(self):
        assert "Access-Control-Allow-Credentials" not in call(public(fresh()))

    def test_are_answered_before_they_ask(self, client: Client):
        response = client.options(ADDRESS)

        assert (response.status_code, response.content) == (204, b"")

    def test_may_read_problems_too(self, client: Client):
        response = client.get("/api/v1/indicators/nothing")

        assert response["Access-Control-Allow-Origin"] == "*"


class TestUnchangedAnswers:
    def test_come_without_a_body(self):
        first = call(public(fresh()))

        second = call(public(fresh()), **{"If-None-Match": first["ETag"]})

        assert (second.status_code, second.content) == (304, b"")

    def test_are_told_by_another_mark_when_they_change(self):
        other = public(lambda request: {"said": "goodbye"})

        assert call(other)["ETag"] != call(public(fresh()))["ETag"]

    def test_may_be_kept_a_minute(self):
        assert call(public(fresh()))["Cache-Control"] == "public, max-age=60"

    def test_for_people_are_not_kept_by_others(self):
        assert "Cache-Control" not in call(signed_in(fresh()), user=Person(pk=1))
