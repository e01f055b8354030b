"""What is asked when somebody makes an account: besides the address, a name."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aukio.shared.accounts.models import Person


class NameForm(forms.Form):
    """Joined to allauth's own form, which asks the address."""

    name = forms.CharField(
        label=pgettext_lazy("person", "Name"),
        max_length=120,
        required=False,
        help_text=_("Shown to those you work with. You may leave this empty."),
    )

    def signup(self, request: HttpRequest, person: Person) -> None:
        """Called by allauth with the new person."""
        person.name = self.cleaned_data["name"].strip()
        person.save(update_fields=["name"])
