"""Addresses of the wing, under ``/dialogues/impact/``."""

from django.urls import path

from aukio.apps.dialogues.impact.views import (
    asking,
    brief,
    brief_desk,
    data,
    desk,
    following,
    ledger,
    owner,
    points,
)

app_name = "impact"
urlpatterns = [
    # what anyone may read
    path("", ledger.all_rounds, name="all"),
    path("answers.csv", data.as_csv, name="csv"),
    path("answers.json", data.as_json, name="json"),
    path("feed/", data.feed, name="feed"),
    path("round/<slug:slug>/", ledger.round_page, name="round"),
    path("round/<slug:slug>/feed/", data.feed, name="round-feed"),
    path("round/<slug:slug>/follow/", following.follow, name="follow"),
    path("question/<int:question>/", ledger.question_page, name="question"),
    path("brief/<slug:slug>/", brief.brief, name="brief"),
    path("brief/<slug:slug>/opened/", brief.opened, name="brief-opened"),
    path("brief/<slug:slug>/file/<str:form>/", brief.file, name="brief-file"),
    # those who took part, and those who follow
    path("took-part/<str:token>/", following.took_part, name="took-part"),
    path("following/<str:token>/", following.following, name="following"),
    path("following/<str:token>/stop/", following.stop, name="following-stop"),
    # owners: with the code in the letter, or signed in
    path("code/<str:token>/", owner.by_code_page, name="by-code"),
    path("code/<str:token>/write/<str:kind>/", owner.by_code_write, name="by-code-write"),
    path("mine/", owner.mine, name="mine"),
    path("mine/<int:question>/", owner.own_page, name="own"),
    path("mine/<int:question>/write/<str:kind>/", owner.own_write, name="own-write"),
    # the core group
    path("desk/<slug:slug>/", desk.desk, name="desk"),
    path("desk/<slug:slug>/ask/<int:theme>/", asking.ask, name="ask"),
    path("desk/question/<int:question>/contact/", asking.contact, name="contact"),
    path("desk/question/<int:question>/due/", asking.due, name="due"),
    path("desk/question/<int:question>/withdraw/", asking.withdraw, name="withdraw"),
    path("desk/<slug:slug>/brief/", brief_desk.page, name="brief-desk"),
    path("desk/<slug:slug>/brief/draft/", brief_desk.draft, name="brief-draft"),
    path("desk/<slug:slug>/brief/ask/", brief_desk.ask, name="brief-ask"),
    path("desk/<slug:slug>/brief/add/", brief_desk.add, name="brief-add"),
    path("desk/<slug:slug>/brief/publish/", brief_desk.publish, name="brief-publish"),
    path("desk/point/<int:point>/", points.edit, name="point-edit"),
    path("desk/point/<int:point>/change/", points.change, name="point-change"),
]
