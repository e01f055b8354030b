"""How a loading command answers: words for people, JSON for machines, exit code 2 on faults."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

import click

from aukio.shared.faults import Fault
from aukio.shared.terms.faults import FileFault

UNUSABLE_INPUT = 2
Function = TypeVar("Function", bound=Callable[..., Any])


def format_option(function: Function) -> Function:
    """The option ``--format text|json``."""
    option = click.option(
        "--format",
        "format_",
        type=click.Choice(["text", "json"]),
        default="text",
        help="Words for people or JSON for machines.",
    )
    return option(function)


@contextmanager
def report_faults(format_: str) -> Iterator[None]:
    """Tell faults on standard error and end with exit code 2."""
    try:
        yield
    except Fault as fault:
        told = json.dumps(_as_dict(fault), ensure_ascii=False) if format_ == "json" else str(fault)
        click.echo(told, err=True)
        raise SystemExit(UNUSABLE_INPUT) from fault


def write(answer: Mapping[str, Any], text: str, format_: str) -> None:
    """The answer on standard output."""
    click.echo(json.dumps(answer, ensure_ascii=False) if format_ == "json" else text)


def _as_dict(fault: Fault) -> dict[str, Any]:
    if isinstance(fault, FileFault):
        return {"faults": [one.as_dict() for one in fault.faults]}
    one = {"what": str(fault.what), "where": str(fault.where), "mend": str(fault.mend)}
    return {"faults": [one]}
