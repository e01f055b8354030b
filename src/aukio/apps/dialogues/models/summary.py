"""A summary: sentences that people write, each leading back to exact words."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.models.languages import (
    SAYS_SOMETHING,
    TEXTS_HAVE_A_STATUS,
    InThreeLanguages,
)
from aukio.apps.dialogues.models.record import Note
from aukio.apps.dialogues.models.round import Round
from aukio.apps.dialogues.models.theme import Origin, Theme


class Voice(models.TextChoices):
    """Whose experience a sentence tells: no consensus is sought, so the rare one counts too."""

    SHARED = "shared", pgettext_lazy("voice", "Told in several dialogues")
    OPPOSING = "opposing", pgettext_lazy("voice", "Experiences that differ")
    RARE = "rare", pgettext_lazy("voice", "A single voice")


class Summary(models.Model):
    """One for a round. ``ready`` lists the languages it is published in."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="summary")
    ready = models.JSONField(default=list, blank=True)

    class Meta:
        verbose_name_plural = "summaries"

    def __str__(self) -> str:
        return str(self.round)


class Sentence(InThreeLanguages):
    """``accepted`` is false only for a machine's proposal that nobody has taken as theirs."""

    summary = models.ForeignKey(Summary, on_delete=models.CASCADE, related_name="sentences")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="sentences")
    order = models.PositiveIntegerField(default=0)
    voice = models.CharField(max_length=8, choices=Voice.choices, default=Voice.SHARED)
    origin = models.CharField(max_length=7, choices=Origin.choices, default=Origin.PERSON)
    accepted = models.BooleanField(default=True)
    written_at = models.DateTimeField(auto_now=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["theme__order", "theme", "order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=TEXTS_HAVE_A_STATUS,
                name="sentence_text_has_a_status",
            ),
            models.CheckConstraint(condition=SAYS_SOMETHING, name="sentence_says_something"),
            models.CheckConstraint(
                condition=Q(accepted=True) | Q(origin=Origin.MACHINE),
                name="sentence_of_a_person_is_accepted",
            ),
        ]

    def __str__(self) -> str:
        return self.text_fi or self.text_sv or self.text_en

    def text(self, language: str) -> str:
        """The text in this language, else in the first there is: fi, sv, en."""
        return str(getattr(self, f"text_{language}", "")) or str(self)


class Quote(models.Model):
    """The very words behind a sentence: ``text == note.text[start:end]``, code points."""

    sentence = models.ForeignKey(Sentence, on_delete=models.CASCADE, related_name="quotes")
    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="quotes")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["sentence", "note", "start", "end"], name="quote_once_in_sentence"
            ),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="quote_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.text


class Why(models.TextChoices):
    """Why the machine shows words. It never tells who is for or against something."""

    COVERAGE = "coverage", pgettext_lazy("why shown", "Tells much of what was said")
    RARE = "rare", pgettext_lazy("why shown", "Little like the others")
    FAR = "far", pgettext_lazy("why shown", "Far from the words already chosen")


class QuoteProposal(models.Model):
    """Words the machine proposes for a theme's summary; the theme is its note's theme."""

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="proposals")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    rank = models.PositiveIntegerField()
    why = models.CharField(max_length=8, choices=Why.choices, default=Why.COVERAGE)

    class Meta:
        ordering = ["rank", "id"]
        constraints = [
            models.UniqueConstraint(fields=["note", "start", "end"], name="proposal_once"),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")), name="proposal_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.text
