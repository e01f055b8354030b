"""`aukio wording`: check documents and list constructions, without a server or a database."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from aukio.engines.clarity import Checked, Fetcher, Glossary, Request, Suppression

UNUSABLE = 2
PROFILES = ("easy", "official", "web")
LANGUAGES = ("fi", "sv", "en", "auto")
WEB = ("http://", "https://")
QUICK = click.option("--quick", is_flag=True, help="Only rules that need no language model.")
AGENT = click.option(
    "--user-agent",
    default="",
    envvar="AUKIO_USER_AGENT",
    help="How to name oneself to web servers. [env: AUKIO_USER_AGENT]",
)
ALLOW_LOCAL = click.option(
    "--allow-local", is_flag=True, help="Also addresses of one's own machine and network."
)


@click.group(name="wording")
def group() -> None:
    """Easy and clear language: check texts and see what makes them hard."""


@group.command()
@click.argument("files", nargs=-1, required=True)
@click.option("--language", type=click.Choice(LANGUAGES), default="auto", show_default=True)
@click.option("--profile", type=click.Choice(PROFILES), default="official", show_default=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "sarif")),
    default="text",
    show_default=True,
)
@click.option("--goal", type=click.FloatRange(0, 100), help="Exit 1 when a score is below.")
@click.option("--say-in", type=click.Choice(LANGUAGES[:3]), help="Language of the messages.")
@click.option("--glossary", type=click.Path(path_type=Path), help="House glossary (YAML).")
@click.option("--allow", multiple=True, metavar="RULE=REASON", help="Let a rule be, with reason.")
@QUICK
@AGENT
@ALLOW_LOCAL
def check(
    files: tuple[str, ...],
    language: str,
    profile: str,
    form: str,
    goal: float | None,
    say_in: str | None,
    glossary: Path | None,
    allow: tuple[str, ...],
    quick: bool,
    user_agent: str,
    allow_local: bool,
) -> None:
    """Check FILES or web addresses. Exit 0: at or above the goal; 1: below; 2: unusable.

    One that cannot be read is told on standard error; the others are checked all the same.

    Places (start, end) count characters (Unicode code points) from 0. In text, Markdown and HTML
    they are places in the file. In Word, OpenDocument and PDF they are places in its words:
    paragraphs with an empty line between, then notes, headers and footers; a PDF's page by page.
    """
    from aukio.engines.clarity import GOALS, Profile, Request

    wanted = Profile(profile)
    request = Request(
        profile=wanted,
        language=language,
        say_in=say_in or "",
        suppressions=_suppressions(allow),
        deep=not quick,
    )
    asking = _fetcher(user_agent, allow_local)
    checked: list[Checked] = []
    for name in files:
        try:
            checked.append(_checked(name, request, glossary, asking))
        except _Unusable as unusable:
            unusable.show()
    aim = GOALS[wanted] if goal is None else goal
    if checked:
        click.echo(_shown(checked, form, wanted, aim, say_in or ""))
    if len(checked) < len(files):
        sys.exit(UNUSABLE)
    if any(one.report.score < aim for one in checked):
        sys.exit(1)


@group.command()
@click.argument("address")
@click.option("--profile", type=click.Choice(PROFILES), default="web", show_default=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "html", "csv")),
    default="text",
    show_default=True,
)
@click.option("--say-in", type=click.Choice(LANGUAGES[:3]), default="fi", show_default=True)
@click.option("--goal", type=click.FloatRange(0, 100), help="Exit 1 when the site is below.")
@click.option("--pages", type=click.IntRange(1, 20_000), default=100, show_default=True)
@click.option("--seconds", type=click.FloatRange(1), default=1800, show_default=True)
@click.option("--delay", type=click.FloatRange(0), default=1, show_default=True)
@click.option("--depth", type=click.IntRange(0), default=8, show_default=True)
@click.option("--documents", is_flag=True, help="Also PDF, Word and OpenDocument texts.")
@click.option("--state", type=click.Path(path_type=Path), help="File to go on from, if stopped.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the report to a file.")
@QUICK
@AGENT
@ALLOW_LOCAL
def crawl(address: str, form: str, out: Path | None, **asked: Any) -> None:
    """Check the pages of a site, the worst first.

    Reads one page at a time with a pause, as robots.txt asks, on the same host only. Of a very long
    page the first 20,000 words are checked, and the report says so. Ctrl-C ends the reading and
    reports what was read. Exit 0: at or above the goal; 1: below; 2: unusable.
    """
    from aukio.engines.clarity._site._command import report_site, shown

    try:
        report = report_site(address, _fetcher(asked["user_agent"], asked["allow_local"]), asked)
    except (ValueError, OSError, RuntimeError) as error:
        _refuse(f"{address}: {error}")
        raise
    text = shown(report, form, asked["say_in"])
    if out is None:
        click.echo(text)
    else:
        out.write_text(text + "\n", encoding="utf-8")
    aim = report.goal if asked["goal"] is None else asked["goal"]
    if report.score < aim:
        sys.exit(1)


@group.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(LANGUAGES), default="auto", show_default=True)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text")
def structures(file: Path, language: str, form: str) -> None:
    """List the constructions of FILE with their places."""
    from aukio.engines.clarity import structures as find
    from aukio.engines.text import identify_language

    document = _opened(file)
    if language == "auto":
        language = identify_language(document.text[:20_000], among=LANGUAGES[:3])
    rows: list[dict[str, Any]] = []
    for one in find(document.text, language):
        start, end = document.origin(one.start, one.end)
        rows.append({"kind": str(one.kind), "start": start, "end": end})
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        words = " ".join(document.source[row["start"] : row["end"]].split())
        click.echo(f"{row['start']}-{row['end']} {row['kind']}: {words}")


@group.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(LANGUAGES), default="auto", show_default=True)
@click.option("--say-in", type=click.Choice(LANGUAGES[:3]), default="fi", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), required=True, help=".docx, .xlsx, .html")
def sheet(file: Path, language: str, say_in: str, out: Path) -> None:
    """Write the expert's sheet for an easy text, with what the machine found."""
    from aukio.engines.clarity import (
        Profile,
        Request,
        review_sheet,
        sheet_as_docx,
        sheet_as_html,
        sheet_as_xlsx,
    )
    from aukio.engines.clarity import check as run

    kinds = {".docx": sheet_as_docx, ".xlsx": sheet_as_xlsx}
    if out.suffix not in {*kinds, ".html"}:
        _refuse(f"{out}: the sheet is written as .docx, .xlsx or .html")
    document = _opened(file)
    report = run(document, Request(profile=Profile.EASY, language=language))
    made = review_sheet(document, report, say_in)
    if out.suffix == ".html":
        out.write_text(sheet_as_html(made, say_in), encoding="utf-8")
    else:
        out.write_bytes(kinds[out.suffix](made))


