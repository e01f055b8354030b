"""The sign NUL goes no further than the door: PostgreSQL breaks off at it."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from aukio.ui.middleware import NoNul

HEADINGS = {
    "fi": "Pyyntöä ei voitu ymmärtää",
    "sv": "Begäran kunde inte förstås",
    "en": "The request could not be understood",
}


@pytest.fixture
def nothing_is_asked() -> Any:
    def refuse(execute: Any, sql: str, given: Any, many: bool, context: Any) -> Any:
        raise AssertionError(sql)

    with connection.execute_wrapper(refuse):
        yield


@pytest.mark.django_db
@pytest.mark.usefixtures("nothing_is_asked")
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("address", ["search/?q=%00", "dialogues/?a=1&%00b=2", "plan/%00/"])
def test_an_address_with_it_gets_the_page_for_a_broken_link(language: str, address: str):
    answer = Client().get(f"/{language}/{address}")

    assert answer.status_code == 400
    assert HEADINGS[language] in answer.text
    assert f'<html lang="{language}"' in answer.text


@pytest.mark.django_db
@pytest.mark.usefixtures("nothing_is_asked")
def test_the_interface_for_programs_tells_a_problem_in_the_caller_s_language():
    answer = Client().get("/api/v1/search?q=a%00", headers={"accept-language": "fi"})

    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert answer.json()["detail"] == "Osoitteessa on merkki, jolla ei ole merkitystä."


@pytest.mark.parametrize("kind", ["multipart", "urlencoded"])
@pytest.mark.parametrize("sent", [{"a": "b\0"}, {"a\0": "b"}, {"a": ["b", "\0"]}])
def test_a_field_with_it_is_refused(kind: str, sent: dict[str, Any]):
    form = {} if kind == "multipart" else {"content_type": "application/x-www-form-urlencoded"}
    body = sent if kind == "multipart" else "a=b%00"

    answer = passed(RequestFactory().post("/en/", body, **form))

    assert answer is not None
    assert answer.status_code == 400


def test_a_file_may_have_it_and_a_view_without_the_token_reads_in_its_own_way():
    make = RequestFactory()
    file = SimpleUploadedFile("a.png", b"\x89PNG\0")

    assert passed(make.post("/en/", {"a": "b", "file": file})) is None
    assert passed(make.post("/en/", b"{}", content_type="application/json")) is None
    assert passed(make.post("/en/", {"a": "\0"}), is_exempt=True) is None


@pytest.mark.parametrize("question", ["q=%2500", "q=0", "q=%C3%A4", "q=%", "q=%E0"])
def test_other_signs_pass(question: str):
    answer = NoNul(lambda request: HttpResponse("in"))(RequestFactory().get(f"/en/?{question}"))

    assert answer.status_code == 200


def passed(request: HttpRequest, *, is_exempt: bool = False) -> HttpResponse | None:
    def view(request: HttpRequest) -> None: ...

    view.csrf_exempt = is_exempt  # type: ignore[attr-defined]
    return NoNul(lambda request: HttpResponse()).process_view(request, view, (), {})
