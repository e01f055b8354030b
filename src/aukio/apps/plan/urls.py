"""Addresses of the plan room."""

from django.urls import path, register_converter

from aukio.apps.plan import converters
from aukio.apps.plan.views import pages

register_converter(converters.CommitmentNumber, "commitment")
register_converter(converters.MeasureNumber, "measure")

app_name = "plan"
urlpatterns = [
    path("", pages.plan, name="plan"),
    path("<commitment:number>/", pages.commitment, name="commitment"),
    path("<measure:number>/", pages.measure, name="measure"),
]
