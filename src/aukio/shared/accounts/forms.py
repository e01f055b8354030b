"""What is asked on the account pages."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aukio.shared.accounts.models import LANGUAGES


class LinkForm(forms.Form):
    """An address to send a sign-in link to."""

    email = forms.EmailField(
        label=pgettext_lazy("field", "E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class ProfileForm(forms.Form):
    """A person's own name and language."""

    name = forms.CharField(
        label=pgettext_lazy("person", "Name"),
        max_length=120,
        required=False,
        help_text=_("Shown to those you work with. You may leave this empty."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(
        label=_("Language"),
        choices=LANGUAGES,
        help_text=_("Your mail is written in this language."),
        widget=forms.RadioSelect,
    )


class EraseForm(forms.Form):
    """A tick: erasing cannot be undone."""

    sure = forms.BooleanField(
        label=_("Yes, erase my account for good"),
        error_messages={"required": _("Tick the box if you want to erase your account.")},
    )
