"""Real tasks for the tests: the queue finds them by their address."""

from __future__ import annotations

from typing import Any

from aukio.shared.faults import Fault
from aukio.shared.jobs.progress import Progress
from aukio.shared.jobs.work import job_task


@job_task
def count_to(progress: Progress, *, number: int) -> dict[str, Any]:
    for step in range(number):
        progress(step + 1, number, f"Counting {step + 1}")
    return {"counted": number}


@job_task
def find_fault(_progress: Progress) -> None:
    raise Fault("The date is not a date.", where="row 7", mend="Write it as 5.12.2026.")


@job_task
def break_down(_progress: Progress) -> None:
    raise ZeroDivisionError("secret detail")
