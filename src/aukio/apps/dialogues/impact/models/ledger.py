"""The ledger: what was asked of whom, what they answered, and what was done."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.impact.models.append_only import AppendOnly
from aukio.apps.dialogues.models import Round, Theme
from aukio.shared.accounts.sealing import unseal


class Question(models.Model):
    """A published theme put to one owner: an organisation, through a named role in it.

    ``newest`` is the sequence number of the last entry: whoever writes says which they saw.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="questions")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="questions")
    owner = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="questions"
    )
    theme_title = models.JSONField(default=dict)  # {"fi": …} as it was published
    role = models.CharField(max_length=160)
    role_language = models.CharField(max_length=3, default="fi")
    text_fi = models.TextField(blank=True)
    text_sv = models.TextField(blank=True)
    text_en = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    due = models.DateField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    newest = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["round", "theme__order", "theme", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "owner"],
                condition=Q(withdrawn_at=None),
                name="impact_question_once",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(answered_at=None),
                name="impact_question_answered_stays",
            ),
            models.CheckConstraint(
                condition=~Q(text_fi="", text_sv="", text_en=""), name="impact_question_asks"
            ),
        ]
        indexes = [models.Index(fields=["answered_at", "due"], name="impact_question_waiting")]

    def __str__(self) -> str:
        return f"{self.theme} → {self.owner}"


class Contact(models.Model):
    """Who gets the letters: personal data apart from the rest, with the day it is deleted."""

    question = models.OneToOneField(Question, on_delete=models.CASCADE, related_name="contact")
    language = models.CharField(max_length=3, default="fi")
    name = models.CharField(max_length=120, blank=True)
    sealed_email = models.TextField()
    superior_name = models.CharField(max_length=120, blank=True)
    sealed_superior = models.TextField(blank=True)
    delete_on = models.DateField()

    def __str__(self) -> str:
        return str(self.question_id)

    @property
    def email(self) -> str:
        return unseal(self.sealed_email)

    @property
    def superior(self) -> str:
        return unseal(self.sealed_superior) if self.sealed_superior else ""


class EntryKind(models.TextChoices):
    ANSWER = "answer", pgettext_lazy("ledger", "Answer")
    STATUS = "status", pgettext_lazy("ledger", "Where it stands")
    EVIDENCE = "evidence", pgettext_lazy("ledger", "Evidence")


class Progress(models.TextChoices):
    PLANNED = "planned", pgettext_lazy("progress", "Planned")
    UNDER_WAY = "under_way", pgettext_lazy("progress", "Under way")
    DONE = "done", pgettext_lazy("progress", "Done")
    DROPPED = "dropped", pgettext_lazy("progress", "Dropped")


class Entry(AppendOnly):
    """One thing the owner said, in their own words and language; never altered.

    answer: ``heard``, and ``will_do`` or ``why_not``. status: ``progress``, and ``text`` as
    the reason when dropped. evidence: ``text`` says what it shows, ``address`` where it is.
    ``corrects`` is an earlier entry that this one stands in for; ``reason`` says why.
    """

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="entries")
    sequence = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=EntryKind.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    language = models.CharField(max_length=3)
    heard = models.TextField(blank=True)
    will_do = models.TextField(blank=True)
    why_not = models.TextField(blank=True)
    progress = models.CharField(max_length=9, choices=Progress.choices, blank=True)
    text = models.TextField(blank=True)
    address = models.URLField(max_length=500, blank=True)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["question", "sequence"]
        verbose_name_plural = "entries"
        constraints = [
            models.UniqueConstraint(
                fields=["question", "sequence"], name="impact_entry_sequence_once"
            ),
            models.CheckConstraint(
                condition=~Q(kind=EntryKind.ANSWER) | (~Q(heard="") & ~Q(will_do="", why_not="")),
                name="impact_answer_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(kind=EntryKind.STATUS) ^ Q(progress=""),
                name="impact_status_says_where",
            ),
            models.CheckConstraint(
                condition=~Q(progress=Progress.DROPPED) | ~Q(text=""),
                name="impact_dropped_with_reason",
            ),
            models.CheckConstraint(
                condition=~Q(kind=EntryKind.EVIDENCE) | ~Q(text=""),
                name="impact_evidence_says_what",
            ),
            models.CheckConstraint(
                condition=Q(corrects=None) | (~Q(reason="") & ~Q(corrects=F("id"))),
                name="impact_correction_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question_id}.{self.sequence}"


class Stage(models.TextChoices):
    """Letters that go out as time passes, each once."""

    ASKED = "asked", pgettext_lazy("letter", "Question sent")
    BEFORE = "before", pgettext_lazy("letter", "Reminded two weeks before")
    SOON = "soon", pgettext_lazy("letter", "Reminded three days before")
    LATE = "late", pgettext_lazy("letter", "Told that the answer is late")
    ESCALATED = "escalated", pgettext_lazy("letter", "Told to the superior and the core group")


class Notice(AppendOnly):
    """That a letter of this stage was written; the letter itself is forgotten in a month.

    ``due`` is the last day the letter told: when that is moved, its own reminders follow.
    """

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="notices")
    stage = models.CharField(max_length=9, choices=Stage.choices)
    due = models.DateField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["question", "stage", "due"], name="impact_notice_once")
        ]

    def __str__(self) -> str:
        return f"{self.question_id} {self.stage}"


class ChangeKind(models.TextChoices):
    MOVED = "moved", pgettext_lazy("ledger", "The last day was changed")
    WITHDRAWN = "withdrawn", pgettext_lazy("ledger", "The question was withdrawn")


class Change(AppendOnly):
    """The core group moved a question's last day, or withdrew it; why is public.

    ``before`` and ``after`` are the last days of a move.
    """

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=9, choices=ChangeKind.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.TextField()
    language = models.CharField(max_length=3)
    before = models.DateField(null=True, blank=True)
    after = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["question", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="impact_change_with_reason"),
            models.CheckConstraint(
                condition=Q(kind=ChangeKind.MOVED, before__isnull=False, after__isnull=False)
                | Q(kind=ChangeKind.WITHDRAWN, before=None, after=None),
                name="impact_move_says_days",
            ),
            models.UniqueConstraint(
                fields=["question"],
                condition=Q(kind=ChangeKind.WITHDRAWN),
                name="impact_withdrawn_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question_id} {self.kind}"
