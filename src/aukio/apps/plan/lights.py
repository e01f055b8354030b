"""How a measure stands, as a light: colour, shape and words together, never colour alone.

The three-colour view the Ministry uses is a view over completion; it is not stored.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Colour:
    """One of the three colours, or grey when nothing is known; ``tag`` is its style."""

    code: str
    tag: str
    words: str | Promise


@dataclass(frozen=True)
class Light:
    """``shape`` names the drawing of the light in ``aukio.ui.components.own``."""

    code: str
    shape: str
    words: str | Promise
    colour: Colour


GREY = Colour("grey", "govuk-tag--grey", pgettext_lazy("three colours", "Grey: not known yet"))
RED = Colour("red", "govuk-tag--red", pgettext_lazy("three colours", "Red: not on its way"))
YELLOW = Colour(
    "yellow", "govuk-tag--yellow", pgettext_lazy("three colours", "Yellow: partly on its way")
)
GREEN = Colour(
    "green", "govuk-tag--green", pgettext_lazy("three colours", "Green: well on its way or done")
)
COLOURS = (RED, YELLOW, GREEN, GREY)

NONE = Light("none", "waiting", pgettext_lazy("completion", "Not reported yet"), GREY)
LIGHTS = {
    light.code: light
    for light in (
        Light("complete", "complete", pgettext_lazy("completion", "Complete"), GREEN),
        Light("substantial", "substantial", pgettext_lazy("completion", "Substantial"), GREEN),
        Light("limited", "limited", pgettext_lazy("completion", "Limited"), YELLOW),
        Light("not_started", "alert", pgettext_lazy("completion", "Not started"), RED),
        NONE,
    )
}


def light_of(completion: str | None) -> Light:
    """The light of a completion code; grey when nothing has been reported."""
    return LIGHTS.get(completion or "none", NONE)
