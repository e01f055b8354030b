"""The round's record form, the sheets that scribes write on, and the scribes."""

from aukio.apps.dialogues.recording.models.form import Form
from aukio.apps.dialogues.recording.models.sheet import Entry, Line, Scribe, Sheet, SheetState

__all__ = ["Entry", "Form", "Line", "Scribe", "Sheet", "SheetState"]
