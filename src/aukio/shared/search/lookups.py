"""The one question asked of a database's own index: which entries hold these terms?

``SearchEntry.objects.filter(terms__hold=groups)`` with groups of safe terms (`words.py`):
an entry is found when it holds at least one term of every group.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Lookup, TextField

Groups = tuple[tuple[str, ...], ...]
Compiled = tuple[str, list[Any]]


@TextField.register_lookup
class Hold(Lookup[Any]):
    lookup_name = "hold"
    prepare_rhs = False

    def as_sqlite(self, compiler: Any, connection: Any) -> Compiled:
        table = self.lhs.alias
        question = " AND ".join(_either(group, '"', " OR ") for group in self.rhs)
        sql = f'"{table}"."id" IN (SELECT rowid FROM search_terms WHERE search_terms MATCH %s)'  # noqa: S608 -- our own alias
        return sql, [question]

    def as_postgresql(self, compiler: Any, connection: Any) -> Compiled:
        column, parameters = self.process_lhs(compiler, connection)
        question = " & ".join(_either(group, "'", " | ") for group in self.rhs)
        sql = f"array_to_tsvector(string_to_array({column}, ' ')) @@ %s::tsquery"
        return sql, [*parameters, question]

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        raise NotImplementedError(f"search does not know the database {connection.vendor}")


def _either(group: tuple[str, ...], quote: str, or_: str) -> str:
    return "(" + or_.join(f"{quote}{term}{quote}" for term in group) + ")"
