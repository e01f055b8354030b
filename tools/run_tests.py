"""The whole suite: on SQLite with everything, then the rooms and corridor on PostgreSQL.

Prints one closing line that counts both runs. Extra arguments go to pytest.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTEST = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup"]


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
        *("src/aukio/shared", "src/aukio/apps", "-m", "not browser", *sys.argv[1:]),
        DATABASE_URL=os.environ["AUKIO_TEST_POSTGRES"],
    )
    return 0 if on_sqlite and on_postgres else 1


if __name__ == "__main__":
    sys.exit(main())
