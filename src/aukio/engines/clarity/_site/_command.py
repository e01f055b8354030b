"""What `aukio wording crawl` does between its options and its output."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import Any

import click

from aukio.engines.clarity._checking import Profile, Request
from aukio.engines.clarity._site import (
    Bounds,
    Fetcher,
    FetchError,
    SiteReport,
    check_site,
    site_as_csv,
    site_as_html,
    site_as_json,
    site_as_text,
)

NUMBERS = (signal.SIGINT, signal.SIGTERM)


class Interruption:
    """Ctrl-C or a stop signal: the page at hand is finished, then reading ends."""

    def __init__(self) -> None:
        self.says = ""

    def __call__(self) -> str:
        return self.says

    def come(self, number: int, _frame: FrameType | None) -> None:
        if self.says:  # a second time: at once
            raise KeyboardInterrupt
        self.says = f"Stopped by {signal.Signals(number).name}."
        click.echo("Ending after this page; once more to end at once.", err=True)


def report_site(address: str, fetcher: Fetcher, asked: Mapping[str, Any]) -> SiteReport:
    """Read and check the site; progress goes to standard error.

    Raises ValueError for an unusable address or state file, RuntimeError when not even the
    first page could be read.
    """
    bounds = Bounds(
        pages=asked["pages"],
        seconds=asked["seconds"],
        delay=asked["delay"],
        depth=asked["depth"],
        documents=asked["documents"],
    )
    request = Request(Profile(asked["profile"]), say_in=asked["say_in"], deep=not asked["quick"])
    with _interruption() as stop:
        try:
            return check_site(
                address,
                fetcher=fetcher,
                bounds=bounds,
                request=request,
                kept_in=asked["state"],
                progress=_tell,
                stop=stop,
            )
        except FetchError as error:
            raise RuntimeError(str(error)) from error


def shown(report: SiteReport, form: str, say_in: str) -> str:
    """The report in the form asked for."""
    match form:
        case "json":
            return json.dumps(site_as_json(report), ensure_ascii=False, indent=2)
        case "csv":
            return site_as_csv(report).rstrip()
        case "html":
            return site_as_html(report, say_in).rstrip()
        case _:
            return site_as_text(report, say_in)


def _tell(*, read: int, waiting: int, address: str) -> None:
    click.echo(f"{read} + {waiting}  {address}", err=True)


@contextmanager
def _interruption() -> Iterator[Interruption]:
    stop = Interruption()
    before = {number: signal.signal(number, stop.come) for number in NUMBERS}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
