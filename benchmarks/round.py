"""4,500 sentences of 150 dialogues: import, themes and draft, in a database of its own.

    python benchmarks/round.py [FILE.csv --text COLUMN] [--notes 4500]

Without a file the sentences are made from the sample's, which shows speed only. Prints JSON:
seconds for each step, how many times progress was told, and what was proposed. The promise is
six minutes on two cores.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import random
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIALOGUES = 150
PROMISED_SECONDS = 360


def main() -> None:
    """Run every step once and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--text", default="text")
    parser.add_argument("--notes", type=int, default=4500)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["AUKIO_DATA_DIR"] = folder
        os.environ.pop("DATABASE_URL", None)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "aukio.project.settings")
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0, skip_checks=True)
        print(json.dumps(measure(table(given)), indent=1))


def table(given: argparse.Namespace) -> bytes:
    """A table of notes with a dialogue and a text for each."""
    said = from_file(given.file, given.text) if given.file else from_sample(given.notes)
    kept = io.StringIO()
    writer = csv.writer(kept)
    writer.writerow(["dialogue", "text"])
    for row, text in enumerate(said[: given.notes]):
        writer.writerow([row % DIALOGUES + 1, text])
    return kept.getvalue().encode()


def from_file(path: Path, column: str) -> list[str]:
    """The texts of a column."""
    from aukio.engines.text import read_table

    return [text for text in read_table(path).column(column) if text.strip()]


def from_sample(count: int) -> list[str]:
    """Sentences put together from halves of the sample's, so that hardly any repeats."""
    lines = [
        line.split()
        for record in sorted((ROOT / "data" / "sample" / "records").glob("*-fi.txt"))
        for line in record.read_text(encoding="utf-8").splitlines()
        if len(line.split()) > 6
    ]
    draw = random.Random(4500)
    pairs = ((draw.choice(lines), draw.choice(lines)) for _ in range(count))
    return [
        " ".join([*one[: len(one) // 2][:8], *other[len(other) // 2 :][:8]]) for one, other in pairs
    ]


def measure(content: bytes) -> dict[str, object]:
    """Import, propose themes and quotes, and time both."""
    from aukio.apps.dialogues import actions
    from aukio.apps.dialogues.drafting import draft_round
    from aukio.apps.dialogues.intake import read_rows

    round = actions.create_round(
        by=None, slug="benchmark", title={"en": "Benchmark"}, season="spring", year=2026
    )
    told: list[int] = []
    begun = time.perf_counter()
    readings = read_rows("notes.csv", content, text="text", dialogue="dialogue")
    actions.import_records(
        by=None, round=round, readings=readings, language="fi", permission="quotes"
    )
    imported = time.perf_counter()
    outcome = draft_round(by=None, round=round, report=lambda done, *_: told.append(done))
    done = time.perf_counter()
    return {
        "dialogues": len(readings),
        "import_seconds": round_up(imported - begun),
        "draft_seconds": round_up(done - imported),
        "total_seconds": round_up(done - begun),
        "promised_seconds": PROMISED_SECONDS,
        "kept": done - begun <= PROMISED_SECONDS,
        "progress_told": len(told),
        "cpu_seconds": round_up(time.process_time()),
        **outcome.as_dict(),
    }


def round_up(seconds: float) -> float:
    """One decimal."""
    return float(f"{seconds:.1f}")


if __name__ == "__main__":
    main()
