"""What an organiser was asked of the draft, what they remarked, and what came of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.models import Dialogue, Sentence


class Review(models.Model):
    """One for a dialogue: its organiser was asked to look through the draft.

    ``sealed_email`` is forgotten on ``forget_on``; the code in the letter stops then too.
    """

    dialogue = models.OneToOneField(Dialogue, on_delete=models.CASCADE, related_name="review")
    language = models.CharField(max_length=2, default="fi")
    sealed_email = models.TextField(blank=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    due = models.DateField()
    reminders = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True, blank=True)
    forget_on = models.DateField()

    class Meta:
        ordering = ["dialogue"]

    def __str__(self) -> str:
        return str(self.dialogue)


class Verdict(models.TextChoices):
    FAIR = "fair", pgettext_lazy("verdict", "Fair")
    UNFAIR = "unfair", pgettext_lazy("verdict", "Not fair")


class Outcome(models.TextChoices):
    TAKEN = "taken", pgettext_lazy("outcome", "Taken into account")
    KEPT = "kept", pgettext_lazy("outcome", "The text stays as it is")


class Remark(models.Model):
    """Of one sentence, or of the whole draft when ``about`` is empty.

    ``about`` is the sentence as the organiser read it: it may change or go away since.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="remarks")
    sentence = models.ForeignKey(
        Sentence, on_delete=models.SET_NULL, null=True, blank=True, related_name="remarks"
    )
    about = models.TextField(blank=True)
    verdict = models.CharField(max_length=6, choices=Verdict.choices)
    reason = models.TextField(blank=True)
    at = models.DateTimeField(auto_now=True)
    outcome = models.CharField(max_length=5, choices=Outcome.choices, blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["review", "id"]
        constraints = [
            models.UniqueConstraint(fields=["review", "sentence"], name="remark_once_of_sentence"),
            models.UniqueConstraint(
                fields=["review"], condition=Q(about=""), name="remark_once_of_all"
            ),
            models.CheckConstraint(
                condition=~Q(verdict="unfair", reason=""), name="remark_unfair_says_why"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="kept", answer=""), name="remark_kept_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.reason or str(Verdict(self.verdict).label)

    @property
    def is_open(self) -> bool:
        """Somebody says that the draft is not fair, and nobody has answered."""
        return self.verdict == Verdict.UNFAIR and not self.outcome
