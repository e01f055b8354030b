"""What is asked when a member is added."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aukio.shared.organisations.roles import Role


class MemberForm(forms.Form):
    """Who, and in which role. ``roles`` are those the asker may give."""

    email = forms.EmailField(
        label=pgettext_lazy("field", "E-mail address"),
        help_text=_(
            "If the person has no account yet, they get a letter that tells how to come in."
        ),
        max_length=254,
    )
    name = forms.CharField(
        label=pgettext_lazy("person", "Name"),
        max_length=120,
        required=False,
        help_text=_("Only used if the person has no account yet."),
    )
    role = forms.ChoiceField(label=pgettext_lazy("member", "Role"))

    def __init__(self, *args: Any, roles: list[Role], **options: Any) -> None:
        super().__init__(*args, **options)
        self._roles = {f"{role.room}.{role.code}": role for role in roles}
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(key, role.label) for key, role in self._roles.items()]

    @property
    def chosen_role(self) -> Role:
        """The role chosen; only after the form was found valid."""
        return self._roles[self.cleaned_data["role"]]
