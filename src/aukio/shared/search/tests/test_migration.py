"""The index comes with the migrations and goes with them."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.db import connection

from aukio.shared.search import queries
from aukio.shared.search.models import SearchEntry
from aukio.shared.search.tests.factories import entry

index = import_module("aukio.shared.search.migrations.0002_index")


def parts() -> set[str]:
    """The names of what keeps the index, in whichever database this is."""
    question = {
        "sqlite": "SELECT name FROM sqlite_master WHERE name LIKE 'search_terms%'",
        "postgresql": "SELECT indexname FROM pg_indexes WHERE indexname LIKE 'search_terms%'",
    }
    with connection.cursor() as cursor:
        cursor.execute(question[connection.vendor])
        return {row[0] for row in cursor.fetchall()}


@pytest.mark.django_db
def test_the_index_is_there():
    wanted = {"sqlite": "search_terms_changed", "postgresql": "search_terms_gin"}

    assert wanted[connection.vendor] in parts()


@pytest.mark.django_db(transaction=True)
def test_the_index_can_be_taken_down_and_put_up_again_without_losing_anything():
    entry(3).save()

    with connection.schema_editor() as editor:
        index.drop(None, editor)
    gone = parts()
    with connection.schema_editor() as editor:
        index.make(None, editor)

    assert not gone
    assert [hit.title for hit in queries.find("kuntien talous", "fi")] == ["Kunnan talous"]


@pytest.mark.django_db
def test_a_row_changed_by_whatever_road_is_found_by_its_new_words():
    entry(3).save()
    new = entry(2)

    SearchEntry.objects.update(terms=new.terms, title=new.title)

    assert [hit.title for hit in queries.find("metsä", "fi")] == ["Luonnon monimuotoisuus"]
    assert queries.find("talous", "fi") == []
