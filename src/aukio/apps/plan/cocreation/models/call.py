"""A call for proposals: what is asked, from when to when, and whether it has been answered."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import pgettext_lazy


class Question(models.TextChoices):
    """What a proposal answers. What should change is always asked."""

    PROBLEM = "problem", pgettext_lazy("question", "What is the problem?")
    CHANGE = "change", pgettext_lazy("question", "What should change?")
    CARRIER = "carrier", pgettext_lazy("question", "Who would carry it out?")


class Phase(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("call", "Being prepared")
    COMING = "coming", pgettext_lazy("call", "Opens later")
    OPEN = "open", pgettext_lazy("call", "Open for proposals")
    CLOSED = "closed", pgettext_lazy("call", "Proposals are being read")
    ANSWERED = "answered", pgettext_lazy("call", "Responses published")


class Call(models.Model):  # type: ignore[django-manager-missing]
    """``closes`` is the last day on which proposals are taken.

    ``outcome_published`` is when the responses came to be seen. ``revision`` grows with each
    change, so that nobody overwrites unseen.
    """

    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=150)
    guidance = models.TextField()
    opens = models.DateField()
    closes = models.DateField()
    questions = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    shown = models.BooleanField(default=False)
    is_sample = models.BooleanField(default=False)
    outcome_published = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Call]] = models.Manager()

    # Columns made by modeltranslation (translation.py).
    title_fi: str | None
    title_sv: str | None
    title_en: str | None
    guidance_fi: str | None
    guidance_sv: str | None
    guidance_en: str | None

    class Meta:
        ordering = ["-opens", "-pk"]
        verbose_name = pgettext_lazy("plan", "call for proposals")
        constraints = [
            models.CheckConstraint(
                condition=Q(closes__gte=F("opens")), name="call_closes_after_it_opens"
            )
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def phase(self) -> Phase:
        """Where the call is today."""
        today = timezone.localdate()
        if not self.shown:
            return Phase.DRAFT
        if self.outcome_published:
            return Phase.ANSWERED
        if today < self.opens:
            return Phase.COMING
        return Phase.OPEN if today <= self.closes else Phase.CLOSED

    @property
    def is_open(self) -> bool:
        """Whether proposals are taken today."""
        return self.phase is Phase.OPEN

    def asks(self, question: Question) -> bool:
        return question in self.questions
