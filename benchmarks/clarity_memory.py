"""Memory of the real worker: deep checks in three languages, a draft of themes, checks again.

    python -m benchmarks.clarity_memory

Promises: the worker (`aukio jobs worker`, own data folder) is resident with at most 700 MB after
deep checks of 1,500 words in Finnish, Swedish and English, also when a draft of themes was made
before; and the language checked last is checked again within a second of processor time. The
peak (VmHWM), which holds the draft's own work too, is told beside it.
Peer: the Finnish and English spaCy pipelines as they are shipped, alone in one process: no rules,
no word lists, no web framework.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks._house import fresh_house
from benchmarks._text_common import show
from benchmarks.clarity_official import official_text
from benchmarks.clarity_treebank import real_data, sentences

MOST_MEBIBYTES, MOST_SECONDS = 700, 1.0
WORDS, NOTES = 1_500, 150
TREEBANKS = {"sv": "sv_talbanken", "en": "en_ewt"}
PATIENCE = 600.0
TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
PEER = """
import sys, spacy
for name, text in zip(sys.argv[1::2], sys.argv[2::2]):
    kept = globals().setdefault("kept", []); kept.append(spacy.load(name)); kept[-1](text)
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmRSS")))
"""
Row = tuple[object, ...]


def main() -> int:
    """Print a row for each step; return 0 when every promise holds."""
    if not Path("/proc/self/status").is_file():
        print("The memory of another process is read from /proc, which this system lacks.")
        return 0
    with fresh_house():
        rows = [*measured(), ("peer: shipped pipelines fi and en", peer(), "", "", "")]
    show(("after", "resident MB", "peak MB", "processor s", "holds"), rows)
    return int(any(row[-1] == "NO" for row in rows))


def measured() -> Iterator[Row]:
    """A row for each job of one worker: what it holds afterwards and what the job took."""
    texts = {"fi": official(), **{code: treebank(name) for code, name in TREEBANKS.items()}}
    with worker() as pid:
        yield row(pid, "start", 0.0)
        for code, text in texts.items():
            yield row(pid, f"deep check, {code}, first", took(pid, check_of(text, code)))
        for code, text in texts.items():
            took(pid, check_of(text, code))
            yield row(pid, f"deep check, {code}, warm", took(pid, check_of(text, code)), warm=True)
        yield row(pid, f"themes of {NOTES} notes", took(pid, draft_of(list(texts.values()))))
        for code, text in texts.items():
            yield row(pid, f"deep check, {code}, after themes", took(pid, check_of(text, code)))


def row(pid: int, name: str, seconds: float, *, warm: bool = False) -> Row:
    """``warm`` holds the job to the promised second."""
    resident, peak = memory(pid)
    holds = resident <= MOST_MEBIBYTES and (not warm or seconds <= MOST_SECONDS)
    return name, resident, peak, f"{seconds:.2f}", "yes" if holds else "NO"


def memory(pid: int) -> tuple[int, int]:
    """Resident memory and its peak of a process and its children, in MiB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    told = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    resident, peak = (int(told[name].split()[0]) >> 10 for name in ("VmRSS", "VmHWM"))
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    parts = [memory(int(child)) for child in children]
    return resident + sum(part[0] for part in parts), peak + sum(part[1] for part in parts)


def processor(pid: int) -> float:
    """Seconds of processor time a process has used."""
    cells = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(cells[11]) + int(cells[12])) / TICK


def took(pid: int, job: Any) -> float:
    """Wait for a job; return the worker's processor seconds. Raises when it fails."""
    begun, end = processor(pid), time.monotonic() + PATIENCE
    while job.is_open:
        if time.monotonic() > end:
            raise TimeoutError(f"{job.kind} took more than {PATIENCE:.0f} s")
        time.sleep(0.05)
        job.refresh_from_db()
    if job.status != "done":
        raise RuntimeError(f"{job.kind} failed: {job.fault}")
    time.sleep(0.3)  # what the worker does after a job: memory is given back
    return processor(pid) - begun


def check_of(text: str, language: str) -> Any:
    """The room's own way: a text is begun, the worker has the rest."""
    from django.contrib.auth.models import AnonymousUser

    from aukio.apps.wording.actions import texts
    from aukio.apps.wording.asking import Asked, goal_of
    from aukio.apps.wording.texts import pasted

    asked = Asked(language=language, profile="official", goal=goal_of("official"), say_in=language)
    return texts.begin(by=AnonymousUser(), given=pasted(text), asked=asked)[0].job


def draft_of(texts: list[str]) -> Any:
    """A round with a note for each few words of the texts; its draft waits for the worker."""
    from benchmarks.round import imported_and_started

    words = [text.split() for text in texts]
    pieces = [
        " ".join(words[number % len(words)][number // len(words) * 7 % 1400 :][:12])
        for number in range(NOTES)
    ]
    table = "\n".join(
        ["text;dialogue;language"]
        + [
            f'"{piece.replace(chr(34), "")}";D{number % 20};{("fi", "sv", "en")[number % 3]}'
            for number, piece in enumerate(pieces)
        ]
    )
    return imported_and_started(table.encode())


def official() -> str:
    """1,500 words of ministers' answers."""
    return " ".join(official_text().split()[:WORDS])


def treebank(name: str) -> str:
    """1,500 words of a treebank's sentences."""
    path = real_data() / "language" / "ud" / f"{name}-ud-dev.conllu"
    return " ".join(" ".join(one.text for one in sentences(path)).split()[:WORDS])


def peer() -> int:
    """Resident MiB of one process with the pipelines as shipped, each run once."""
    from aukio.engines.clarity._structures._means import MODELS

    texts = {"fi": official(), "en": treebank(TREEBANKS["en"])}
    given = [part for code, (name, _) in MODELS.items() for part in (name, texts[code])]
    done = subprocess.run(
        [sys.executable, "-c", PEER, *given], capture_output=True, text=True, check=True
    )
    return int(done.stdout.split()[-1]) >> 10


@contextmanager
def worker() -> Iterator[int]:
    """The worker as `aukio run` and the service start it; its process id."""
    started = subprocess.Popen([sys.executable, "-m", "aukio", "jobs", "worker"])
    try:
        time.sleep(3)
        yield started.pid
    finally:
        started.terminate()
        started.wait(timeout=30)


if __name__ == "__main__":
    sys.exit(main())
