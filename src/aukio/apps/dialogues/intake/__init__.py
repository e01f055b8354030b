"""Reading records: every word of a file, exactly, or a fault that says why not."""

from aukio.apps.dialogues.intake.files import MOST_BYTES, read_file, read_paste
from aukio.apps.dialogues.intake.reading import Reading, Span
from aukio.apps.dialogues.intake.tables import read_rows

__all__ = ["MOST_BYTES", "Reading", "Span", "read_file", "read_paste", "read_rows"]
