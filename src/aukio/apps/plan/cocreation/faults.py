"""What can go wrong when people work on the same thing at the same time."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from aukio.apps.plan.cocreation.models import Response
from aukio.shared.faults import Fault


class ChangedMeanwhile(Fault):
    """Somebody else saved first. Nothing of yours was stored, nothing of theirs changed."""

    def __init__(self) -> None:
        super().__init__(
            _("This was changed while you had it open."),
            mend=_("Look at it as it is now, and do it again if it still is right."),
        )


class AnsweredMeanwhile(Fault):
    """Somebody else has responded first. ``theirs`` is what they wrote."""

    def __init__(self, theirs: Sequence[Response]) -> None:
        numbers = ", ".join(str(one.proposal.number) for one in theirs)
        super().__init__(
            _("Somebody else responded while you were writing: proposal %(numbers)s.")
            % {"numbers": numbers},
            mend=_("Read their response below. Your text is still here; send it as a correction."),
        )
        self.theirs = tuple(theirs)
