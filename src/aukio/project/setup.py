"""What a start prepares: tables, static files, reference data, and the sample data once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

DATA = Path(__file__).resolve().parents[3] / "data"
Tell = Callable[[str], object]


def prepare(*, tell: Tell) -> None:
    """Bring the data folder up to date; quick when nothing has changed."""
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    collect_static(tell=tell)
    fresh = migrate(tell=tell)
    load_reference(tell=tell, fresh=fresh)
    prepare_words(tell=tell)
    if settings.SAMPLE_PEOPLE:
        from aukio.project.sample import load_once

        load_once(tell=tell)


def migrate(*, tell: Tell) -> bool:
    """Bring the tables up to date; true when something was changed."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        tell("Preparing the database")
        call_command("migrate", verbosity=0)
        return True
    return False


def collect_static(*, tell: Tell) -> None:
    """Gather and compress the files of the pages when one has changed."""
    stamp = settings.DATA_DIR / "static.stamp"
    state = _static_state()
    if stamp.exists() and stamp.read_text() == state:
        return
    tell("Gathering the files of the pages")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(state)


def _static_state() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            found = Path(storage.path(path)).stat()
            digest.update(f"{path}:{found.st_size}:{found.st_mtime_ns}".encode())
    return digest.hexdigest()


def prepare_words(*, tell: Tell) -> None:
    """Word lists as memory-mapped files: a web process then reads them in no time and memory."""
    from aukio.engines.text import prepare as prepare_text

    stamp = settings.DATA_DIR / "words.stamp"
    if not stamp.exists():
        tell("Preparing the word lists")
    prepare_text()
    stamp.touch()


def load_reference(*, tell: Tell, fresh: bool) -> None:
    """Areas, vocabularies and the plan, loaded when their files or the tables have changed."""
    for name, folder, load in _reference():
        state = _files_state(folder)
        stamp = settings.DATA_DIR / f"{name}.stamp"
        if not fresh and stamp.exists() and stamp.read_text() == state:
            continue
        tell(f"Loading {name}")
        load(folder)
        stamp.write_text(state)


def _reference() -> list[tuple[str, Path, Callable[[Path], object]]]:
    from aukio.apps.plan.actions import load_plan
    from aukio.shared.areas.actions import load as load_areas
    from aukio.shared.terms.actions import load as load_terms

    return [
        ("terms", DATA / "terms", lambda folder: load_terms(by=None, path=folder)),
        (
            "areas",
            DATA / "areas" / "2025",
            lambda folder: load_areas(by=None, folder=folder, year=2025),
        ),
        ("plan", DATA / "plan" / "finland-2023-2027.yaml", load_plan),
    ]


def _files_state(place: Path) -> str:
    files = sorted(place.rglob("*")) if place.is_dir() else [place]
    digest = hashlib.sha256(repr(settings.DATABASES["default"]).encode())
    for file in files:
        if file.is_file():
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()
