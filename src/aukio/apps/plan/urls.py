"""Addresses of the plan room."""

from django.urls import path, register_converter

from aukio.apps.plan import converters
from aukio.apps.plan.views import (
    amending,
    data,
    desk,
    figures,
    others,
    pages,
    people,
    report,
    reviewing,
    voices,
    work,
)

register_converter(converters.CommitmentNumber, "commitment")
register_converter(converters.MeasureNumber, "measure")

app_name = "plan"
urlpatterns = [
    path("", pages.plan, name="plan"),
    path("colours/", pages.colours, name="plan-colours"),
    path("without-figures/", pages.without_figures, name="measure-without-figures"),
    path("plan.json", data.as_json, name="plan-json"),
    path("measures.csv", data.as_csv, name="measure-csv"),
    path("feed.atom", data.feed, name="plan-feed"),
    path("report/", report.report, name="report"),
    path("report.<slug:form>", report.report_file, name="report-file"),
    path("history/", pages.changes, name="plan-history"),
    path("indicators/", figures.indicators, name="indicator-list"),
    path("indicators/<int:pk>/", figures.describe, name="indicator-edit"),
    path("figures/<str:code>/", figures.figure, name="figure"),
    path("team/", desk.team, name="team"),
    path("others/", others.plans, name="other-list"),
    path("others/<slug:code>/", others.plan, name="other-plan"),
    path("others/<slug:code>/files.zip", others.files, name="other-files"),
    path("others/<slug:code>/show/", others.show, name="other-show"),
    path("others/<slug:code>/<int:pk>/", others.measure, name="other-measure"),
    path("reviews/", reviewing.reviews, name="review-list"),
    path("periods/", work.periods, name="period-list"),
    path("follow/", voices.follow, name="plan-follow"),
    path("letters/<str:token>/", voices.subscription, name="subscription"),
    path("letters/<str:token>/stop/", voices.stop, name="subscription-stop"),
    path("<commitment:number>/", pages.commitment, name="commitment"),
    path("<measure:number>/", pages.measure, name="measure"),
    path("<measure:number>/feed.atom", data.feed, name="measure-feed"),
    path("<measure:number>/light.svg", data.light_image, name="measure-light"),
    path("<measure:number>/follow/", voices.follow, name="measure-follow"),
    path("<measure:number>/comment/", voices.comment, name="comment-add"),
    path("<measure:number>/comments/<int:pk>/", voices.answer, name="comment-answer"),
    path("<measure:number>/update/", work.update, name="measure-update"),
    path("<measure:number>/approve/", work.approve, name="measure-approve"),
    path("<measure:number>/people/", people.people, name="people"),
    path("<measure:number>/milestones/", amending.milestones, name="milestone-list"),
    path("<measure:number>/milestones/<int:pk>/", amending.milestone, name="milestone-edit"),
    path("<measure:number>/amend/", amending.amend, name="measure-amend"),
    path("<measure:number>/review/", reviewing.review, name="review-add"),
    path("<measure:number>/figures/", figures.tell, name="figure-tell"),
    path("<measure:number>/evidence/<int:pk>/", data.evidence_file, name="evidence-file"),
    path("<measure:number>/evidence/<int:pk>/check/", work.check, name="evidence-check"),
]
