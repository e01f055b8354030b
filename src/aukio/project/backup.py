"""``aukio backup`` and ``aukio restore``: the database and the kept files in one archive.

The archive is a gzipped tar: ``manifest.json`` (version, database kind, SHA-256 of every part),
the database (an SQLite file or a ``pg_dump`` archive) and the folder ``files/``. It is written
aside and renamed, so a full disk or a killed process leaves no half-made backup.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

import click

from aukio import __version__

CHUNK = 1024 * 1024


class BackupFault(click.ClickException):
    """The archive cannot be made or used; says why and what to do."""

    exit_code = 2


@click.command()
@click.argument("archive", type=click.Path(path_type=Path, dir_okay=False))
def backup(archive: Path) -> None:
    """Write the database and the kept files to ARCHIVE (.tar.gz), while Aukio is running."""
    _prepare()
    aside = archive.with_name(f".{archive.name}.{os.getpid()}")
    try:
        with tempfile.TemporaryDirectory(dir=archive.resolve().parent) as folder:
            _write(aside, Path(folder))
        aside.replace(archive)
    except OSError as error:
        raise BackupFault(f"{archive} could not be written: {error.strerror}.") from error
    finally:
        aside.unlink(missing_ok=True)
    click.echo(f"{archive} is ready ({archive.stat().st_size / CHUNK:.1f} MiB).")


@click.command()
@click.argument("archive", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--yes", is_flag=True, help="Replace what is in the data folder without asking.")
def restore(archive: Path, yes: bool) -> None:
    """Replace the database and the kept files by those in ARCHIVE. Stop Aukio first."""
    _prepare()
    if not yes:
        click.confirm("Everything in the database and the files is replaced. Go on?", abort=True)
    from django.conf import settings

    with tempfile.TemporaryDirectory(dir=settings.DATA_DIR) as folder:
        home = Path(folder)
        manifest = _unpack(archive, home)
        _load_database(manifest, home / manifest["database"])
        _replace_files(home / "files")
    click.echo(f"Restored from {archive}, made with Aukio {manifest['aukio']}.")


def _prepare() -> None:
    from aukio.project.command import prepare_django

    prepare_django()
    from django.conf import settings

    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)


def _write(target: Path, home: Path) -> None:
    from django.conf import settings

    name = _dump_database(home)
    manifest: dict[str, Any] = {"aukio": __version__, "database": name, "sha256": {}}
    parts = {name: home / name}
    if settings.MEDIA_ROOT.is_dir():
        for path in sorted(settings.MEDIA_ROOT.rglob("*")):
            if path.is_file():
                parts[f"files/{path.relative_to(settings.MEDIA_ROOT)}"] = path
    manifest["sha256"] = {part: _sha256(path) for part, path in parts.items()}
    (home / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")
    with tarfile.open(target, "w:gz", compresslevel=6) as tar:
        tar.add(home / "manifest.json", "manifest.json")
        for part, path in parts.items():
            tar.add(path, part)


def _dump_database(home: Path) -> str:
    from django.conf import settings
    from django.db import connection

    if connection.vendor == "sqlite":
        source = sqlite3.connect(str(settings.DATABASES["default"]["NAME"]))
        target = sqlite3.connect(home / "aukio.sqlite3")
        try:
            source.backup(target)
        finally:
            source.close()
            target.close()
        return "aukio.sqlite3"
    _postgres("pg_dump", "--format=custom", "--no-owner", "--file", str(home / "aukio.dump"))
    return "aukio.dump"


def _load_database(manifest: dict[str, Any], dump: Path) -> None:
    from django.conf import settings
    from django.db import connection

    kind = "sqlite" if dump.suffix == ".sqlite3" else "postgresql"
    if kind != connection.vendor:
        raise BackupFault(
            f"The archive holds a {kind} database but DATABASE_URL names {connection.vendor}. "
            "Set DATABASE_URL to the same kind of database."
        )
    if kind == "sqlite":
        connection.close()
        place = Path(settings.DATABASES["default"]["NAME"])
        for suffix in ("-wal", "-shm"):
            place.with_name(place.name + suffix).unlink(missing_ok=True)
        dump.replace(place)
        return
    _postgres(
        "pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", str(dump)
    )


def _postgres(program: str, *words: str) -> None:
    from django.db import connection

    parameters = connection.get_connection_params()
    environment = {**os.environ, "PGPASSWORD": str(parameters.get("password", ""))}
    where = [f"--dbname={parameters['dbname']}"]
    where += [f"--{o}={parameters[k]}" for o, k in _POSTGRES_WORDS.items() if parameters.get(k)]
    if shutil.which(program) is None:
        raise BackupFault(f"{program} is missing. Type: apt-get install -y postgresql-client")
    done = subprocess.run([program, *where, *words], env=environment, check=False)
    if done.returncode:
        raise BackupFault(f"{program} did not succeed; its message is above.")


_POSTGRES_WORDS = {"host": "host", "port": "port", "username": "user"}


def _unpack(archive: Path, home: Path) -> dict[str, Any]:
    """Unpack and check every part; nothing is replaced unless all of it is whole."""
    try:
        with tarfile.open(archive, "r:gz") as tar:
            tar.extractall(home, filter="data")
        manifest: dict[str, Any] = json.loads((home / "manifest.json").read_text("utf-8"))
        wrong = [p for p, known in manifest["sha256"].items() if _sha256(home / p) != known]
    except (tarfile.TarError, OSError, EOFError, ValueError, KeyError) as error:
        raise BackupFault(f"{archive} is not a whole Aukio backup ({error}).") from error
    if wrong:
        raise BackupFault(f"{archive} is damaged: {', '.join(wrong)}. Use another backup.")
    return manifest


def _replace_files(source: Path) -> None:
    from django.conf import settings

    source.mkdir(exist_ok=True)
    old = settings.DATA_DIR / f"files.before-restore.{os.getpid()}"
    if settings.MEDIA_ROOT.exists():
        settings.MEDIA_ROOT.replace(old)
    source.replace(settings.MEDIA_ROOT)
    shutil.rmtree(old, ignore_errors=True)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(CHUNK):
            digest.update(block)
    return digest.hexdigest()
