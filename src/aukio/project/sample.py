"""Sample data: invented people, organisations and dialogues, plainly labelled as such."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import yaml
from django.conf import settings
from django.db import transaction

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
    from aukio.apps.dialogues.coding.sample import load_sample as load_codes
    from aukio.apps.dialogues.foresight.sample import load_sample as load_earlier
    from aukio.apps.dialogues.impact.sample import load_sample as load_answers
    from aukio.apps.dialogues.models import Round
    from aukio.apps.dialogues.opinions.sample import load_sample as load_opinions
    from aukio.apps.dialogues.organising.sample import load_sample as load_coming
    from aukio.apps.dialogues.sample import load_sample
    from aukio.apps.plan.cocreation.sample import load_sample as load_proposals
    from aukio.apps.wording.sample import load_sample as load_clarity
    from aukio.shared.accounts.models import Person

    if not Round.objects.filter(dialogues__is_sample=True).exists():
        tell("Loading sample data: invented people and words")
        load_sample(DATA)
    load_answers(DATA)
    load_earlier(DATA / "earlier")
    load_proposals(DATA)
    if not Person.objects.filter(is_sample=True).exists():
        load_people(DATA / "people.yaml")
    load_codes(DATA)
    load_coming(DATA / "coming.yaml")
    load_opinions(DATA)
    load_clarity(DATA / "wording.yaml")


@transaction.atomic
def load_people(file: Path) -> None:
    """Sample people with their roles, for the sign-in page of a service that is being tried."""
    from aukio.shared.accounts.models import Person
    from aukio.shared.organisations.actions import add_member
    from aukio.shared.organisations.models import Organisation

    for one in yaml.safe_load(file.read_text(encoding="utf-8"))["people"]:
        person = Person.objects.create_user(
            one["email"], name=one["name"], language=one["language"], is_sample=True
        )
        organisation = Organisation.objects.get(name_fi=one["organisation"], is_sample=True)
        _name_lead(person.email, one.get("leads", []))
        for role in one.get("roles", []):
            room, code = role.split(".")
            add_member(by=None, organisation=organisation, person=person, room=room, role=code)


def _name_lead(email: str, measures: list[str]) -> None:
    """Give the person the measures of the plan that is here; a test may have none."""
    from aukio.apps.plan.actions import name_lead
    from aukio.apps.plan.models import Measure

    for measure in Measure.objects.filter(number__in=measures, commitment__plan__is_current=True):
        name_lead(by=None, measure=measure, email=email)
