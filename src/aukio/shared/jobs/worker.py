"""The worker: one process beside the web that does the jobs and the chores."""

from __future__ import annotations

import os
import secrets

from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from aukio.shared.jobs import memory
from aukio.shared.jobs.actions import reclaim
from aukio.shared.jobs.chores import Chore, Keeper, registered
from aukio.shared.jobs.models import Heartbeat

PULSE = 10.0  # seconds between signs of life


def make_worker(*, batch: bool = False, interval: float = 0.5) -> Worker:
    """A worker for every queue; ``batch`` stops when the queue is empty."""
    return Worker(
        queue_names=["*"],
        interval=interval,
        batch=batch,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=secrets.token_hex(16),
        excluded_queue_names=[],
    )


def beat(worker_id: str) -> None:
    """Tell that this worker is alive, and take over from those that are not."""
    Heartbeat.objects.update_or_create(pk=worker_id, defaults={"seen": timezone.now()})
    reclaim()


def run(*, batch: bool = False) -> None:
    """Do jobs until told to stop (SIGINT, SIGTERM), or with ``batch`` until none is left."""
    worker = make_worker(batch=batch)
    worker.configure_signals()
    os.nice(10)  # Pages come first: long work takes what the web leaves.
    memory.keep_small()
    beat(worker.worker_id)
    pulse = Chore("pulse", PULSE, lambda: beat(worker.worker_id))
    keeper = Keeper([pulse] if batch else [pulse, *registered()])
    keeper.start()
    try:
        worker.run()
    finally:
        keeper.stop()
        Heartbeat.objects.filter(pk=worker.worker_id).delete()
