"""What people fill in: a text to check, a place to let be, days of sharing, a term."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from aukio.apps.wording.actions.glossary import Wanted
from aukio.apps.wording.actions.sites import AskedSite
from aukio.apps.wording.asking import Asked, LetBe, goal_of
from aukio.apps.wording.bounds import MOST_BYTES, MOST_DAYS, MOST_PAGES
from aukio.apps.wording.models import GlossaryTerm, Language, Profile
from aukio.apps.wording.texts import TEXTS, Given, language_of, pasted, read, too_large, uploaded
from aukio.engines.clarity import rules
from aukio.shared.organisations.models import Organisation

AUTO = [("auto", pgettext_lazy("language of a text", "Recognise it from the text"))]
PLACES = [("here", _("Only here")), ("all", _("Everywhere in this text"))]
# A field of this room does not offer to check itself.
NO_OFFER = {"data-wording": "no"}


class CheckForm(forms.Form):
    """A text or a file, and how to check it.

    ``ending`` tells what a text put back into the field was: Markdown and HTML stay what
    they are. ``series`` ties the checks of one text together.
    """

    text = forms.CharField(
        label=_("Text to check"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, **NO_OFFER}),
        help_text=_("Write or paste here. Findings appear as you write."),
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        allow_empty_file=True,
        help_text=_(
            "Word (.docx), OpenDocument (.odt), PDF, text, Markdown or HTML; at most 10 MB."
        ),
    )
    profile = forms.ChoiceField(
        label=_("What kind of language"),
        choices=Profile.choices,
        initial=Profile.OFFICIAL,
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(
        label=_("Language of the text"), choices=[*AUTO, *Language.choices], initial="auto"
    )
    goal = forms.IntegerField(
        label=_("Goal"),
        required=False,
        min_value=0,
        max_value=100,
        help_text=_("From 0 to 100. Left empty: 75 for easy language and web, 70 otherwise."),
    )
    organisation = forms.ModelChoiceField(
        label=_("Whose glossary is used"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=pgettext_lazy("glossary", "No glossary"),
    )
    ending = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)
    series = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, organisations: Sequence[Organisation] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if not organisations:
            del self.fields["organisation"]
            return
        ids = [one.pk for one in organisations]
        field = self.fields["organisation"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Organisation.objects.filter(pk__in=ids)
        field.initial = ids[0]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        has_text, upload = bool(given.get("text", "").strip()), given.get("file")
        if upload and upload.size > MOST_BYTES:
            raise forms.ValidationError({"file": str(too_large(upload.name, upload.size))})
        if not has_text and upload is None and "file" not in self.errors:
            self.add_error("text", _("Write or paste a text, or choose a file."))
        return given

    def given(self) -> Given:
        """What is to be checked: the file when there is one. Raises ``Fault``."""
        upload = self.cleaned_data.get("file")
        if upload is not None:
            return uploaded(upload.name, upload.read())
        return pasted(self.cleaned_data["text"], self.cleaned_data.get("ending", ""))

    def asked(self, given: Given) -> Asked:
        """How to check it. Raises ``Fault`` for a text that cannot be read."""
        told = self.cleaned_data
        here = get_language() or "fi"
        language = told["language"]
        if language == "auto":
            language = language_of(read(given).text, otherwise=here)
        organisation = told.get("organisation")
        goal = told.get("goal")
        return Asked(
            language=language,
            profile=told["profile"],
            goal=goal_of(told["profile"]) if goal is None else float(goal),
            say_in=here,
            ending=given.ending,
            name=given.name,
            organisation=organisation.pk if organisation else None,
            series=str(told.get("series") or uuid.uuid4()),
        )


def filled_with(asked: Asked, source: str) -> dict[str, Any]:
    """The form's values for going on with a text that has been checked."""
    return {
        "text": source,
        "profile": asked.profile,
        "language": asked.language,
        "goal": round(asked.goal) if asked.goal != goal_of(asked.profile) else None,
        "organisation": asked.organisation,
        "ending": asked.ending if asked.ending in TEXTS else ".txt",
        "series": asked.series,
    }


