"""allauth's forms, as we ask them. Making an account takes an address and a name, no password.

Somebody else's address could otherwise be taken with a password set beforehand. A password
is chosen on the profile page, after the address has been confirmed.
"""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm, SignupForm
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aukio.shared.accounts.models import Person

ADDRESS = pgettext_lazy("field", "E-mail address")


class PasswordForm(LoginForm):  # type: ignore[misc]
    """Signing in with a password; the address is called as everywhere else."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"].label = ADDRESS


class SignUpForm(SignupForm):  # type: ignore[misc]
    """allauth's form without the password and with a name."""

    name = forms.CharField(
        label=pgettext_lazy("person", "Name"),
        max_length=120,
        required=False,
        help_text=_("Shown to those you work with. You may leave this empty."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields.pop("password1", None)
        self.fields["email"].label = ADDRESS
        self.order_fields(["email", "name"])

    def custom_signup(self, request: HttpRequest, user: Person) -> None:
        """Called by allauth with the new person."""
        user.name = self.cleaned_data["name"].strip()
        user.save(update_fields=["name"])
