"""Lists a page at a time."""

from __future__ import annotations

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aukio.shared.areas.models import Area
from aukio.shared.areas.tests.factories import area

pytestmark = pytest.mark.django_db
LIST = "/api/v1/areas/municipality"


@pytest.fixture
def _ten() -> None:
    for number in range(10):
        area(code=f"{number:03}")


def follow(client: Client, address: str | None) -> list[list[str]]:
    """The codes of each page from this address on."""
    pages = []
    while address:
        answer = client.get(address).json()
        pages.append([item["code"] for item in answer["items"]])
        address = answer["next"]
    return pages


@pytest.mark.usefixtures("_ten")
class TestFollowing:
    def test_pages_joined_are_the_whole(self, client: Client):
        pages = follow(client, f"{LIST}?limit=3")

        assert [code for page in pages for code in page] == [f"{n:03}" for n in range(10)]

    def test_pages_are_as_long_as_asked_for(self, client: Client):
        assert [len(page) for page in follow(client, f"{LIST}?limit=4")] == [4, 4, 2]

    def test_the_last_full_page_has_no_next(self, client: Client):
        assert [len(page) for page in follow(client, f"{LIST}?limit=5")] == [5, 5]

    def test_a_row_added_before_the_place_is_not_repeated(self, client: Client):
        first = client.get(f"{LIST}?limit=3").json()
        area(code="0005")

        assert follow(client, first["next"])[0] == ["003", "004", "005"]

    def test_a_row_removed_before_the_place_skips_no_other(self, client: Client):
        first = client.get(f"{LIST}?limit=3").json()
        Area.objects.get(code="001").delete()

        assert follow(client, first["next"])[0] == ["003", "004", "005"]

    def test_other_parameters_are_kept(self, client: Client):
        assert "year=2025" in client.get(f"{LIST}?limit=3&year=2025").json()["next"]

    def test_the_same_page_has_the_same_cursor(self, client: Client):
        once, again = (client.get(f"{LIST}?limit=3").json()["next"] for _ in range(2))

        assert once == again

    def test_the_cursor_tells_nothing_by_itself_of_the_page_number(self, client: Client):
        assert "page" not in client.get(f"{LIST}?limit=3").json()["next"]


@pytest.mark.usefixtures("_ten")
class TestForeignCursors:
    def cursor(self, client: Client) -> str:
        return client.get(f"{LIST}?limit=3").json()["next"].split("cursor=")[1]

    def test_of_another_list_do_not_fit(self, client: Client):
        response = client.get(f"/api/v1/areas/region?cursor={self.cursor(client)}")

        assert response.status_code == 422

    def test_of_another_filter_do_not_fit(self, client: Client):
        response = client.get(f"{LIST}?year=2025&cursor={self.cursor(client)}")

        assert response.status_code == 422

    def test_of_another_length_of_page_do_fit(self, client: Client):
        response = client.get(f"{LIST}?limit=1&cursor={self.cursor(client)}")

        assert [item["code"] for item in response.json()["items"]] == ["003"]

    def test_tell_how_to_mend_it(self, client: Client):
        response = client.get(f"{LIST}?cursor=x", headers={"Accept-Language": "en"})

        assert "Begin without a cursor" in response.json()["errors"][0]["mend"]

    @given(st.text(max_size=60))
    @settings(
        suppress_health_check=[HealthCheck.function_scoped_fixture],
        deadline=None,
        max_examples=50,
    )
    def test_of_any_characters_are_answered(self, client: Client, cursor: str):
        text = cursor.encode("utf-8", "replace").decode()

        assert client.get(LIST, {"cursor": text}).status_code in {200, 400, 422}


@pytest.mark.parametrize("limit", ["0", "-1", "201", "x", "1.5", "9" * 40])
def test_a_length_that_does_not_fit_is_refused(client: Client, limit: str):
    assert client.get(f"{LIST}?limit={limit}").status_code == 422


def test_the_longest_page_is_two_hundred(client: Client):
    Area.objects.bulk_create(
        Area(kind="municipality", code=f"{n:04}", name_fi="A", name_sv="A", first_year=2025)
        for n in range(201)
    )

    assert [len(page) for page in follow(client, f"{LIST}?limit=200")] == [200, 1]