class LetBeForm(forms.Form):
    """A rule, perhaps a place, and the reason."""

    rule = forms.CharField(max_length=60, widget=forms.HiddenInput)
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    where = forms.ChoiceField(choices=PLACES)
    reason = forms.CharField(max_length=300)

    def clean_rule(self) -> str:
        rule = str(self.cleaned_data["rule"])
        if rule not in rules():
            raise forms.ValidationError(_("There is no such rule."))
        return rule

    def let_be(self) -> LetBe:
        told = self.cleaned_data
        if told["where"] == "all":
            return LetBe(told["rule"], told["reason"])
        return LetBe(told["rule"], told["reason"], told.get("start"), told.get("end"))


class ShareForm(forms.Form):
    """How long others may read the text."""

    days = forms.IntegerField(
        label=_("How many days the link works"),
        min_value=1,
        max_value=MOST_DAYS,
        initial=14,
        help_text=_("From 1 to 90. Then the text is deleted."),
    )


class TermForm(forms.Form):
    """One term of a glossary."""

    language = forms.ChoiceField(label=pgettext_lazy("field", "Language"), choices=Language.choices)
    preferred = forms.CharField(label=_("Word to use"), max_length=100)
    forbidden = forms.CharField(
        label=_("Words to avoid for the same thing"),
        required=False,
        max_length=2500,
        widget=forms.Textarea(attrs={"rows": 3, **NO_OFFER}),
        help_text=_("One on each line, in the base form. Every form of them is found."),
    )
    explanation = forms.CharField(
        label=_("What the word means, if it must be explained to readers"),
        required=False,
        max_length=300,
        help_text=_("A text that uses the word without this explanation gets a remark."),
    )

    def wanted(self) -> Wanted:
        told = self.cleaned_data
        avoided = told["forbidden"].splitlines()
        return Wanted(told["language"], told["preferred"], avoided, told["explanation"])


def term_values(term: GlossaryTerm) -> dict[str, str]:
    """The form's values of a term there is."""
    return {
        "language": term.language,
        "preferred": term.preferred,
        "forbidden": "\n".join(term.forbidden),
        "explanation": term.explanation,
    }


class SiteForm(forms.Form):
    """A site to read: where to begin and how far to go."""

    address = forms.CharField(
        label=_("Address of the site"),
        max_length=500,
        widget=forms.URLInput(attrs={"autocomplete": "url"}),
        help_text=_("For example https://www.example.fi/. Pages of this site only are read."),
    )
    profile = forms.ChoiceField(
        label=_("What kind of language"),
        choices=Profile.choices,
        initial=Profile.WEB,
        widget=forms.RadioSelect,
    )
    pages = forms.IntegerField(
        label=_("Pages at most"),
        min_value=1,
        max_value=MOST_PAGES,
        initial=50,
        help_text=_("From 1 to 200. One page takes a second or more."),
    )
    days = forms.IntegerField(
        label=_("Keep the report for (days)"),
        min_value=1,
        max_value=MOST_DAYS,
        initial=30,
        help_text=_("From 1 to 90. Then it is deleted by itself."),
    )

    def asked(self, say_in: str) -> AskedSite:
        """What the valid form asks for; an address without https:// is given one."""
        told = self.cleaned_data
        address = told["address"].strip()
        if "://" not in address:
            address = f"https://{address}"
        return AskedSite(address, told["profile"], told["pages"], told["days"], say_in)


class AgreeForm(forms.Form):
    """Agreeing to send a text to another service; asked each time."""

    agrees = forms.BooleanField(label="")
    is_safe = forms.BooleanField(label=_("What is listed above is not about a private person."))

    def __init__(self, *given: Any, host: str, has_personal: bool, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["agrees"].label = _(
            "I agree that the text is sent to %(host)s. It has no names of private persons."
        ) % {"host": host}
        if not has_personal:
            del self.fields["is_safe"]

    def agreed(self) -> dict[str, bool]:
        told = self.cleaned_data
        return {"agrees": told["agrees"], "is_safe": told.get("is_safe", False)}
