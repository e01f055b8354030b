"""Addresses of the wing, under ``/dialogues/foresight/``.

A slice stands at ``<round>/<kind>/<code>/``; ``all-rounds`` in the round's place means every
published round.
"""

from django.urls import path

from aukio.apps.dialogues.foresight.views import choosing, links, matters, own, slices

app_name = "foresight"
urlpatterns = [
    # what anyone may read
    path("", matters.over_rounds, name="front"),
    path("file/", matters.export, name="export"),
    path("matters/<int:theme>/", matters.matter, name="matter"),
    path("weak-signals/", matters.weak_signals, name="signals"),
    path("choose/", choosing.choose, name="choose"),
    # organisers
    path("own/", own.own, name="own"),
    path("own/file/", own.file, name="own-file"),
    # the core group
    path("links/", links.links, name="links"),
    path("links/propose/", links.propose, name="links-propose"),
    path("links/new/", links.by_hand, name="link-new"),
    path("links/<int:link>/", links.decide, name="link-decide"),
    path("links/decisions/<int:decision>/undo/", links.undo, name="link-undo"),
    # one slice
    path("all-rounds/<str:kind>/<str:code>/", slices.every_round, name="slice-all"),
    path("all-rounds/<str:kind>/<str:code>/file/", slices.every_file, name="slice-all-file"),
    path("<slug:slug>/<str:kind>/<str:code>/", slices.one_round, name="slice"),
    path("<slug:slug>/<str:kind>/<str:code>/file/", slices.file, name="slice-file"),
]
