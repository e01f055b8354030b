"""Translations: collect from every part of the house (needs gettext), compile (needs nothing).

``python tools/words.py compile`` writes a ``.mo`` beside each ``.po`` that is newer.
``python tools/words.py collect`` runs makemessages in each part that has a ``locale`` folder.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE = Path(__file__).resolve().parent.parent / "src" / "aukio"


def compile_all() -> None:
    """Write every outdated ``.mo``; one that is being written is never read half-done."""
    for po in SOURCE.rglob("locale/*/LC_MESSAGES/*.po"):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        with po.open("rb") as source:
            catalog = read_po(source)
        aside = mo.with_suffix(f".{os.getpid()}")
        with aside.open("wb") as target:
            write_mo(target, catalog)
        aside.replace(mo)


def collect() -> None:
    for locale in sorted(SOURCE.rglob("locale")):
        subprocess.run(
            [sys.executable, "-m", "django", "makemessages", "-l", "fi", "-l", "sv"]
            + ["--no-location", "--no-wrap", "-v", "0"],
            cwd=locale.parent,
            check=True,
        )


if __name__ == "__main__":
    {"compile": compile_all, "collect": collect}[sys.argv[1]]()
