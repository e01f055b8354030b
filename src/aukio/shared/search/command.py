"""`aukio search …`: the search index."""

from __future__ import annotations

from typing import Any

import click
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aukio.shared.search import actions, queries
from aukio.shared.terms.reporting import format_option, write


@click.group()
def group() -> None:
    """The index behind the search page; it holds public objects only."""


@group.command()
@format_option
def rebuild(format_: str) -> None:
    """Make the index anew from everything public."""
    counts = actions.rebuild()
    total = sum(counts.values())
    text = ngettext("%(count)d object can be found.", "%(count)d objects can be found.", total)
    write({"objects": total, "kinds": counts}, text % {"count": total}, format_)


@group.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--language", default="fi", help="The reader's language: fi, sv or en.")
@click.option("--limit", type=click.IntRange(1, 100), default=20, help="How many hits at most.")
@format_option
def find(words: tuple[str, ...], language: str, limit: int, format_: str) -> None:
    """Find public objects by WORDS."""
    found = queries.look_up(" ".join(words), language=language, limit=limit)
    lines = [f"{hit.title} – {hit.url}" for hit in found.hits]
    hits = [_as_dict(hit) for hit in found.hits]
    text = "\n".join(lines) or _("Nothing was found.")
    write({"total": found.total, "hits": hits}, text, format_)


def _as_dict(hit: queries.Hit) -> dict[str, Any]:
    names = ("kind", "object_id", "language", "title", "summary", "url", "score")
    return {name: getattr(hit, name) for name in names}
