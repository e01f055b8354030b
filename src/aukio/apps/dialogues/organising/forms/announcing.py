"""Registering a dialogue on a phone: what is known already is filled in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from aukio.apps.dialogues.models import Dialogue
from aukio.apps.dialogues.organising.actions.announcing import LONGEST_KEPT, Telling
from aukio.apps.dialogues.organising.forms.fields import (
    MunicipalityField,
    TimeField,
    choose,
    fill_municipalities,
)
from aukio.apps.dialogues.organising.models import KEPT_DAYS, MOST_PLACES, Announcement
from aukio.shared.areas.models import Area
from aukio.shared.i18n.times import long_date
from aukio.shared.organisations.models import Organisation
from aukio.shared.terms import queries as terms
from aukio.ui.dates import DateField

USUAL = ("fi", "sv", "en")
OTHER_DAY = "other"


class AnnouncementForm(forms.Form):
    """``days``: the round's dialogue days; ``organisers``: those the person may act for."""

    organiser = forms.ModelChoiceField(
        queryset=Organisation.objects.none(), label=_("Organiser"), required=False
    )
    day = forms.ChoiceField(
        label=pgettext_lazy("dialogue", "Day"), widget=forms.RadioSelect, required=False
    )
    other_day = DateField(label=pgettext_lazy("dialogue", "Another day"), required=False)
    begins = TimeField(
        label=pgettext_lazy("dialogue", "Begins"), required=False, help_text=_("Such as 17.30")
    )
    ends = TimeField(label=pgettext_lazy("dialogue", "Ends"), required=False)
    mode = forms.ChoiceField(label=_("How people meet"), widget=forms.RadioSelect)
    municipality = MunicipalityField(
        label=_("Municipality"),
        required=False,
        help_text=_("Where people meet; for an online dialogue you may leave this empty."),
    )
    place = forms.CharField(
        label=pgettext_lazy("dialogue", "Place"),
        max_length=200,
        required=False,
        help_text=_("Name and street address, so that people find it."),
    )
    languages = forms.MultipleChoiceField(
        label=pgettext_lazy("dialogue", "Languages"), widget=forms.CheckboxSelectMultiple
    )
    other_language = forms.ChoiceField(
        label=pgettext_lazy("dialogue", "Another language"), required=False
    )
    places = forms.IntegerField(
        label=pgettext_lazy("dialogue", "Places"),
        required=False,
        min_value=0,
        max_value=MOST_PLACES,
        help_text=_("People sign up here by themselves. Leave empty if you invite them yourself."),
    )
    is_public = forms.ChoiceField(
        label=_("Who can find the page"), widget=forms.RadioSelect, required=False
    )
    contact_name = forms.CharField(
        label=pgettext_lazy("dialogue", "Contact person"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    contact_email = forms.EmailField(
        label=_("Contact person's e-mail"),
        help_text=_("For the core group and those who sign up. Not shown in public."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    groups = forms.MultipleChoiceField(
        label=pgettext_lazy("dialogue", "Whom you invite"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    title = forms.CharField(
        label=pgettext_lazy("dialogue", "Title"),
        max_length=200,
        required=False,
        help_text=_("If you leave this empty: the organiser and the municipality."),
    )
    text = forms.CharField(
        label=pgettext_lazy("dialogue", "What you want to tell"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("For example how to get there, coffee, interpretation, access."),
    )
    online_address = forms.URLField(
        label=_("Address of the online meeting"),
        required=False,
        max_length=400,
        assume_scheme="https",
        help_text=_("Told only to those who have a place."),
    )
    closes_on = DateField(label=_("Last day to sign up"), required=False)
    kept_days = forms.IntegerField(
        label=_("Names are deleted this many days after the dialogue"),
        required=False,
        min_value=1,
        max_value=LONGEST_KEPT,
    )

    MAIN = ("organiser", "day", "other_day", "begins", "ends", "mode", "municipality", "place")
    PEOPLE = ("languages", "other_language", "places", "is_public")
    CONTACT = ("contact_name", "contact_email")
    MORE = ("title", "text", "online_address", "closes_on", "kept_days")

    def __init__(
        self, *args: Any, organisers: Any, days: Iterable[date], may_be_open: bool, **settings: Any
    ) -> None:
        super().__init__(*args, **settings)
        self._days = {one.isoformat(): one for one in days}
        self._fill_organisers(organisers, may_be_open)
        offered = [(key, long_date(one)) for key, one in self._days.items()]
        choose(self, "day", [*offered, (OTHER_DAY, pgettext("dialogue day", "Another day"))])
        if not offered:
            del self.fields["day"]
        labels = terms.labels("languages")
        choose(self, "mode", terms.labels("dialogue-modes").items())
        choose(self, "languages", [(code, labels.get(code, code)) for code in USUAL])
        others = [(code, label) for code, label in labels.items() if code not in USUAL]
        choose(self, "other_language", [("", pgettext("language", "None")), *others])
        choose(self, "groups", terms.labels("participant-groups").items())
        choose(
            self,
            "is_public",
            [
                ("yes", gettext("Everyone: it is on the list and the map")),
                ("no", gettext("Only those who get the address from you")),
            ],
        )
        fill_municipalities(self, "municipality")
        # A language that is required together with another is checked in clean().
        self.fields["languages"].required = False

    def _fill_organisers(self, organisers: Any, may_be_open: bool) -> None:
        field = self.fields["organiser"]
        field.queryset = organisers  # type: ignore[attr-defined]
        field.required = not may_be_open
        found = list(organisers[:2])
        if len(found) == 1 and not may_be_open:
            field.initial = found[0].pk
            field.widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        chosen = given.get("day") or OTHER_DAY
        given["on"] = self._days.get(chosen) or given.get("other_day")
        if given["on"] is None and "other_day" not in self.errors:
            field = "day" if "day" in self.fields and chosen != OTHER_DAY else "other_day"
            self.add_error(field, gettext("Choose the day"))
        spoken = [*given.get("languages", []), given.get("other_language", "")]
        given["spoken"] = [code for code in spoken if code]
        if not given["spoken"]:
            self.add_error("languages", gettext("Choose at least one language"))
        meets = given.get("mode") in ("in_person", "hybrid")
        if meets and not given.get("municipality") and "municipality" not in self.errors:
            self.add_error("municipality", gettext("Choose the municipality where you meet"))
        return given

    def telling(self) -> Telling:
        """What was told; only after the form was found valid."""
        given = self.cleaned_data
        same = (
            *("contact_name", "contact_email", "title", "municipality", "mode", "place"),
            *("online_address", "begins", "ends", "groups", "text", "closes_on"),
        )
        return Telling(
            day=given["on"],
            languages=given["spoken"],
            is_public=given.get("is_public") != "no",
            places=given.get("places") or 0,
            kept_days=given.get("kept_days") or KEPT_DAYS,
            **{name: given[name] for name in same},
        )


def remembered(
    earlier: Announcement | None, person: Any, home: Area | None = None
) -> dict[str, Any]:
    """What need not be typed again: from the newest page of one's own, else from the account.

    ``home``: where the organiser is, offered as the municipality of a first dialogue.
    """
    start: dict[str, Any] = {
        "contact_name": person.name,
        "contact_email": person.email,
        "languages": [person.language],
        "mode": "in_person",
        "is_public": "yes",
        "kept_days": KEPT_DAYS,
        "municipality": home.pk if home and home.kind == Area.Kind.MUNICIPALITY else None,
    }
    if earlier is None:
        return start
    spoken = earlier.languages
    return start | {
        "organiser": earlier.dialogue.organiser_id,
        "contact_name": earlier.contact_name,
        "contact_email": earlier.contact_email,
        "municipality": earlier.dialogue.municipality_id,
        "place": earlier.place,
        "mode": earlier.dialogue.mode or "in_person",
        "languages": [code for code in spoken if code in USUAL],
        "other_language": next((code for code in spoken if code not in USUAL), ""),
        "groups": earlier.groups,
        "is_public": "yes" if earlier.is_public else "no",
        "begins": earlier.begins,
        "ends": earlier.ends,
    }


def as_it_is(told: Announcement, days: Iterable[date]) -> dict[str, Any]:
    """The page as it stands, to be changed."""
    held: Dialogue = told.dialogue
    on_list = held.date in set(days)
    gathering = told.gathering
    return remembered(told, told.registered_by or _Nobody()) | {
        "day": held.date.isoformat() if held.date and on_list else OTHER_DAY,
        "other_day": None if on_list else held.date,
        "title": held.title,
        "text": told.text,
        "online_address": told.online_address,
        "places": gathering.places if gathering and gathering.is_open else None,
        "closes_on": gathering.closes_on if gathering else None,
        "kept_days": gathering.kept_days if gathering else KEPT_DAYS,
    }


class _Nobody:
    """Whoever registered the dialogue has gone."""

    name = email = ""
    language = "fi"


class PeopleForm(forms.Form):
    """After the day: how many took part, by age band and by group."""

    participants = forms.IntegerField(
        label=_("How many people took part"), min_value=0, max_value=10_000
    )

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        for prefix, vocabulary in (("band", "age-bands"), ("group", "participant-groups")):
            for code, label in terms.labels(vocabulary).items():
                self.fields[f"{prefix}:{code}"] = forms.IntegerField(
                    label=label, required=False, min_value=0, max_value=10_000
                )

    def counts(self, prefix: str) -> dict[str, int]:
        """Numbers by code; empty ones are left out."""
        start = f"{prefix}:"
        return {
            name.removeprefix(start): number
            for name, number in self.cleaned_data.items()
            if name.startswith(start) and number
        }

    def part(self, prefix: str) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith(f"{prefix}:")]
