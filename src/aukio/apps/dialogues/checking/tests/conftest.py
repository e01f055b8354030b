"""The room's people come to the wing's pages too."""

from aukio.apps.dialogues.tests.pages.conftest import (
    _in_english,
    leader,
    other_organiser,
    stranger,
)

__all__ = ["_in_english", "leader", "other_organiser", "stranger"]
