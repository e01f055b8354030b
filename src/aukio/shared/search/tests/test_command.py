"""`aukio search …`."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from django.utils import translation

from aukio.shared.areas.tests.factories import area
from aukio.shared.search.command import group
from aukio.shared.search.models import SearchEntry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("only_areas")]


def run(*arguments: str):
    with translation.override("en"):
        return CliRunner().invoke(group, list(arguments))


def test_rebuild_makes_the_index():
    area()

    run("rebuild")

    assert SearchEntry.objects.count() == 2


def test_rebuild_tells_how_many_objects_can_be_found():
    area()

    assert run("rebuild").stdout == "1 object can be found.\n"


def test_rebuild_tells_machines_each_kind():
    area()

    answer = json.loads(run("rebuild", "--format", "json").stdout)

    assert answer == {"objects": 1, "kinds": {"area": 1}}


def test_find_lists_titles_and_addresses():
    area(name="Forssa", code="061")
    run("rebuild")

    assert run("find", "forssan").stdout == "Forssa – /fi/areas/061\n"


def test_find_says_when_nothing_was_found():
    assert run("find", "forssa").stdout == "Nothing was found.\n"


def test_find_answers_machines_in_json():
    area(name="Forssa")
    run("rebuild")

    answer = json.loads(run("find", "forssa", "--format", "json").stdout)

    assert (answer["total"], answer["hits"][0]["title"]) == (1, "Forssa")


def test_find_takes_words_of_any_kind():
    assert run("find", "--", "'\"(*", "NOT").exit_code == 0
