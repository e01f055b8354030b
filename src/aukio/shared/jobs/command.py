"""``aukio jobs``: the worker, and what it has to do."""

from __future__ import annotations

import json

import click


@click.group(name="jobs")
def group() -> None:
    """The worker and its jobs."""


@group.command()
@click.option("--batch", is_flag=True, help="Stop when no job is left.")
def worker(batch: bool) -> None:
    """Do the jobs as they come, until stopped with Ctrl-C."""
    from aukio.shared.jobs.worker import run

    run(batch=batch)


@group.command("list")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def list_jobs(form: str) -> None:
    """The newest fifty jobs."""
    from aukio.shared.jobs.models import Job

    rows = [
        {"id": str(job.pk), "kind": job.kind, "status": job.status, "percent": job.percent}
        for job in Job.objects.order_by("-created")[:50]
    ]
    if form == "json":
        click.echo(json.dumps({"jobs": rows}))
        return
    for row in rows:
        percent = "" if row["percent"] is None else f"{row['percent']} %"
        click.echo(f"{row['id']}  {row['status']:8} {percent:>6}  {row['kind']}")
