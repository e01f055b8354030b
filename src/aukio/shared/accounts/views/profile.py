"""A person's own page: name, language, ways of signing in, and erasing it all."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from aukio.shared.accounts import actions
from aukio.shared.accounts.access import signed_in
from aukio.shared.accounts.forms import EraseForm, ProfileForm
from aukio.shared.accounts.models import Person
from aukio.shared.accounts.queries import sign_in_methods


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """Name and language, to be changed; ways of signing in, to be looked at."""
    person = cast(Person, request.user)
    kept = {"name": person.name, "language": person.language}
    form = ProfileForm(request.POST or None, initial=kept)
    if request.method == "POST" and form.is_valid():
        actions.edit_profile(by=person, person=person, **form.cleaned_data)
        with translation.override(person.language):
            messages.success(request, _("Your details have been saved."))
            return redirect("accounts:profile-show")
    context = {"form": form, "person": person, "methods": sign_in_methods(person)}
    return render(request, "accounts/profile.html", context)


@signed_in
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Say what erasing means, ask for a tick, and do it."""
    person = cast(Person, request.user)
    form = EraseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.erase_person(by=person, person=person)
        logout(request)
        messages.success(request, _("Your account has been erased."))
        return redirect(reverse("account_login"))
    return render(request, "accounts/erase.html", {"form": form, "person": person})
