"""An optional morphology (for Finnish: Voikko), plugged in from outside the engine.

A package offers one through the entry point group ``aukio.morphology``; the entry's name is
the language code and it names a callable without arguments that returns the adapter. Aukio
ships none, because Voikko and its dictionary come from the operating system.
"""

from functools import cache
from importlib.metadata import entry_points
from typing import Protocol, cast

GROUP = "aukio.morphology"


class Morphology(Protocol):
    """What an adapter must offer; both methods return [] for a word it does not know."""

    def lemmas(self, word: str) -> list[str]:
        """Return possible base forms, the likeliest first."""
        ...

    def parts(self, word: str) -> list[str]:
        """Return the base forms of a compound's parts; [] when it is not a compound."""
        ...


@cache
def morphology(language: str) -> Morphology | None:
    """Return the adapter for ``language``, loaded once; None when none is installed.

    Errors from a broken adapter are not hidden: they surface on first use.
    """
    for entry in entry_points(group=GROUP):
        if entry.name == language:
            return cast(Morphology, entry.load()())
    return None


def morphology_available(language: str = "fi") -> bool:
    """Say whether a morphology for ``language`` is installed."""
    return any(entry.name == language for entry in entry_points(group=GROUP))
