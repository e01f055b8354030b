"""Deciding about the places of a record that could tell who somebody is."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.models import Decision
from aukio.apps.dialogues.models.finding import LONGEST_REASON, LONGEST_REPLACEMENT

REASONS = {
    "tells": pgettext_lazy("reason", "Tells who somebody is"),
    "others": pgettext_lazy("reason", "Tells about somebody who was not there"),
    "rare": pgettext_lazy("reason", "Few people are like this"),
    "nobody": pgettext_lazy("reason", "Is not about a person"),
    "office": pgettext_lazy("reason", "Is about a public office or a service"),
    "allowed": pgettext_lazy("reason", "The person asked for it to be told"),
}
REPLACEMENTS = {
    "identity": pgettext_lazy("redacted", "[identity code]"),
    "email": pgettext_lazy("redacted", "[e-mail address]"),
    "iban": pgettext_lazy("redacted", "[bank account]"),
    "phone": pgettext_lazy("redacted", "[telephone number]"),
    "address": pgettext_lazy("redacted", "[address]"),
    "name": pgettext_lazy("redacted", "[name]"),
    "plate": pgettext_lazy("redacted", "[vehicle]"),
    "rare": pgettext_lazy("redacted", "[person]"),
    "other": pgettext_lazy("redacted", "[hidden]"),
}
DECISIONS = [("", pgettext_lazy("finding", "Decide later")), *Decision.choices]


class WordsForm(forms.Form):
    """Words the machine did not find."""

    words = forms.CharField(
        label=_("Words to hide"),
        help_text=_("Copy them from the record. They are hidden everywhere in it."),
    )
    replacement = forms.CharField(
        label=_("What is shown instead"), max_length=LONGEST_REPLACEMENT, required=False
    )
    reason = forms.CharField(label=_("Why"), max_length=LONGEST_REASON)