@group.command()
def serve() -> None:
    """Language server for editors (LSP over standard input and output)."""
    from aukio.engines.clarity._language_server import server

    server().start_io()


def _checked(name: str, request: Request, glossary: Path | None, asking: Fetcher) -> Checked:
    from dataclasses import replace

    from aukio.engines.clarity import Checked
    from aukio.engines.clarity import check as run
    from aukio.engines.text import identify_language

    document, said = _fetched(name, asking) if name.startswith(WEB) else (_opened(Path(name)), "")
    language = request.language
    if language == "auto":
        known = said in LANGUAGES[:3]
        language = said if known else identify_language(document.text, among=LANGUAGES[:3])
    asked = replace(request, language=language, glossary=_glossary(glossary, language))
    return Checked(name, document, run(document, asked))


def _fetched(address: str, asking: Fetcher) -> tuple[Any, str]:
    from aukio.engines.clarity import FetchError, UnusableDocumentError, fetch_document

    try:
        return fetch_document(address, asking)
    except (FetchError, UnusableDocumentError) as error:
        _refuse(f"{address}: {error}")
        raise


def _fetcher(user_agent: str, allow_local: bool) -> Fetcher:
    from aukio.engines.clarity import Fetcher

    if user_agent:
        return Fetcher(agent=user_agent, allow_local=allow_local)
    return Fetcher(allow_local=allow_local)


def _shown(checked: list[Checked], form: str, profile: Any, goal: float, say_in: str) -> str:
    from aukio import __version__
    from aukio.engines.clarity import as_json, as_sarif, as_text

    if form == "text":
        return as_text(checked, goal, say_in)
    data = as_json(checked) if form == "json" else as_sarif(checked, profile, __version__)
    return json.dumps(data, ensure_ascii=False, indent=2)


def _opened(path: Path) -> Any:
    from aukio.engines.clarity import UnusableDocumentError, open_document

    try:
        return open_document(path)
    except UnusableDocumentError as error:
        _refuse(f"{path}: {error}")


def _glossary(path: Path | None, language: str) -> Glossary:
    from aukio.engines.clarity import Glossary, GlossaryError

    if path is None:
        return Glossary()
    try:
        return Glossary.from_yaml(path.read_text(encoding="utf-8"), language)
    except (OSError, UnicodeDecodeError, GlossaryError) as error:
        _refuse(f"{path}: {error}")
        raise


def _suppressions(allow: tuple[str, ...]) -> tuple[Suppression, ...]:
    from aukio.engines.clarity import Suppression, SuppressionError, rules

    found = []
    for one in allow:
        rule, _, reason = one.partition("=")
        if rule not in rules():
            _refuse(f"--allow {one}: no such rule. Rules: {', '.join(sorted(rules()))}")
        try:
            found.append(Suppression(rule, reason))
        except SuppressionError as error:
            _refuse(f"--allow {one}: {error}")
    return tuple(found)


def _refuse(message: str) -> NoReturn:
    raise _Unusable(message)


class _Unusable(click.ClickException):
    """What was given cannot be used: told as it is, on standard error."""

    exit_code = UNUSABLE

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, err=True)
