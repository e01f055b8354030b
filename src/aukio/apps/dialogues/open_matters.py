"""What is still open before a summary is published. The room itself knows of none.

A wing says in its ``apps.py``, ``ready()``::

    open_matters.add(remarks.open_matters)

where the function is given the round and lists what is open. It does not stop publishing:
the publisher may go on and say why.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aukio.apps.dialogues.models import Round


@dataclass(frozen=True)
class OpenMatter:
    """What is open, about which dialogue or sentence, and the page where it is settled."""

    what: str
    where: str
    href: str


Listed = Callable[[Round], list[OpenMatter]]
_functions: list[Listed] = []


def add(function: Listed) -> None:
    """Ask this function too, once."""
    if function not in _functions:
        _functions.append(function)


def of_round(round: Round) -> list[OpenMatter]:
    """Everything that is open."""
    return [one for function in _functions for one in function(round)]
