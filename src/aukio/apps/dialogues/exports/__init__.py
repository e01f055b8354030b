"""A published summary as files: only words that may be shown today.

``table`` (CSV) has a row for each quote, ``document`` (docx) is for reading and editing,
``data`` (JSON) holds everything, exactly.
"""

from aukio.apps.dialogues.exports.data import data
from aukio.apps.dialogues.exports.document import document
from aukio.apps.dialogues.exports.files import FORMS, VARIANT_FORMS, Form, export
from aukio.apps.dialogues.exports.table import plain_cell, table

__all__ = ["FORMS", "VARIANT_FORMS", "Form", "data", "document", "export", "plain_cell", "table"]
