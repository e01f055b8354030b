"""SQLite and PostgreSQL find the same, in the same order."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import environ
import psycopg
import pytest
from django.db import connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aukio.shared.search import queries
from aukio.shared.search.models import SearchEntry
from aukio.shared.search.tests.factories import entry, index_corpus

pytestmark = pytest.mark.postgres
index = import_module("aukio.shared.search.migrations.0002_index")
QUERIES = (
    "kunta", "kuntien päätökset", "kommunernas", "municipality", "Helsinki", "helsingin",
    "hyvinvointialueet", "palvelut", "metsä", "forest", "skogar", "005", "1e5", "a-b", "COVID-19",
    "sträng", "ſträng", "fint", "ﬁnt", "žurnalisti", "čohkkiras", "ääni", "aani", "🎉", "ja",
    "nuoret ja kunnat", "2,5", "x", "", "kunnan avaruusalus", "metsän nuoret palvelut zzz",
    "forests skogar metsät",
)  # fmt: skip


@pytest.fixture(scope="module")
def both(
    postgres_url: str, tmp_path_factory: pytest.TempPathFactory, django_db_blocker
) -> Iterator[tuple[str, str]]:
    """Two databases with nothing but the index in them."""
    path = tmp_path_factory.mktemp("search") / "search.sqlite3"
    schema = f"search_{os.getpid()}"  # several processes may run the tests side by side
    given_databases = {
        "search_sqlite": sqlite(path),
        "search_postgres": postgres(postgres_url, schema),
    }
    in_server(postgres_url, f"CREATE SCHEMA {schema}")
    whole = connections.configure_settings({"default": {}, **given_databases})
    with django_db_blocker.unblock():
        for alias in given_databases:
            connections.settings[alias] = whole[alias]
            prepare(alias)
        yield "search_sqlite", "search_postgres"
        for alias in given_databases:
            clear(alias)
            connections[alias].close()
            del connections[alias]
            del connections.settings[alias]
    in_server(postgres_url, f"DROP SCHEMA {schema} CASCADE")


def sqlite(path: Path) -> dict:
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path)}


def postgres(url: str, schema: str) -> dict:
    options = {"options": f"-c search_path={schema}"}
    return {**environ.Env.db_url_config(url), "OPTIONS": options}


def in_server(url: str, statement: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)


def prepare(alias: str) -> None:
    clear(alias)
    with connections[alias].schema_editor() as editor:
        editor.create_model(SearchEntry)
    with connections[alias].schema_editor() as editor:
        index.make(None, editor)


def clear(alias: str) -> None:
    with connections[alias].cursor() as cursor:
        for table in ("search_terms", "search_searchentry"):
            cursor.execute(f"DROP TABLE IF EXISTS {table}")


def found(alias: str, text: str, **options) -> list[tuple]:
    page = queries.look_up(text, language="fi", limit=200, using=alias, **options)
    counted = [(page.total, *sorted(page.kinds.items()))]
    return counted + [(hit.kind, hit.object_id, hit.language, hit.score) for hit in page.hits]


@pytest.fixture
def corpus_in_both(both: tuple[str, str]) -> tuple[str, str]:
    for alias in both:
        SearchEntry.objects.using(alias).all().delete()
        index_corpus(copies=4, using=alias)
    return both


@pytest.mark.parametrize("text", QUERIES)
def test_hits_and_order_are_the_same(corpus_in_both: tuple[str, str], text: str):
    sqlite, postgres = corpus_in_both

    assert found(sqlite, text) == found(postgres, text)


def test_the_comparison_is_not_of_nothing_with_nothing(corpus_in_both: tuple[str, str]):
    finding = [text for text in QUERIES if len(found(corpus_in_both[0], text)) > 1]

    assert len(finding) > 20


def test_a_changed_entry_is_found_by_its_new_words_only(both: tuple[str, str]):
    for alias in both:
        SearchEntry.objects.using(alias).all().delete()
        entry(0, title="Vanha", summary="", text="").save(using=alias)
        row = SearchEntry.objects.using(alias).get()
        new = entry(0, title="Hirvi", summary="", text="")
        row.terms, row.title = new.terms, new.title
        row.save(using=alias)

        assert (len(found(alias, "hirvi")), len(found(alias, "vanha"))) == (2, 1)


def test_a_removed_entry_is_found_no_more(both: tuple[str, str]):
    for alias in both:
        SearchEntry.objects.using(alias).all().delete()
        entry(0, title="Hirvi").save(using=alias)
        SearchEntry.objects.using(alias).all().delete()

        assert len(found(alias, "hirvi")) == 1


@given(
    texts=st.lists(st.text(max_size=30), min_size=1, max_size=5),
    query=st.text(max_size=12),
    number=st.integers(0, 4),
)
@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_any_text_is_found_or_not_by_any_words_alike(
    both: tuple[str, str], texts: list[str], query: str, number: int
):
    looked_for = f"{query} {texts[number % len(texts)][:8]}"
    for alias in both:
        SearchEntry.objects.using(alias).all().delete()
        rows = [entry(0, object_id=str(n), title="T", text=text) for n, text in enumerate(texts)]
        SearchEntry.objects.using(alias).bulk_create(rows)

    sqlite, postgres = both
    assert found(sqlite, looked_for) == found(postgres, looked_for)
