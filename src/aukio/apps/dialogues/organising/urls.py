"""Addresses of organising, under ``/dialogues/organising/``."""

from django.urls import path

from aukio.apps.dialogues.organising.views import applying, coming, organiser, taking_part

app_name = "organising"
urlpatterns = [
    # what anyone may see
    path("", coming.coming, name="coming"),
    path("news.atom", coming.feed, name="feed"),
    path("rounds/<slug:slug>/dialogues.ics", coming.round_calendar, name="round-calendar"),
    path("d/<str:key>/", coming.dialogue, name="dialogue"),
    path("d/<str:key>/dialogue.ics", coming.dialogue_calendar, name="dialogue-calendar"),
    path("d/<str:key>/poster.pdf", coming.poster, name="poster"),
    path("d/<str:key>/code.<str:form>", coming.code, name="code"),
    path("d/<str:key>/sign-up/", taking_part.sign_up, name="sign-up"),
    # by one's own code
    path("place/<str:token>/", taking_part.place, name="place"),
    path("place/<str:token>/cancel/", taking_part.cancel, name="place-cancel"),
    # organisers
    path("own/", organiser.own, name="own"),
    path("own/organisation/", applying.apply, name="apply"),
    path("rounds/<slug:slug>/register/", organiser.register, name="register"),
    path("dialogues/<int:dialogue>/", organiser.desk, name="dialogue-desk"),
    path("dialogues/<int:dialogue>/edit/", organiser.edit, name="dialogue-edit"),
    path("dialogues/<int:dialogue>/steps/<str:step>/", organiser.tick, name="tick"),
    path("dialogues/<int:dialogue>/people/", organiser.people, name="people"),
    path("dialogues/<int:dialogue>/call-off/", organiser.call_off, name="call-off"),
    # the core group
    path("organisations/", applying.applications, name="applications"),
    path("organisations/<int:application>/", applying.application, name="application"),
]
