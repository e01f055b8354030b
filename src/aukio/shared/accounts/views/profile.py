"""A person's own page: name, language, ways of signing in, and erasing it all."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from aukio.shared.accounts import actions
from aukio.shared.accounts.access import signed_in
from aukio.shared.accounts.forms import EraseForm, ProfileForm
from aukio.shared.accounts.models import Person
from aukio.shared.accounts.queries import SignInMethods, sign_in_methods


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Name and language, to be changed; ways of signing in, to be looked at."""
    person = cast(Person, request.user)
    kept = {"name": person.name, "language": person.language}
    form = ProfileForm(request.POST if request.method == "POST" else None, initial=kept)
    if request.method == "POST" and form.is_valid():
        actions.edit_profile(by=person, person=person, **form.cleaned_data)
        with translation.override(person.language):
            messages.success(request, _("Your details have been saved."))
            return redirect("accounts:profile-show")
    methods = sign_in_methods(person)
    context = {
        "form": form,
        "person": person,
        "ways": _ways(person, methods),
        "links": _links(methods),
    }
    return render(request, "accounts/profile.html", context)


def _ways(person: Person, methods: SignInMethods) -> list[tuple[str, str]]:
    """Each way of signing in, and whether it is in use."""
    in_use = pgettext("way of signing in", "In use")
    not_in_use = pgettext("way of signing in", "Not in use")
    ways = [
        (_("Link to your e-mail"), person.email),
        (_("Password"), in_use if methods.has_password else not_in_use),
        (_("Authenticator app"), in_use if methods.has_authenticator_app else not_in_use),
        (_("Passkeys"), str(methods.passkeys) if methods.passkeys else not_in_use),
    ]
    if settings.OIDC_ORIGIN:
        connected = in_use if methods.organisation_sign_ins else not_in_use
        ways.append((settings.OIDC_NAME, connected))
    return ways


def _links(methods: SignInMethods) -> list[dict[str, str]]:
    """Where each way is changed."""
    password = (
        ("account_change_password", _("Change your password"))
        if methods.has_password
        else ("account_set_password", _("Choose a password"))
    )
    pages = [
        ("account_email", _("Change your e-mail address")),
        password,
        ("mfa_index", _("Authenticator app, passkeys and recovery codes")),
    ]
    if settings.OIDC_ORIGIN:
        pages.append(("socialaccount_connections", _("Your organisation's sign-in")))
    return [{"href": reverse(route), "text": text} for route, text in pages]


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Say what erasing means, ask for a tick, and do it."""
    person = cast(Person, request.user)
    form = EraseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.erase_person(by=person, person=person)
        logout(request)
        messages.success(request, _("Your account has been erased."))
        return redirect(reverse("account_login"))
    return render(request, "accounts/erase.html", {"form": form, "person": person})
