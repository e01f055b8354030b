"""How a measure stands, as a light: a colour, a shape and words. Never a colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Light:
    """``colour`` is the Ministry's three-colour view; ``shape`` says the same without colour."""

    code: str
    colour: str
    shape: str
    words: str | Promise


NONE = Light("none", "grey", "○", pgettext_lazy("completion", "Not reported yet"))
LIGHTS = {
    light.code: light
    for light in (
        NONE,
        Light("not_started", "red", "■", pgettext_lazy("completion", "Not started")),
        Light("limited", "yellow", "▲", pgettext_lazy("completion", "Limited")),
        Light("substantial", "green", "◐", pgettext_lazy("completion", "Substantial")),
        Light("complete", "green", "●", pgettext_lazy("completion", "Complete")),
    )
}


def light_of(completion: str | None) -> Light:
    """The light of a completion code; grey when nothing has been reported."""
    return LIGHTS.get(completion or "none", NONE)
