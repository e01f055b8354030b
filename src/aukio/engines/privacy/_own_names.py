"""Names the operator adds to the lists: those of the region, the minority, the service."""

from __future__ import annotations

from collections.abc import Iterable

from aukio.engines.privacy._forms import Forms

_given: list[Forms] = []


def set_own(names: Iterable[str]) -> None:
    """These names, in place of those given before; each may be a first or a family name."""
    low = {name.strip().lower() for name in names}
    _given[:] = [Forms(low - {""}, i_to_e=True)] if low - {""} else []


def is_own(low: str) -> bool:
    """Whether the lower-case word is a form of a name the operator gave."""
    return any(one.name_of(low) for one in _given)
