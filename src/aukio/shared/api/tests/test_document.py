"""The OpenAPI document, and the page that tells it to people."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from openapi_spec_validator import validate

from aukio.shared.api import document
from aukio.shared.api.house import operations

pytestmark = pytest.mark.django_db


@pytest.fixture
def openapi(client: Client) -> dict:
    return client.get("/api/v1/openapi.json").json()


@pytest.fixture
def page(client: Client) -> str:
    return client.get("/api/v1/docs", headers={"Accept-Language": "en"}).content.decode()


class TestDocument:
    def test_is_openapi_3_1(self, openapi: dict):
        assert openapi["openapi"].startswith("3.1.")

    def test_is_valid(self, openapi: dict):
        validate(openapi)

    def test_tells_every_operation(self, openapi: dict):
        told = {
            (method.upper(), path)
            for path, methods in openapi["paths"].items()
            for method in methods
        }

        there = {
            (call.method, re.sub(r"<(?:\w+:)?(.*?)>", r"{\1}", call.route)) for call in operations()
        }
        assert told == there

    def test_tells_that_any_call_may_end_in_a_problem(self, openapi: dict):
        responses = openapi["paths"]["/api/v1/areas/{kind}"]["get"]["responses"]

        assert "application/problem+json" in responses["default"]["content"]

    def test_may_be_read_from_other_sites(self, client: Client):
        assert client.get("/api/v1/openapi.json")["Access-Control-Allow-Origin"] == "*"

    def test_names_no_operation_twice(self, openapi: dict):
        names = [one["operationId"] for path in openapi["paths"].values() for one in path.values()]

        assert len(names) == len(set(names))

    def test_sums_up_every_operation(self, openapi: dict):
        for path in openapi["paths"].values():
            assert all(one["summary"] and one.get("description") for one in path.values())


class TestOperations:
    def test_all_declare_who_may_call_them(self):
        assert [call for call in operations() if call.rule is None] == []

    def test_are_there_for_each_part_of_the_corridor(self):
        rooms = {call.route.split("/")[3] for call in operations()}

        assert {"areas", "terms", "indicators", "search"} <= rooms


class TestPage:
    def test_tells_every_operation(self, page: str):
        for section in document.sections():
            assert all(one.path in page for one in section.operations)

    def test_asks_nothing_from_other_sites(self, page: str):
        assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)

    def test_has_no_script_or_style_within(self, page: str):
        assert not re.findall(r"<script(?![^>]*src=)|<style|style=", page)

    def test_has_each_id_once(self, page: str):
        ids = re.findall(r'\bid="([^"]+)"', page)

        assert len(ids) == len(set(ids))

    def test_leads_to_the_document(self, page: str):
        assert 'href="/api/v1/openapi.json"' in page

    def test_names_the_fields_of_an_answer_in_a_list(self, page: str):
        assert "wellbeing" in page

    @pytest.mark.parametrize(
        ("language", "title"), [("fi", "Rajapinta koneille"), ("sv", "Gränssnitt för maskiner")]
    )
    def test_speaks_the_language_of_the_reader(self, client: Client, language: str, title: str):
        response = client.get("/api/v1/docs", headers={"Accept-Language": language})

        assert title in response.content.decode()

    def test_takes_no_queries(self, client: Client, django_assert_num_queries):
        client.get("/api/v1/docs")

        with django_assert_num_queries(0):
            client.get("/api/v1/docs")

    def test_cannot_be_posted_to(self, client: Client):
        assert client.post("/api/v1/docs").status_code == 405


class TestTypes:
    @pytest.mark.parametrize(
        ("schema", "words"),
        [
            ({"type": "string"}, "string"),
            ({"$ref": "#/components/schemas/Names"}, "Names"),
            ({"enum": ["fi", "sv"]}, "fi | sv"),
            ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "string | null"),
            ({"type": "array", "items": {"type": "integer"}}, "integer[]"),
            ({}, "object"),
        ],
    )
    def test_are_told_in_a_word_or_two(self, schema: dict, words: str):
        assert document._kind(schema) == words
