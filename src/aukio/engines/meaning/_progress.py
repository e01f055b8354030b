"""How far the work has come, in per cent of the whole and with a word for what is done."""

from collections.abc import Callable
from typing import Final

from aukio.engines.text import Progress

WHOLE: Final = 100
STAGES: Final = {"reading": (0, 75), "grouping": (75, 95), "naming": (95, WHOLE)}

Telling = Callable[[int, int, str], None]


def stage(telling: Telling | None, name: str) -> Progress:
    """Return a callback for one stage's own ``(done, total)``; it tells ``(done, 100, name)``.

    ``name`` is "reading", "grouping" or "naming": keys for whoever shows them to translate.
    """
    first, last = STAGES[name]

    def tell(done: int, total: int) -> None:
        if telling is not None:
            telling(first + (last - first) * done // max(total, 1), WHOLE, name)

    return tell
