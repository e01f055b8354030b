"""What the sign-in page shows besides allauth's own form."""

from __future__ import annotations

from django import template
from django.conf import settings
from django.db.models import QuerySet

from aukio.shared.accounts.forms import LinkForm
from aukio.shared.accounts.models import Person
from aukio.shared.accounts.queries import sample_people as read_sample_people

register = template.Library()


@register.simple_tag
def link_form() -> LinkForm:
    """The empty form that asks for a sign-in link."""
    return LinkForm(auto_id="link_%s")


@register.simple_tag
def sample_people() -> QuerySet[Person]:
    """People to try the service as; none unless the settings allow it."""
    return read_sample_people()


@register.simple_tag
def organisation_sign_in() -> str:
    """Name of the OpenID Connect issuer, or an empty text when there is none."""
    return settings.OIDC_NAME if settings.OIDC_ORIGIN else ""
