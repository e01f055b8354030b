"""What a path on the command line holds: one record, a table of notes, or a folder of records."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.intake import MOST_BYTES, Reading, read_file, read_rows
from aukio.apps.dialogues.intake.files import too_large

KINDS = (".txt", ".docx", ".odt")
TABLES = (".csv", ".tsv")


@dataclass(frozen=True)
class Gathered:
    """What was read, and the language that holds for all of it (empty: to be recognised)."""

    readings: list[Reading]
    language: str


def gather(path: Path, *, text: str = "", language: str = "", dialogue: str = "") -> Gathered:
    """Read a file or a folder. Raises ``InputFault`` for the first that cannot be read.

    For a table ``text``, ``language`` and ``dialogue`` are columns; for a record ``language``
    is a code.
    """
    if path.is_dir():
        return Gathered([read_file(one.name, _content(one)) for one in _files(path)], language)
    content = _content(path)
    if text or path.suffix.lower() in TABLES:
        return Gathered(
            read_rows(path.name, content, text=text, language=language, dialogue=dialogue), ""
        )
    return Gathered([read_file(path.name, content)], language)


def _files(folder: Path) -> list[Path]:
    found = sorted(one for one in folder.iterdir() if one.suffix.lower() in KINDS)
    if not found:
        raise InputFault(
            _("There are no records in the folder."),
            place=Place(file=str(folder)),
            mend=_("Put .txt, .docx or .odt files into it."),
        )
    return found


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise too_large(path.name, size)
        return path.read_bytes()
    except OSError as error:
        raise InputFault(
            _("The file cannot be read."),
            place=Place(file=str(path)),
            mend=_("Check its name and its permissions."),
        ) from error
