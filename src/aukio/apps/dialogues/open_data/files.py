"""Making a round's files, and those that tell of the rounds to portals."""

from __future__ import annotations

from collections.abc import Callable

from aukio.apps.dialogues.open_data.contents import Contents
from aukio.apps.dialogues.open_data.forms import FORMS
from aukio.apps.dialogues.open_data.linked import as_jsonld
from aukio.apps.dialogues.open_data.package import as_json, as_zip

MAKE: dict[str, Callable[[Contents], bytes]] = {
    "csv": as_zip,
    "json": as_json,
    "jsonld": as_jsonld,
}


def made(found: Contents, form: str) -> tuple[str, bytes]:
    """``(file name, content)``; the name tells the version."""
    return f"{found.name}.{FORMS[form].ending}", MAKE[form](found)
