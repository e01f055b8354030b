"""``aukio run``: prepare what is missing, start web and worker, stop both cleanly."""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import sys
import time
from collections.abc import Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import FrameType

import click

from aukio.project import environment as given

START_WITHIN = 60.0  # seconds until the web must answer


@click.command()
@click.option("--port", default=None, type=int, help="Port on the loopback address.")
@click.option("--threads", default=4, show_default=True, help="Threads of the web process.")
def run(port: int | None, threads: int) -> None:
    """Set up what is missing, start web and worker, print the address."""
    from aukio.project.command import prepare_django

    port = port or given.PORT.number()
    _require_free(port)
    os.environ["PORT"] = str(port)
    prepare_django()
    from aukio.project.setup import prepare

    prepare(tell=click.echo)
    sys.exit(_serve(port, threads))


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            click.echo(
                f"Port {port} is in use. Stop what uses it, or choose another: PORT=8001 make run",
                err=True,
            )
            sys.exit(2)


def _serve(port: int, threads: int) -> int:
    """Both parts are forked from here, so that what is loaded is loaded once."""
    from django.db import connections

    connections.close_all()
    fork = multiprocessing.get_context("fork")
    parts = [
        fork.Process(target=_web, args=(port, threads), name="web"),
        fork.Process(target=_worker, name="worker"),
    ]
    for part in parts:
        part.start()
    stopping = _stop_on_signal()
    if _answers(port, parts[0]):
        _welcome(port)
    while not stopping and all(part.is_alive() for part in parts):
        time.sleep(0.2)
    failed = not stopping
    _stop(parts)
    click.echo("Aukio has stopped.")
    return 1 if failed else 0


def _web(port: int, threads: int) -> None:
    os.setsid()  # Ctrl-C reaches the parent only, which stops its parts in order.
    from aukio.project.web import serve

    serve(bind=f"127.0.0.1:{port}", threads=threads)


def _worker() -> None:
    os.setsid()
    from aukio.shared.jobs.worker import run as work

    work()


def _stop_on_signal() -> list[int]:
    stopping: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        stopping.append(number)

    signal.signal(signal.SIGINT, note)
    signal.signal(signal.SIGTERM, note)
    return stopping


def _answers(port: int, web: BaseProcess) -> bool:
    end = time.monotonic() + START_WITHIN
    while time.monotonic() < end and web.is_alive():
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return True
        except OSError:
            time.sleep(0.1)
    return False


def _welcome(port: int) -> None:
    click.echo(f"\nAukio is open at  http://127.0.0.1:{port}/\n")
    click.echo(f"Data is kept in   {Path(given.DATA_DIR.text()).resolve()}")
    click.echo("Stop with Ctrl-C.")


def _stop(parts: Sequence[BaseProcess]) -> None:
    """Ask first; a part that has not stopped in ten seconds is ended."""
    for part in parts:
        if part.is_alive():
            part.terminate()
    for part in parts:
        part.join(timeout=10)
        if part.is_alive():
            part.kill()
            part.join()


@click.command()
def setup() -> None:
    """Prepare tables, files of the pages and reference data, without starting anything."""
    from aukio.project.command import prepare_django

    prepare_django()
    from aukio.project.setup import prepare

    prepare(tell=click.echo)
