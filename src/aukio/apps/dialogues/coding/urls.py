"""Addresses of the wing, under ``/dialogues/coding/``: all for the core group."""

from django.urls import path

from aukio.apps.dialogues.coding.views import (
    code,
    comparing,
    desk,
    frame,
    frame_many,
    proposals,
    reading,
)

app_name = "coding"
urlpatterns = [
    path("codes/<int:code>/", code.code, name="code"),
    path("codes/<int:code>/edit/", frame.edit, name="code-edit"),
    path("codes/<int:code>/move/", frame.move, name="code-move"),
    path("codes/<int:code>/retire/", frame.retire, name="code-retire"),
    path("codes/<int:code>/order/", frame.order, name="code-order"),
    path("notes/<int:note>/", reading.code, name="note-code"),
    path("notes/<int:note>/settle/", comparing.settle, name="note-settle"),
    path("<slug:slug>/", desk.desk, name="desk"),
    path("<slug:slug>/carry/", desk.carry, name="carry"),
    path("<slug:slug>/files/<slug:what>.<slug:form>", desk.download, name="download"),
    path("<slug:slug>/frame/", frame.frame, name="frame"),
    path("<slug:slug>/frame/new/", frame.add, name="code-new"),
    path("<slug:slug>/frame/merge/", frame_many.merge, name="codes-merge"),
    path("<slug:slug>/frame/copy/", frame_many.copy, name="frame-copy"),
    path("<slug:slug>/frame/import/", frame_many.bring, name="frame-import"),
    path("<slug:slug>/frame/history/", frame.history, name="frame-history"),
    path("<slug:slug>/frame/undo/", frame.undo, name="frame-undo"),
    path("<slug:slug>/read/", reading.read, name="read"),
    path("<slug:slug>/read/undo/", reading.undo, name="step-undo"),
    path("<slug:slug>/proposals/", proposals.proposals, name="proposals"),
    path("<slug:slug>/proposals/start/", proposals.start, name="proposals-start"),
    path("<slug:slug>/proposals/decide/", proposals.decide, name="proposals-decide"),
    path("<slug:slug>/compare/", comparing.compare, name="compare"),
    path("<slug:slug>/compare/open/", comparing.open_or_close, name="compare-open"),
]
