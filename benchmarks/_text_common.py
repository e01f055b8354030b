"""What the language benchmarks share: where the real data is, and how a result is shown."""

import os
from collections.abc import Sequence
from pathlib import Path

from aukio.engines.meaning import Note
from aukio.engines.meaning._reading import read_notes
from aukio.engines.text import read_table

CIMT = "cimt/dataset-Ottensen-thematic-d1a.csv"
POLIS = ("scoop-hivemind.biodiversity", "scoop-hivemind.ubi")
SIB = {"fi": "fin", "sv": "swe", "en": "eng"}


def real_data() -> Path:
    """Return the folder of real data; raises SystemExit telling how to name it."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    folder = Path(os.environ.get("AUKIO_REALDATA", beside))
    if not folder.is_dir():
        raise SystemExit(f"No real data at {folder}: name its folder in AUKIO_REALDATA.")
    return folder / "dialogues"


def sib() -> tuple[list[Note], list[str]]:
    """Return the notes of SIB-200 in three languages as one collection, and their topics."""
    notes: list[Note] = []
    topics: list[str] = []
    for language, name in SIB.items():
        table = read_table(
            real_data() / "sib200" / f"{name}_train.tsv", wanted=["text", "category"]
        )
        topics += table.column("category")
        notes += [
            Note(f"{language}{row}", text, language)
            for row, text in enumerate(table.column("text"), 1)
        ]
    return notes, topics


def cimt() -> list[Note]:
    """Return the contributions of a German neighbourhood consultation."""
    return read_notes(real_data() / CIMT, text="text", identity="document_id")


def polis(name: str) -> list[Note]:
    """Return the comments of one conversation."""
    return read_notes(
        real_data() / "polis" / name / "comments.csv", text="comment-body", identity="comment-id"
    )


def show(heading: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table with aligned columns."""
    cells = [[str(cell) for cell in heading], *([_cell(cell) for cell in row] for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(heading))]
    for row in cells:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )


def _cell(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
