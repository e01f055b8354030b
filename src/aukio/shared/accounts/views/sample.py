"""Trying the service as one of the sample people, in development mode only."""

from __future__ import annotations

from allauth.account.utils import perform_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from aukio.shared.accounts.access import public
from aukio.shared.accounts.queries import sample_people
from aukio.shared.accounts.views.links import safe_next


@public
@require_POST
def enter(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Sign in as a sample person; 404 unless the settings show them."""
    person = get_object_or_404(sample_people(), pk=pk)
    answer: HttpResponseBase = perform_login(
        request, person, email_verification="none", redirect_url=safe_next(request) or None
    )
    return answer
