"""JSON: the publication's tree as it was frozen, less words withdrawn since."""

from __future__ import annotations

import json

from aukio.apps.dialogues.models import Publication
from aukio.apps.dialogues.permissions import permitted


def data(publication: Publication, language: str = "") -> bytes:
    """UTF-8 JSON; the same in every language. ``sha256`` is that of the whole publication."""
    content, notes = permitted(publication)
    tree = {
        "version": publication.version,
        "published_at": publication.published_at.isoformat(),
        "reason": publication.reason,
        "sha256": publication.sha256,
        **content,
        "open_notes": notes,
    }
    return json.dumps(tree, ensure_ascii=False, indent=1).encode("utf-8")
