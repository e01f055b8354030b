"""The usual invitation to organisers, in three languages, to begin with."""

from __future__ import annotations

from typing import Any

from aukio.apps.dialogues.organising.kit import FOLDER


def usual_letter() -> dict[str, Any]:
    """What the form begins with: the first line of each file is the subject."""
    start: dict[str, Any] = {"kinds": ["permanent"]}
    for code in ("fi", "sv", "en"):
        text = (FOLDER / f"letter.{code}.txt").read_text(encoding="utf-8")
        start[f"subject_{code}"], start[f"text_{code}"] = text.strip().split("\n\n", 1)
    return start
