"""A record being written: the texts of its fields, every one with its versions."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.models import Dialogue, Permission, Record
from aukio.apps.dialogues.recording.models.form import Form


class SheetState(models.TextChoices):
    WRITING = "writing", pgettext_lazy("sheet", "Being written")
    SENT = "sent", pgettext_lazy("sheet", "Sent to the organiser")


class Sheet(models.Model):
    """One for a dialogue; several scribes may write on it at once.

    ``record`` is the newest record sent from it. ``emptied_at`` tells that its texts have
    been destroyed: the record remains.
    """

    dialogue = models.OneToOneField(Dialogue, on_delete=models.CASCADE, related_name="sheet")
    form = models.ForeignKey(Form, on_delete=models.PROTECT, related_name="sheets")
    state = models.CharField(max_length=7, choices=SheetState.choices, default=SheetState.WRITING)
    language = models.CharField(max_length=3, blank=True)
    permission = models.CharField(max_length=6, choices=Permission.choices, default=Permission.NONE)
    record = models.ForeignKey(
        Record, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    begun_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    emptied_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.dialogue)


class Entry(models.Model):
    """A field's text as somebody saved it.

    ``is_head``: nobody has written on from it. Two heads of a field are two texts written at
    the same time; both stay until a person makes them one. ``session`` is the page it came
    from, so that a page can go on from what it sent without having heard the answer.
    """

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="entries")
    field = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    is_head = models.BooleanField(default=True)
    session = models.CharField(max_length=40, blank=True)
    writer = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["sheet", "field", "id"]
        indexes = [models.Index(fields=["sheet", "is_head"], name="entry_sheet_head")]

    def __str__(self) -> str:
        return f"{self.field} {self.pk}"


class Line(models.Model):
    """What becomes one note: ``entry.text[start:end]``; an empty permission: the record's."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="lines")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    permission = models.CharField(max_length=6, choices=Permission.choices, blank=True)

    class Meta:
        ordering = ["entry", "start"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "start"], name="line_start_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="line_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.start}-{self.end}"


class Scribe(models.Model):
    """Somebody the organiser asked to write. The code alone opens the record."""

    dialogue = models.ForeignKey(Dialogue, on_delete=models.CASCADE, related_name="scribes")
    name = models.CharField(max_length=80)
    code = models.OneToOneField(
        "accounts.Code", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    invited_at = models.DateTimeField(auto_now_add=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["dialogue", "id"]

    def __str__(self) -> str:
        return self.name
