"""The rooms' operations move in by themselves; none of them breaks on any input."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aukio.shared.api import document
from aukio.shared.api.house import api, open_house, operations, places
from aukio.shared.areas.tests.factories import area
from aukio.shared.search.tests.factories import index_corpus
from aukio.shared.terms.tests.factories import term

pytestmark = pytest.mark.django_db
OURS = ("areas", "terms", "indicators", "search")


def told() -> Iterator[tuple[str, dict]]:
    """Our reading operations as the document tells them."""
    for path, methods in document.document()["paths"].items():
        if path.split("/")[3] in OURS and "get" in methods:
            yield path, methods["get"]


class TestMovingIn:
    def test_the_house_is_opened_once(self):
        assert open_house() is open_house() is api

    def test_every_address_has_a_name(self):
        assert all(place.name for place in places())

    def test_names_are_not_shared_within_our_rooms(self):
        names = [place.name for place in places() if place.route.split("/")[0] in OURS]

        assert len(names) == len(set(names))

    @pytest.mark.parametrize(
        ("name", "arguments", "address"),
        [
            ("api:areas-areas", ["region"], "/api/v1/areas/region"),
            ("api:areas-area", ["region", "01"], "/api/v1/areas/region/01"),
            ("api:terms-vocabularies", [], "/api/v1/terms"),
            ("api:terms-terms", ["age-bands"], "/api/v1/terms/age-bands"),
            ("api:indicators-indicators", [], "/api/v1/indicators"),
            ("api:indicators-figure", ["a.b"], "/api/v1/indicators/a.b"),
            ("api:search-search", [], "/api/v1/search"),
        ],
    )
    def test_a_name_gives_the_address(self, name: str, arguments: list[str], address: str):
        assert reverse(name, args=arguments) == address

    def test_reading_is_all_that_our_rooms_offer(self):
        ours = [call for call in operations() if call.route.split("/")[3] in OURS]

        assert {(call.method, call.rule) for call in ours} == {("GET", "public")}


@pytest.fixture
def _something_everywhere() -> None:
    area(code="01", kind="region")
    area()
    term("online")
    index_corpus()


@pytest.mark.usefixtures("_something_everywhere")
class TestAnyInput:
    @given(data=st.data())
    @settings(
        suppress_health_check=[HealthCheck.function_scoped_fixture],
        deadline=None,
        max_examples=150,
    )
    def test_is_answered_without_breaking(self, client: Client, data: st.DataObject):
        path, operation = data.draw(st.sampled_from(list(told())))
        words = st.text(alphabet=st.characters(codec="utf-8"), max_size=12)
        given_value = st.one_of(words, st.integers().map(str), st.sampled_from(["01", "region"]))
        parameters = operation.get("parameters", [])
        asked = {one["name"]: data.draw(given_value) for one in parameters if one["in"] == "query"}
        plain = st.text(alphabet="abc019.-", min_size=1, max_size=10)
        address = re.sub(r"{\w+}", lambda found: data.draw(plain | st.just("region")), path)

        response = client.get(address, asked)

        assert response.status_code in {200, 400, 404, 422}

    def test_that_is_no_list_of_one_value_is_answered(self, client: Client):
        assert client.get("/api/v1/areas/region?limit=1&limit=2").status_code == 200

    def test_of_unknown_parameters_is_passed_over(self, client: Client):
        assert client.get("/api/v1/areas/region?colour=blue").status_code == 200

    @pytest.mark.parametrize("query", ["%", "%zz", "q=%ff", "=", "&&", "q[]=1", "limit"])
    def test_of_broken_queries_is_answered(self, client: Client, query: str):
        assert client.get(f"/api/v1/search?{query}").status_code in {200, 422}


class TestAnswers:
    @pytest.mark.usefixtures("_something_everywhere")
    @pytest.mark.parametrize("address", ["areas/region", "terms", "indicators", "search?q=kunta"])
    def test_are_json_in_utf8(self, client: Client, address: str):
        response = client.get(f"/api/v1/{address}")

        assert response["Content-Type"] == "application/json; charset=utf-8"

    def test_keep_letters_readable(self, client: Client):
        area(name="Äänekoski")

        assert "Äänekoski" in client.get("/api/v1/areas/municipality").content.decode()

    @pytest.mark.parametrize("address", ["areas/region", "terms", "indicators", "openapi.json"])
    def test_carry_the_same_guard_rails_as_pages(self, client: Client, address: str):
        headers = client.get(f"/api/v1/{address}").headers

        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in headers["Content-Security-Policy"]

    @pytest.mark.parametrize("address", ["areas/region", "terms", "indicators", "search?q=kunta"])
    def test_set_no_cookie(self, client: Client, address: str):
        assert not client.get(f"/api/v1/{address}").cookies

    @pytest.mark.parametrize("language", ["fi", "sv", "en"])
    def test_of_data_do_not_depend_on_the_language_of_the_caller(
        self, client: Client, language: str
    ):
        area(code="01", kind="region")
        plain = client.get("/api/v1/areas/region")

        asked = client.get("/api/v1/areas/region", headers={"Accept-Language": language})

        assert asked["ETag"] == plain["ETag"]
