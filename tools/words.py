"""Translations: collect from every part of the house (needs gettext), compile (needs nothing).

``python tools/words.py compile`` writes a ``.mo`` beside each ``.po`` that is newer.
``python tools/words.py collect [PART…]`` runs makemessages in each part that has a ``locale``
folder, or in those named (``apps/plan``).
``python tools/words.py fill PART FILE.json`` puts translations in their places: a list of
``{"id": …, "fi": …, "sv": …}``, with ``"context"`` where the message has one, and lists of
forms where it has a plural. Two people at work on one catalogue wait for each other.
"""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).resolve().parent.parent / "src" / "aukio"


@contextmanager
def _alone() -> Iterator[None]:
    """One writer of catalogues at a time."""
    with (SOURCE / "project" / "words.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


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


def collect(*parts: str) -> None:
    """Write what the code says into the catalogues, old translations kept."""
    folders = [SOURCE / part for part in parts] or [p.parent for p in SOURCE.rglob("locale")]
    for folder in sorted(folders):
        with _alone():
            subprocess.run(
                [sys.executable, "-m", "django", "makemessages", "-l", "fi", "-l", "sv"]
                + ["--no-location", "--no-wrap", "-v", "0"],
                cwd=folder,
                check=True,
            )


def fill(part: str, file: str) -> None:
    """Put the file's translations in the part's catalogues; say what found no place."""
    given = json.loads(Path(file).read_text(encoding="utf-8"))
    for language in ("fi", "sv"):
        po = SOURCE / part / "locale" / language / "LC_MESSAGES" / "django.po"
        with _alone():
            with po.open("rb") as source:
                catalog = read_po(source, locale=language)
            for one in given:
                message = catalog.get(one["id"], one.get("context"))
                if message is None:
                    sys.stderr.write(f"{po.parent.parent.name}: no such message: {one['id']!r}\n")
                    continue
                _translate(message, one[language])
            aside = po.with_suffix(f".{os.getpid()}")
            with aside.open("wb") as target:
                write_po(target, catalog, width=0, omit_header=False)
            aside.replace(po)


def _translate(message: Message, text: Any) -> None:
    message.string = tuple(text) if isinstance(text, list) else text
    message.flags.discard("fuzzy")
    message.previous_id = []


if __name__ == "__main__":
    {"compile": compile_all, "collect": collect, "fill": fill}[sys.argv[1]](*sys.argv[2:])
