"""People who come to the wing's pages."""

from aukio.apps.dialogues.tests.pages.conftest import (  # noqa: F401
    _in_english,
    leader,
    other_organiser,
    stranger,
)
