"""Forms of the front's own pages."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class FeedbackForm(forms.Form):
    text = forms.CharField(
        label=_("What would you like to tell us?"),
        help_text=_("If something did not work, tell us what you tried to do."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8, "data-wording": "no"}),
        error_messages={"required": _("Write your feedback first")},
    )
    email = forms.EmailField(
        label=_("Your e-mail address, if you want an answer"),
        help_text=_("We use it only to answer you."),
        required=False,
        error_messages={"invalid": _("Write the address like this: name@example.fi")},
    )
    page = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)

    def clean_page(self) -> str:
        """Only an address within the site; anything else is left out."""
        page = str(self.cleaned_data["page"])
        return page if page.startswith("/") and not page.startswith("//") else ""
