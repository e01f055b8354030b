"""Vocabularies and their terms. Rooms store the code; the words are looked up."""

from __future__ import annotations

from django.db import models

LANGUAGES = ("fi", "sv", "en")


class Labelled(models.Model):
    """A thing with a name in the three languages; at least the Finnish one is there."""

    label_fi = models.CharField(max_length=200)
    label_sv = models.CharField(max_length=200, blank=True)
    label_en = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True

    def label(self, language: str) -> str:
        """The words in ``language``, else Finnish."""
        found = getattr(self, f"label_{language}", "") if language in LANGUAGES else ""
        return found or self.label_fi


class Vocabulary(Labelled):
    """A list of codes with one purpose, such as ``age-bands``."""

    code = models.SlugField(max_length=60, unique=True)

    class Meta:
        ordering = ["code"]
        verbose_name_plural = "vocabularies"

    def __str__(self) -> str:
        return self.code


class Term(Labelled):
    """One code of a vocabulary. A retired term keeps its words but is offered no more."""

    vocabulary = models.ForeignKey(Vocabulary, on_delete=models.CASCADE, related_name="terms")
    code = models.CharField(max_length=60)
    note = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0)
    retired = models.BooleanField(default=False)

    class Meta:
        ordering = ["vocabulary", "position", "code"]
        constraints = [
            models.UniqueConstraint(fields=["vocabulary", "code"], name="term_code_unique")
        ]

    def __str__(self) -> str:
        return f"{self.vocabulary_id}:{self.code}"
