"""Every error is a problem document (RFC 9457)."""

from __future__ import annotations

import json
import logging

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404
from django.test import Client, RequestFactory
from ninja.errors import HttpError, ValidationError

from aukio.shared.api.house import open_house
from aukio.shared.faults import Fault

MEMBERS = {"type", "title", "status", "detail", "instance"}


def told(error: Exception) -> dict:
    response = open_house().on_exception(RequestFactory().get("/api/v1/x"), error)
    assert response["Content-Type"] == "application/problem+json"
    body = json.loads(response.content)
    assert body["status"] == response.status_code
    return body


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Http404(), 404),
        (ObjectDoesNotExist(), 404),
        (PermissionDenied(), 403),
        (ValidationError([]), 422),
        (HttpError(418, "Tea only."), 418),
        (HttpError(429, "Later."), 429),
        (Fault("Wrong."), 422),
        (RuntimeError("secret"), 500),
    ],
)
def test_each_error_has_its_status(error: Exception, status: int):
    assert told(error)["status"] == status


def test_a_problem_has_the_members_of_the_standard():
    assert set(told(Http404())) == MEMBERS


def test_a_problem_names_the_address_it_happened_at():
    assert told(Http404())["instance"] == "/api/v1/x"


def test_what_does_not_fit_is_told_with_its_place():
    body = told(ValidationError([{"loc": ("query", "limit"), "msg": "Too large", "type": "x"}]))

    assert body["errors"] == [{"where": "query.limit", "what": "Too large"}]


def test_a_fault_is_told_with_how_to_mend_it():
    body = told(Fault("The file is empty.", where="a.csv", mend="Add rows."))

    assert body["errors"][0]["mend"] == "Add rows."


def test_our_own_failure_tells_nothing_of_the_inside():
    assert "secret" not in json.dumps(told(RuntimeError("secret")))


def test_our_own_failure_is_logged_with_its_trace(caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.ERROR):
        told(RuntimeError("secret"))

    assert "secret" in caplog.text


@pytest.mark.parametrize("address", ["nothing", "areas/", "docs/", "a/b/c", "openapi.yaml"])
@pytest.mark.django_db
def test_an_unknown_address_is_a_problem(client: Client, address: str):
    response = client.get(f"/api/v1/{address}")

    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.django_db
def test_posting_to_an_unknown_address_is_not_found(client: Client):
    assert client.post("/api/v1/nothing").status_code == 404


@pytest.mark.parametrize("address", ["areas/region/%00", "areas/region?cursor=%00", "search?q=%00"])
@pytest.mark.django_db
def test_a_character_that_means_nothing_is_a_problem(client: Client, address: str):
    assert client.get(f"/api/v1/{address}").status_code == 400


@pytest.mark.parametrize(
    ("language", "detail"),
    [
        ("fi", "Tässä osoitteessa ei ole mitään."),
        ("sv", "Det finns ingenting på den här adressen."),
        ("en", "There is nothing at this address."),
    ],
)
@pytest.mark.django_db
def test_a_problem_is_told_in_the_language_of_the_caller(
    client: Client, language: str, detail: str
):
    response = client.get("/api/v1/nothing", headers={"Accept-Language": language})

    assert response.json()["detail"] == detail
