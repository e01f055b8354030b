"""A sentence in three languages, and where each language's text came from."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy


class TextStatus(models.TextChoices):
    """Where a sentence's text in one language came from; empty while there is none."""

    ORIGINAL = "original", pgettext_lazy("translation", "Original")
    MACHINE = "machine", pgettext_lazy("translation", "Machine translation")
    HUMAN_CHECKED = (
        "human_checked",
        pgettext_lazy("translation", "Translation checked by a person"),
    )


class InThreeLanguages(models.Model):
    """A text that people write in one language and translate: no text without its status."""

    text_fi = models.TextField(blank=True)
    text_sv = models.TextField(blank=True)
    text_en = models.TextField(blank=True)
    status_fi = models.CharField(max_length=13, choices=TextStatus.choices, blank=True)
    status_sv = models.CharField(max_length=13, choices=TextStatus.choices, blank=True)
    status_en = models.CharField(max_length=13, choices=TextStatus.choices, blank=True)

    class Meta:
        abstract = True


TEXTS_HAVE_A_STATUS: Final = (
    (Q(text_fi="") ^ ~Q(status_fi=""))
    & (Q(text_sv="") ^ ~Q(status_sv=""))
    & (Q(text_en="") ^ ~Q(status_en=""))
)
SAYS_SOMETHING: Final = ~Q(text_fi="", text_sv="", text_en="")
