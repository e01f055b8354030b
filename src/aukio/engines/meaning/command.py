"""``aukio meaning``: themes and quotes of a table of notes, without a server or a database."""

import json
import sys
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

import click

if TYPE_CHECKING:
    from aukio.engines.meaning import CodeProposals, Note, Quote, Themes
    from aukio.engines.text import TableFault

UNUSABLE = 2
_QUIET_SECONDS = 2.0
_FORMATS = click.Choice(["text", "json"])


@click.group(name="meaning")
def group() -> None:
    """Themes, quotes and codes in what many people said."""


def _table_options(command: Callable[..., None]) -> Callable[..., None]:
    options = (
        click.argument("file", type=click.Path()),
        click.option("--text", "text_column", required=True, help="Column with the words."),
        click.option("--language", "language_column", help="Column with fi, sv, en …"),
        click.option("--id", "id_column", help="Column with ids; else the row's number from 1."),
        click.option(
            "--format", "form", type=_FORMATS, default="text", help="For people or machines."
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


_title_option = click.option(
    "--title",
    "title_column",
    help="Column read with the words and never quoted; else the one called title, otsikko or "
    'rubrik, if there is one; --title "" reads none.',
)


@group.command()
@_table_options
@_title_option
@click.option("--seed", default=0, show_default=True, help="Same seed, same themes.")
def themes(
    file: str,
    text_column: str,
    language_column: str | None,
    id_column: str | None,
    form: str,
    title_column: str | None,
    seed: int,
) -> None:
    """Group the notes in FILE (CSV or TSV) into themes over all languages.

    JSON: themes [{id, label by language, size, quotes [{id, start, end, text}]}], largest
    first; assignments [{id, theme}], one for each row in the order of FILE; coverage, 0 to 1.
    Offsets count characters of the column of the words.
    """
    notes = _notes(file, text_column, language_column, id_column, title_column)
    from aukio.engines.meaning import find_themes

    tell = _progress()
    found = find_themes(
        notes, progress=lambda done, total, what: tell(done, total, f"% {what}"), seed=seed
    )
    click.echo(_themes_json(found) if form == "json" else _themes_text(found))


@group.command()
@_table_options
@click.option("--count", default=20, show_default=True, type=click.IntRange(min=1))
def quotes(
    file: str,
    text_column: str,
    language_column: str | None,
    id_column: str | None,
    form: str,
    count: int,
) -> None:
    """Pick the sentences in FILE (CSV or TSV) that together cover what all of them say.

    JSON: quotes [{id, start, end, text}], the most telling first; coverage, 0 to 1.
    """
    notes = _notes(file, text_column, language_column, id_column)
    from aukio.engines.meaning import coverage, pick_quotes, sentences
    from aukio.engines.text import embed

    vectors = embed([quote.text for quote in sentences(notes)], progress=_progress())
    chosen = pick_quotes(notes, count=count, embeddings=vectors)
    covered = coverage(notes, chosen, vectors)
    click.echo(_quotes_json(chosen, covered) if form == "json" else _quotes_text(chosen, covered))


@group.command()
@_table_options
@click.option(
    "--coded",
    required=True,
    type=click.Path(),
    help="Table with the columns id and code: a row for each code a person gave; an empty code "
    "says that none fits.",
)
@_title_option
@click.option("--single", is_flag=True, help="Exactly one code for every note.")
@click.option("--ask", default=10, show_default=True, type=click.IntRange(min=0))
def codes(
    file: str,
    text_column: str,
    language_column: str | None,
    id_column: str | None,
    form: str,
    coded: str,
    title_column: str | None,
    single: bool,
    ask: int,
) -> None:
    """Propose codes for the rest of FILE (CSV or TSV) from those people gave.

    JSON: proposals [{id, code, confidence 0 to 1, words, like}], surest first: words of the
    note that speak for the code, and the nearest notes coded so; next: the ids to code next.
    """
    notes = _notes(file, text_column, language_column, id_column, title_column)
    given = _coded(coded, {note.id for note in notes})
    from aukio.engines.meaning import propose_codes

    found = propose_codes(notes, given, single=single, ask=ask, progress=_progress())
    click.echo(_codes_json(found) if form == "json" else _codes_text(found))


def _coded(file: str, known: set[str]) -> dict[str, set[str]]:
    from aukio.engines.text import TableFault, read_table

    given: dict[str, set[str]] = {}
    try:
        table = read_table(file, wanted=["id", "code"])
        pairs = zip(table.column("id"), table.column("code"), strict=True)
        for row, (name, code) in enumerate(pairs, 2):
            if name not in known:
                where = f"{table.name}, row {row}, column “id”"
                mend = "Use the ids of the table of notes; see --id."
                raise TableFault("ids", f"There is no note “{name}”.", where, mend)
            given.setdefault(name, set()).update({code.strip()} - {""})
    except TableFault as fault:
        _refuse(fault)
    return given


def _notes(
    file: str, text: str, language: str | None, identity: str | None, title: str | None = ""
) -> list["Note"]:
    from aukio.engines.meaning._reading import read_notes
    from aukio.engines.text import TableFault

    try:
        return read_notes(file, text=text, language=language, identity=identity, title=title)
    except TableFault as fault:
        _refuse(fault)


def _refuse(fault: "TableFault") -> NoReturn:
    click.echo(f"{fault.where}: {fault.what} {fault.mend}", err=True)
    raise SystemExit(UNUSABLE)


class _Tell(Protocol):
    def __call__(self, done: int, total: int, what: str = ...) -> None: ...


def _progress() -> _Tell:
    """Return a callback that tells of long work on standard error, and of short work nothing."""
    begun = time.monotonic()
    told = [begun]

    def tell(done: int, total: int, what: str = "sentences read") -> None:
        now = time.monotonic()
        if now - begun < _QUIET_SECONDS or (now - told[0] < 1 and done < total):
            return
        told[0] = now
        live = sys.stderr.isatty()
        line = f"{done} {what}" if what.startswith("%") else f"{done}/{total} {what}"
        click.echo(f"\r{line:<40}" if live else line, err=True, nl=not live)
        if live and done == total:
            click.echo(err=True)

    return tell


def _quote(quote: "Quote") -> dict[str, Any]:
    return {"id": quote.id, "start": quote.start, "end": quote.end, "text": quote.text}


def _themes_json(found: "Themes") -> str:
    return _json(
        {
            "themes": [
                {
                    "id": theme.id,
                    "label": dict(theme.label),
                    "size": theme.size,
                    "quotes": [_quote(quote) for quote in theme.quotes],
                }
                for theme in found.themes
            ],
            "assignments": [
                {"id": note, "theme": theme} for note, theme in found.assignments.items()
            ],
            "coverage": round(found.coverage, 4),
        }
    )


def _quotes_json(chosen: Sequence["Quote"], covered: float) -> str:
    return _json({"quotes": [_quote(quote) for quote in chosen], "coverage": round(covered, 4)})


def _codes_json(found: "CodeProposals") -> str:
    return _json(
        {
            "proposals": [
                {
                    "id": one.id,
                    "code": one.code,
                    "confidence": one.confidence,
                    "words": one.words,
                    "like": one.like,
                }
                for one in found.proposals
            ],
            "next": found.next_ids,
        }
    )


def _codes_text(found: "CodeProposals") -> str:
    lines = [
        f"{one.confidence:4.0%}  {one.id}  {one.code}"
        + (f"  ({', '.join(one.words)})" if one.words else "")
        for one in found.proposals
    ]
    if not lines:
        lines = ["No proposals yet: at least ten notes must be coded first."]
    return "\n".join([*lines, "", f"Code next: {', '.join(found.next_ids) or '–'}"])


def _json(answer: dict[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _themes_text(found: "Themes") -> str:
    lines = [f"{len(found.themes)} themes in {len(found.assignments)} notes"]
    for theme in found.themes:
        names = " · ".join(f"{language}: {label}" for language, label in theme.label.items())
        lines += ["", f"{theme.id}  {theme.size} notes  {names}"]
        lines += [f"    “{_one_line(quote)}” ({quote.id})" for quote in theme.quotes]
    return "\n".join([*lines, "", f"The quotes cover {found.coverage:.0%} of what was said."])


def _quotes_text(chosen: Sequence["Quote"], covered: float) -> str:
    lines = [
        f"{place:>3}. “{_one_line(quote)}” ({quote.id}, {quote.start}–{quote.end})"
        for place, quote in enumerate(chosen, 1)
    ]
    return "\n".join([*lines, "", f"The quotes cover {covered:.0%} of what was said."])


def _one_line(quote: "Quote") -> str:
    return " ".join(quote.text.split())
