"""Who may call an operation. An operation that does not say is closed to everyone.

Under ninja's own decorator::

    @router.get("/rounds", response=Page[RoundOut])
    @public
    def rounds(request, …): …
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])


def public(function: Function) -> Function:
    """Anyone may call it, from any site."""
    return allowed("public")(function)


def signed_in(function: Function) -> Function:
    """Any signed-in person may call it."""
    return allowed("signed_in")(function)


def allowed(rule: str) -> Callable[[Function], Function]:
    """People for whom the named rule holds, asked about no object; the operation asks further."""

    def declare(function: Function) -> Function:
        function.access_rule = rule  # type: ignore[attr-defined]
        return function

    return declare


def rule_of(function: Callable[..., Any]) -> str | None:
    """The rule declared, or none."""
    return getattr(function, "access_rule", None)
