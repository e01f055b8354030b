"""Curated texts that are written in Finnish, Swedish and English."""

from __future__ import annotations

from modeltranslation.translator import TranslationOptions, register

from aukio.apps.plan.cocreation.models import Call, Theme


@register(Call)
class CallLanguages(TranslationOptions):
    fields = ("title", "guidance")


@register(Theme)
class ThemeLanguages(TranslationOptions):
    fields = ("title",)
