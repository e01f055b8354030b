"""Sample data: invented people, organisations and dialogues, plainly labelled as such."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
from django.conf import settings

DATA = Path(__file__).resolve().parents[3] / "data" / "sample"


@click.group(name="sample")
def group() -> None:
    """Sample data, plainly labelled."""


@group.command()
def load() -> None:
    """Load the invented sample round, once; does nothing when it is already there."""
    if settings.PRODUCTION:
        raise click.ClickException("Sample data is not loaded in production mode.")
    load_once(tell=click.echo)


def load_once(*, tell: Callable[[str], object]) -> None:
    """Load every room's sample data that is not there yet."""
    from aukio.apps.dialogues.models import Round
    from aukio.apps.dialogues.sample import load_sample

    if Round.objects.filter(dialogues__is_sample=True).exists():
        return
    tell("Loading sample data: invented people and words")
    load_sample(DATA)
