"""Curated texts that are written in Finnish, Swedish and English."""

from __future__ import annotations

from modeltranslation.translator import TranslationOptions, register

from aukio.apps.dialogues.models import Round, Theme


@register(Round)
class RoundLanguages(TranslationOptions):
    fields = ("title", "description")


@register(Theme)
class ThemeLanguages(TranslationOptions):
    fields = ("title", "description")
