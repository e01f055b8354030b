"""The index over ``terms``: FTS5 on SQLite, GIN on PostgreSQL.

Terms are computed by us and separated by spaces, so neither database may change them: the
FTS5 tokenizer keeps letters with marks, and PostgreSQL makes its vector from an array instead
of parsing text (which would cut `1e5` or `a-b` in its own way).
"""

from django.db import migrations

SQLITE = [
    """CREATE VIRTUAL TABLE search_terms USING fts5(
        terms, content='search_searchentry', content_rowid='id',
        tokenize="unicode61 remove_diacritics 0", detail=none)""",
    """CREATE TRIGGER search_terms_added AFTER INSERT ON search_searchentry BEGIN
        INSERT INTO search_terms(rowid, terms) VALUES (new.id, new.terms);
    END""",
    """CREATE TRIGGER search_terms_removed AFTER DELETE ON search_searchentry BEGIN
        INSERT INTO search_terms(search_terms, rowid, terms) VALUES ('delete', old.id, old.terms);
    END""",
    """CREATE TRIGGER search_terms_changed AFTER UPDATE ON search_searchentry BEGIN
        INSERT INTO search_terms(search_terms, rowid, terms) VALUES ('delete', old.id, old.terms);
        INSERT INTO search_terms(rowid, terms) VALUES (new.id, new.terms);
    END""",
    "INSERT INTO search_terms(search_terms) VALUES ('rebuild')",
]
SQLITE_BACK = [
    "DROP TRIGGER search_terms_added",
    "DROP TRIGGER search_terms_removed",
    "DROP TRIGGER search_terms_changed",
    "DROP TABLE search_terms",
]
POSTGRESQL = [
    """CREATE INDEX search_terms_gin ON search_searchentry
        USING gin (array_to_tsvector(string_to_array(terms, ' ')))"""
]
POSTGRESQL_BACK = ["DROP INDEX search_terms_gin"]


def _run(editor, by_vendor):
    for statement in by_vendor[editor.connection.vendor]:
        editor.execute(statement)


def make(apps, editor):
    _run(editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def drop(apps, editor):
    _run(editor, {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK})


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(make, drop)]
