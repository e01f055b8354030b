"""The scribe's record, kept to the letter, and the notes that tile it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.faults import Frozen
from aukio.apps.dialogues.models.dialogue import Dialogue

# Languages a record may be in: ISO 639 codes; "und" when nobody could tell.
LANGUAGES = (
    *("fi", "sv", "en", "se", "smn", "sms"),
    *("ar", "de", "es", "et", "fa", "fr", "ku", "pl", "ro", "ru", "so", "th", "tr", "uk"),
    *("vi", "zh", "und"),
)


class Permission(models.TextChoices):
    """What those present allowed to be made public. Nothing, unless they said so."""

    NONE = "none", pgettext_lazy("permission", "Nothing may be quoted")
    QUOTES = "quotes", pgettext_lazy("permission", "Single quotes may be published")
    WHOLE = "whole", pgettext_lazy("permission", "The whole record may be published")


class SourceKind(models.TextChoices):
    PASTE = "paste", pgettext_lazy("record", "Pasted text")
    TXT = "txt", pgettext_lazy("record", "Text file")
    DOCX = "docx", pgettext_lazy("record", "Word document")
    ODT = "odt", pgettext_lazy("record", "OpenDocument text")
    CSV = "csv", pgettext_lazy("record", "Table")
    PDF = "pdf", pgettext_lazy("record", "PDF file")
    SHEET = "sheet", pgettext_lazy("record", "Written in Aukio")


class Gate(models.TextChoices):
    """Who has looked a record through for what tells who somebody is."""

    OWN = "own", pgettext_lazy("record", "Brought by the core group")
    HELD = "held", pgettext_lazy("record", "The organiser looks it through")
    HANDED = "handed", pgettext_lazy("record", "Looked through by the organiser")


READ = (Gate.OWN, Gate.HANDED)


def in_use(path: str = "") -> Q:
    """Records that are read: not replaced by a newer version, not held by their organiser.

    ``path`` leads to the record: ``in_use("record__")`` for notes.
    """
    return Q(**{f"{path}superseded": False, f"{path}gate__in": READ})


class Record(models.Model):
    """What a scribe wrote. A mended record is a new version.

    ``text`` is what may be read. It changes only where the privacy gate hides words or brings
    them back (``actions/_masking.py``), sign for sign, so that every offset holds.
    A record that a newer version replaced has ``superseded`` set and holds no themes.
    """

    dialogue = models.ForeignKey(Dialogue, on_delete=models.PROTECT, related_name="records")
    version = models.PositiveSmallIntegerField(default=1)
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="replaced_by", null=True, blank=True
    )
    superseded = models.BooleanField(default=False)
    language = models.CharField(max_length=3, default="und")
    text = models.TextField()
    permission = models.CharField(max_length=6, choices=Permission.choices, default=Permission.NONE)
    source_name = models.CharField(max_length=255, blank=True)
    source_kind = models.CharField(max_length=5, choices=SourceKind.choices)
    sha256 = models.CharField(max_length=64)
    gate = models.CharField(max_length=6, choices=Gate.choices, default=Gate.OWN)
    imported_at = models.DateTimeField(auto_now_add=True)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["dialogue", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dialogue", "sha256", "version"], name="record_once_in_dialogue"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="record_is_not_empty"),
        ]

    def __str__(self) -> str:
        return self.source_name or f"{self.dialogue} {self.version}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new record, or its permission; its text never changes."""
        if self.pk and set(kwargs.get("update_fields") or ["text"]) & {"text", "sha256"}:
            raise Frozen("A record's text never changes; import a new version of it.")
        super().save(*args, **kwargs)


class Note(models.Model):
    """One remark: ``text == record.text[start:end]``, offsets in code points.

    ``permission`` overrides the record's when it is not empty.
    """

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="notes")
    position = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    language = models.CharField(max_length=3, default="und")
    permission = models.CharField(max_length=6, choices=Permission.choices, blank=True, default="")

    class Meta:
        ordering = ["record", "position"]
        constraints = [
            models.UniqueConstraint(fields=["record", "position"], name="note_position_once"),
            models.UniqueConstraint(fields=["record", "start"], name="note_start_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="note_ends_after_start"),
            models.CheckConstraint(condition=~Q(text=""), name="note_is_not_empty"),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def allowed(self) -> str:
        """The permission that holds for this note; reads the record."""
        return self.permission or self.record.permission
