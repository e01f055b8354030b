"""What can go wrong when people edit the plan at the same time."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from aukio.shared.faults import Fault


class EditedMeanwhile(Fault):
    """Somebody else saved first. ``theirs`` is what they saved, ``yours`` what you wrote.

    Nothing of yours was stored and nothing of theirs was changed; the page shows both.
    """

    def __init__(self, *, theirs: Any, yours: dict[str, Any]) -> None:
        super().__init__(
            _("Somebody else has updated this measure while you were writing."),
            mend=_("Compare the two, take what you need from both, and save again."),
        )
        self.theirs = theirs
        self.yours = yours
