"""``aukio opinions``: opinion maps of votes in a file, without a server or a database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from aukio.engines.opinions import Comment, VoteMatrix, VotesFault

UNUSABLE = 2
_SIGN = click.option(
    "--agree-is",
    type=click.Choice(["1", "-1"]),
    default="1",
    show_default=True,
    help="What FILE writes for agreeing: 1 in exports, -1 in the Polis database and API.",
)
_COMMENTS = click.option(
    "--comments",
    type=click.Path(),
    help="comments.csv: the words, and which statements a moderator rejected.",
)


@click.group(name="opinions")
def group() -> None:
    """Opinion maps: who votes alike, what unites and what divides."""


@group.command(name="map")
@click.argument("file", type=click.Path())
@_SIGN
@_COMMENTS
@click.option("--groups", type=click.IntRange(1, 20), help="As many; else 2 to 5 by silhouette.")
@click.option("--threshold", type=click.IntRange(min=1), default=7, show_default=True,
              help="Fewest votes for a place on the map.")  # fmt: skip
@click.option("--resamples", type=click.IntRange(0, 1000), default=25, show_default=True,
              help="How many times groups are found again to see if they hold.")  # fmt: skip
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True,
              help="Same seed, same samples.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text",
              help="For people or machines.")  # fmt: skip
def map_votes(
    file: str,
    agree_is: str,
    comments: str | None,
    groups: int | None,
    threshold: int,
    resamples: int,
    seed: int,
    form: str,
) -> None:
    """Map the votes in FILE: votes.csv or participants-votes.csv of a Polis export.

    Of several votes of one person on one statement the newest counts. Statements that
    a moderator rejected are left out when --comments is given.
    """
    votes, words = _read(file, agree_is, comments)
    from aukio.engines.opinions import as_document, as_table, as_text, opinion_map, stability

    found = opinion_map(votes, groups=groups, threshold=threshold)
    held = stability(votes, found, resamples=resamples, seed=seed) if resamples else None
    if form == "json":
        click.echo(json.dumps(as_document(found, held), ensure_ascii=False))
    elif form == "csv":
        click.echo(as_table(found, held), nl=False)
    else:
        click.echo(as_text(found, held, {one.id: one.text for one in words}))


@group.command()
@click.argument("file", type=click.Path())
@_SIGN
@_COMMENTS
@click.option("--to", "target", type=click.Choice(["matrix", "votes"]), default="matrix",
              show_default=True, help="participants-votes.csv or votes.csv.")  # fmt: skip
@click.option("--write-agree-as", type=click.Choice(["1", "-1"]), default="1", show_default=True,
              help="What the new file writes for agreeing.")  # fmt: skip
@click.option("--output", "-o", type=click.Path(), help="Write here; else to standard output.")
def convert(
    file: str,
    agree_is: str,
    comments: str | None,
    target: str,
    write_agree_as: str,
    output: str | None,
) -> None:
    """Write the newest votes in FILE in the other format, or with the other sign."""
    votes, _words = _read(file, agree_is, comments)
    from aukio.engines.opinions import matrix_csv, single_votes, votes_csv

    sign = int(write_agree_as)
    if target == "matrix":
        text = matrix_csv(votes, agree_is=sign)
    else:
        text = votes_csv(single_votes(votes), agree_is=sign)
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        Path(output).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        click.echo(f"{output}: it cannot be written ({error.strerror}).", err=True)
        raise SystemExit(UNUSABLE) from error


def _read(file: str, agree_is: str, comments: str | None) -> tuple[VoteMatrix, tuple[Comment, ...]]:
    from aukio.engines.opinions import REJECTED, VotesFault, check_sign, read_comments, read_votes

    try:
        votes = read_votes(file, agree_is=int(agree_is))
        words = read_comments(comments) if comments else ()
        check_sign(votes, words, file=Path(file).name)
    except VotesFault as fault:
        _refuse(fault)
    return votes.without(one.id for one in words if one.moderated == REJECTED), words


def _refuse(fault: VotesFault) -> NoReturn:
    from aukio.engines.opinions._telling import own_language, told

    click.echo(told(fault, own_language()), err=True)
    raise SystemExit(UNUSABLE)
