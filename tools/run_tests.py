"""The whole suite: on SQLite with everything, then the rooms and corridor on PostgreSQL,
then what Voikko adds where it can be had.

Each run prints its own closing line. Extra arguments go to pytest.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTEST = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup"]

VOIKKO = (
    "adapters/voikko/tests",
    "src/aukio/engines/clarity/tests/test_structures.py",
    "src/aukio/engines/clarity/tests/test_endings.py",
    "src/aukio/engines/text/tests/test_terms.py",
    "src/aukio/engines/privacy/tests/test_names.py",
)


def run(name: str, *words: str, **settings: str) -> bool:
    print(f"\n=== {name}", flush=True)
    environment = {**os.environ, **settings}
    return subprocess.run([*PYTEST, *words], env=environment, cwd=ROOT, check=False).returncode == 0


def main() -> int:
    subprocess.run([sys.executable, "tools/words.py", "compile"], cwd=ROOT, check=True)
    if not os.environ.get("AUKIO_TEST_POSTGRES"):
        again = [sys.executable, "tools/with_postgres.py", sys.executable, __file__, *sys.argv[1:]]
        return subprocess.run(again, cwd=ROOT, check=False).returncode
    on_sqlite = run("Everything, on SQLite", *sys.argv[1:], DATABASE_URL="")
    on_postgres = run(
        "Rooms and corridor, on PostgreSQL",
        *("src/aukio/shared", "src/aukio/apps", "-m", "not browser", "--only-database"),
        *sys.argv[1:],
        DATABASE_URL=os.environ["AUKIO_TEST_POSTGRES"],
        AUKIO_EXAMPLES="second",
    )
    return 0 if on_sqlite and on_postgres and with_voikko() else 1


def with_voikko() -> bool:
    """What Voikko adds, with the adapter in a folder of its own; left out where it cannot be."""
    with tempfile.TemporaryDirectory() as folder:
        got = subprocess.run(["tools/voikko.sh", folder], cwd=ROOT, check=False).returncode
        if got:
            print("\n=== Voikko cannot be had here; its tests are left out", flush=True)
            return True
        return run("What Voikko adds", *VOIKKO, PYTHONPATH=folder)


if __name__ == "__main__":
    # Dozens of processes are started: a module is compiled once for all of them, out of the way.
    with tempfile.TemporaryDirectory() as compiled:
        os.environ |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": compiled}
        sys.exit(main())
