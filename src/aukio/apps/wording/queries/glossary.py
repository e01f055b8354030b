"""Glossaries: an organisation's own words."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from aukio.apps.wording import proposed
from aukio.apps.wording.models import GlossaryTerm, ModelUse
from aukio.engines.clarity import Glossary, Term
from aukio.shared.organisations.models import Organisation
from aukio.shared.organisations.public_rules import memberships


def organisations_of(person: Any) -> list[Organisation]:
    """The organisations the person acts for, by name."""
    if not person.is_authenticated or not person.is_active:
        return []
    ids = {organisation for _room, _role, organisation in memberships(person)}
    return list(Organisation.objects.filter(pk__in=ids).order_by("name", "pk")) if ids else []


def terms_of(organisation: Organisation) -> QuerySet[GlossaryTerm]:
    """The organisation's terms by language and word."""
    return GlossaryTerm.objects.filter(organisation=organisation)


def glossary(organisation: int | None, language: str) -> Glossary:
    """The terms that a text in this language is checked by; none without an organisation."""
    if organisation is None:
        return Glossary()
    rows = GlossaryTerm.objects.filter(organisation_id=organisation, language=language)
    return Glossary(
        tuple(Term(row.preferred, tuple(row.forbidden), row.explanation) for row in rows)
    )


def organisation_with_model(person: Any) -> Organisation | None:
    """The first organisation of the person's that has switched the model on."""
    if proposed.model() is None:
        return None
    own = organisations_of(person)
    using = set(
        ModelUse.objects.filter(organisation__in=own).values_list("organisation", flat=True)
    )
    return next((one for one in own if one.pk in using), None)
