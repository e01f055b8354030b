"""Addresses of the wing: a scribe's by code, the organiser's, and the core group's form."""

from __future__ import annotations

from django.urls import URLPattern, path

from aukio.apps.dialogues.recording.views import form, gate, people, scribes, sending, sheet
from aukio.apps.dialogues.recording.views._door import Doors

app_name = "recording"


def _both(tail: str, name: str, doors: Doors) -> list[URLPattern]:
    return [
        path(f"scribe/<str:code>/{tail}", doors.scribe, name=f"scribe-{name}"),
        path(f"dialogues/<int:dialogue>/{tail}", doors.own, name=f"own-{name}"),
    ]


urlpatterns = [
    # writing: a scribe by code, the organiser signed in
    *_both("", "sheet", sheet.sheet),
    *_both("save/", "save", sheet.save),
    *_both("state/", "state", sheet.state),
    *_both("settle/<slug:field>/", "settle", sheet.settle),
    *_both("add/", "add", sending.add),
    *_both("notes/", "notes", sending.notes),
    *_both("notes/<slug:key>/", "split", sending.split),
    *_both("send/", "send", sending.send),
    *_both("receipt/", "receipt", sending.receipt),
    *_both("correct/", "correct", sending.correct),
    # the organiser
    path("dialogues/<int:dialogue>/scribes/", scribes.scribes, name="scribes"),
    path("scribes/<int:scribe>/take-back/", scribes.take_back, name="scribe-take-back"),
    path("dialogues/<int:dialogue>/people/", people.people, name="people"),
    path("dialogues/<int:dialogue>/files/<int:file>/", scribes.file, name="file"),
    path("records/<int:record>/", gate.gate, name="gate"),
    path("records/<int:record>/words/", gate.words, name="gate-words"),
    path("records/<int:record>/hand-over/", gate.hand_over, name="gate-hand-over"),
    # the core group
    path("forms/<slug:slug>/", form.form, name="form"),
    path("forms/<slug:slug>/versions/", form.versions, name="form-versions"),
]
