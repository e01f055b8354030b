"""Addresses of organisers' checks, under ``/dialogues/checking/``."""

from django.urls import path

from aukio.apps.dialogues.checking.views import desk, looking

app_name = "checking"
urlpatterns = [
    # the organiser: with the link in the letter, or signed in
    path("look/<str:token>/", looking.look, name="look"),
    path("own/<int:review>/", looking.own, name="own"),
    # the core group
    path("desk/<slug:slug>/", desk.desk, name="desk"),
    path("desk/<slug:slug>/ask/", desk.ask, name="ask"),
    path("desk/reviews/<int:review>/again/", desk.again, name="again"),
    path("desk/remarks/<int:remark>/", desk.answer, name="answer"),
]
