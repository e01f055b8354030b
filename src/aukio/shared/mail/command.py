"""``aukio mail``: what is in the outbox, and sending it."""

from __future__ import annotations

import json

import click


@click.group(name="mail")
def group() -> None:
    """Mail waiting to be sent."""


@group.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def status(form: str) -> None:
    """How many messages wait, are sent, or were given up. Exit 1 when some were given up."""
    from aukio.shared.mail.models import Message, State

    counts = {state.value: Message.objects.filter(state=state).count() for state in State}
    if form == "json":
        click.echo(json.dumps(counts))
    else:
        for state in State:
            click.echo(f"{counts[state.value]:6}  {state.label}")
    raise SystemExit(1 if counts[State.GIVEN_UP] else 0)


@group.command()
def send() -> None:
    """Send what is due now."""
    from aukio.shared.mail.actions import send_due

    click.echo(f"{send_due(limit=1000)} sent")


@group.command()
def retry() -> None:
    """Try again with messages that were given up."""
    from aukio.shared.mail.actions import try_again

    click.echo(f"{try_again()} put back in the queue")
