"""One page with every component and chart, for the browser tests and for looking at."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from aukio.project.urls import urlpatterns as project_patterns
from aukio.shared.accounts.access import public
from aukio.ui import charts
from aukio.ui.components.own import Link
from aukio.ui.components.tables import Action, Row
from aukio.ui.components.ways import Crumb, Tab
from aukio.ui.dates import DateField

PAGE = """
{% extends "ui/base.html" %}{% load i18n ui words %}
{% block main %}
<p class="govuk-body">{{ 1234567|number }} · {{ 0.125|percent }}</p>
<p class="govuk-body">{{ 12345|euros }} · {{ day|long_date }}</p>
{% button "Save" %} {% button "Second" style="secondary" %} {% button "Remove" style="warning" %}
{% button "Off" disabled=True %} {% link_button "/fi/" "Start" start=True %}
<form method="post" novalidate>{% form_fields form %}</form>
{% fieldset "Where" hint="Any place will do" %}
{% input "Street" "street" hint="With number" %}{% endfieldset %}
{% textarea "Words" "words" error="Say something" %}{% select "Pick" pairs "pick" %}
{% radios "One" pairs "one" %}{% checkboxes "Any" pairs "any" %}{% file_upload "File" "file" %}
{% details "More" %}<p class="govuk-body">Inside</p>{% enddetails %}
{% inset %}Inset text{% endinset %}{% warning %}Careful now{% endwarning %}
{% panel "Sent" %}Thank you{% endpanel %}
{% banner kind="success" id="b1" %}<p class="govuk-body">Saved</p>{% endbanner %}
{% banner id="b2" %}<p class="govuk-notification-banner__heading">Read this</p>{% endbanner %}
{% summary_list facts %}{% table rows "Participants by area" head=head %}
<p>{% tag "Draft" %}</p>
<p>{% light "none" "Not started" %}</p><p>{% light "limited" "Limited" %}</p>
<p>{% light "substantial" "Substantial" %}</p><p>{% light "complete" "Complete" %}</p>
<p>{% light "waiting" "Waiting" %}</p><p>{% light "alert" "Late" %}</p>
{% progress 40 100 "Finding themes" %}{% progress 0 0 "Reading" %}
{% empty "No records yet." href="/fi/" action="Add the first record" %}
{% quote "Vi har inte råd att vänta." source="Dialogue in Vaasa" href="/fi/" language="sv" %}
{% tabs tabs prefix="tab" %}
{% for chart in drawings %}{% chart chart %}{% endfor %}
{% downloads links %}
{% endblock %}
{% block chain %}{% chain links links %}{% endblock %}
"""

AREAS = {"01": "Itä-Uusimaa", "06": "Satakunta", "19": "Pohjois-Pohjanmaa", "21": "Lappi",
         "90": "Helsinki", "91": "Ahvenanmaa", "08": "Pirkanmaa", "13": "Pohjois-Savo",
         "04": "Vantaa ja Kerava", "15": "Keski-Suomi"}  # fmt: skip


class Example(forms.Form):
    name = forms.CharField(label="Name", help_text="As you would like to be called")
    email = forms.EmailField(label="E-mail")
    password = forms.CharField(label="Password", widget=forms.PasswordInput)
    number = forms.IntegerField(label="How many")
    day = DateField(label="Day")
    words = forms.CharField(label="What was said", widget=forms.Textarea, required=False)
    kind = forms.ChoiceField(label="Kind", choices=[("a", "In a room"), ("b", "Online")])
    way = forms.ChoiceField(
        label="Way", choices=[("a", "First"), ("b", "Second")], widget=forms.RadioSelect
    )
    some = forms.MultipleChoiceField(
        label="Some", choices=[("a", "First"), ("b", "Second")], widget=forms.CheckboxSelectMultiple
    )
    agreed = forms.BooleanField(label="I agree")
    file = forms.FileField(label="Record", required=False)


def drawings() -> list[charts.Chart]:
    years = ["2020", "2021", "2022", "2023", "2024", "2025"]
    people = [1100, 640, 500, None, 1130, 1290]
    points = [
        charts.Point(y, v, v and v * 0.9, v and v * 1.1) for y, v in zip(years, people, strict=True)
    ]
    fewer = [charts.Point(y, 80 + 60 * at) for at, y in enumerate(years)]
    return [
        charts.BarChart(
            "Dialogues by kind of organiser",
            "Municipalities held the most dialogues.",
            bars=[charts.Bar("Municipalities", 61), charts.Bar("Associations", 43.5)],
        ),
        charts.LineChart(
            "Participants by year",
            "The number of participants has grown since 2022.",
            series=[charts.Series("Participants", points), charts.Series("Organisers", fewer)],
        ),
        charts.DotChart(
            "Clarity of summaries",
            "Summaries became clearer.",
            dots=[charts.Dot("Spring", 62, 58, 66, 51), charts.Dot("Autumn", 71.5, 69, 74, 62)],
            before_name="Year before",
        ),
        charts.TileMap(
            "Dialogues by area",
            "Most dialogues were held in Helsinki.",
            tiles=[
                charts.Tile(code, name, None if code == "91" else at * 3.0)
                for at, (code, name) in enumerate(AREAS.items())
            ],
        ),
    ]


def context() -> dict[str, Any]:
    form = Example({"email": "not an address"})
    form.is_valid()
    return {
        "title": "Everything there is",
        "lead": "A page with every component.",
        "caption": "Gallery",
        "crumbs": [Crumb("Front page", "/fi/"), Crumb("Gallery")],
        "form": form,
        "day": datetime.date(2026, 11, 23),
        "pairs": [("a", "Apple"), ("b", "Pear")],
        "facts": [Row("Place", "Vaasa", [Action("Change", "/fi/", "place")]), ("Day", "1.2.2027")],
        "head": ["Area", "Dialogues", "Participants"],
        "rows": [["Pohjois-Pohjanmaa", 12, 1130], ["Lappi", 3, 41]],
        "links": [Link("Autumn round 2026", "/fi/", "24 dialogues"), Link("Summary", "/fi/")],
        "tabs": [Tab("First", "One"), Tab("Second", "Two")],
        "drawings": drawings(),
    }


@public
def show(request: HttpRequest) -> HttpResponse:
    template = engines["django"].from_string(PAGE.strip())
    return HttpResponse(template.render(context(), request))


urlpatterns = [*project_patterns, *i18n_patterns(path("gallery/", show, name="gallery"))]
