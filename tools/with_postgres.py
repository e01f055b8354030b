"""Run a command with a PostgreSQL server of its own, on loopback, and remove it afterwards.

Usage: ``python tools/with_postgres.py COMMAND …``; the command finds the server's address in
``AUKIO_TEST_POSTGRES``. PostgreSQL refuses to run as root, so root hands it to ``postgres``.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path


def programs() -> Path | None:
    """The folder of the newest installed server, 15 or later."""
    found = [p for p in Path("/usr/lib/postgresql").glob("*/bin/postgres") if _version(p) >= 15]
    if found:
        return max(found, key=_version).parent
    in_path = shutil.which("postgres")
    return Path(in_path).parent if in_path else None


def _version(program: Path) -> int:
    name = program.parent.parent.name
    return int(name) if name.isdigit() else 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def main(command: list[str]) -> int:
    folder = programs()
    if folder is None:
        print("PostgreSQL 15 or later is missing. Type: apt-get install -y postgresql")
        return 2
    home = Path(tempfile.mkdtemp(prefix="aukio-pg-"))
    as_user: list[str] = []
    if os.geteuid() == 0:
        shutil.chown(home, "postgres", "postgres")
        as_user = ["runuser", "-u", "postgres", "--"]
    data, port = home / "data", free_port()

    def run(*words: str) -> None:
        subprocess.run([*as_user, *words], check=True, stdout=subprocess.DEVNULL, cwd=home)

    run(f"{folder}/initdb", "-D", f"{data}", "-A", "trust", "-U", "aukio", "-E", "UTF8")
    options = (
        f"-c listen_addresses=127.0.0.1 -p {port} -k {home} -c fsync=off "
        "-c full_page_writes=off -c max_connections=200"
    )
    run(f"{folder}/pg_ctl", "-D", f"{data}", "-w", "-l", f"{home}/log", "-o", options, "start")
    environment = {
        **os.environ,
        "AUKIO_TEST_POSTGRES": f"postgres://aukio@127.0.0.1:{port}/postgres",
    }
    try:
        return subprocess.run(command, env=environment, check=False).returncode
    finally:
        run(f"{folder}/pg_ctl", "-D", f"{data}", "-m", "immediate", "stop")
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
