from aukio.apps.dialogues.tests.pages.conftest import (  # noqa: F401
    _in_english,
    leader,
    other_organiser,
    stranger,
)
