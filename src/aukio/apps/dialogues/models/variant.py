"""Other lengths and styles of a summary: each sentence leads to sentences of the full one."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.models.languages import (
    SAYS_SOMETHING,
    TEXTS_HAVE_A_STATUS,
    InThreeLanguages,
)
from aukio.apps.dialogues.models.summary import Sentence, Summary


class VariantKind(models.TextChoices):
    """``EASY`` follows advice on easy language; nothing here makes a text approved as such."""

    SHORT = "short", pgettext_lazy("version", "Short")
    EASY = "easy", pgettext_lazy("version", "Easy language")


class Variant(models.Model):
    """A version of the summary. ``ready`` lists the languages it is published in."""

    summary = models.ForeignKey(Summary, on_delete=models.CASCADE, related_name="variants")
    kind = models.CharField(max_length=5, choices=VariantKind.choices)
    ready = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["summary", "-kind"]
        constraints = [
            models.UniqueConstraint(fields=["summary", "kind"], name="variant_once_in_summary")
        ]

    def __str__(self) -> str:
        return f"{self.summary}: {self.get_kind_display()}"


class VariantSentence(InThreeLanguages):
    """People write it; ``sources`` are the sentences it rests on, and through them the quotes."""

    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="sentences")
    order = models.PositiveIntegerField(default=0)
    sources = models.ManyToManyField(Sentence, related_name="told_in", blank=True)
    written_at = models.DateTimeField(auto_now=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["variant", "order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=TEXTS_HAVE_A_STATUS,
                name="variant_text_has_a_status",
            ),
            models.CheckConstraint(condition=SAYS_SOMETHING, name="variant_says_something"),
        ]

    def __str__(self) -> str:
        return self.text_fi or self.text_sv or self.text_en
