"""``make bench``: every promise of speed and quality in turn, each beside a named peer.

Each module here that does not begin with an underscore and has ``if __name__ == "__main__"``
is one benchmark: run alone with ``python -m benchmarks.NAME``. It ends with 0 when its promises
hold. ``python -m benchmarks NAME …`` runs only the named ones.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).parent


def names() -> list[str]:
    found = sorted(path for path in FOLDER.glob("[a-z]*.py"))
    return [path.stem for path in found if "__main__" in path.read_text(encoding="utf-8")]


def main(chosen: list[str]) -> int:
    outcome: list[tuple[str, int, float]] = []
    for name in chosen or names():
        print(f"\n=== {name}", flush=True)
        start = time.monotonic()
        done = subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False)
        outcome.append((name, done.returncode, time.monotonic() - start))
    print("\n=== In short")
    for name, code, seconds in outcome:
        print(f"{'holds' if code == 0 else 'FALLS SHORT':12} {name:24} {seconds:7.0f} s")
    return int(any(code for _name, code, _seconds in outcome))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
