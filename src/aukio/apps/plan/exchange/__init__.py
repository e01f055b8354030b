"""Plans in other people's formats, in and out, with nothing lost on the way.

Each format reads a file into a document. A document tells its items, takes changed values
back, and writes itself. These modules know no database.
"""

from aukio.apps.plan.exchange.documents import Document, Format, Item, Kind
from aukio.apps.plan.exchange.formats import FORMATS

__all__ = ["FORMATS", "Document", "Format", "Item", "Kind"]
