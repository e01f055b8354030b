"""Texts of the plan that are kept in Finnish, Swedish and English."""

from __future__ import annotations

from modeltranslation.translator import TranslationOptions, register

from aukio.apps.plan.models import (
    Commitment,
    IndicatorDefinition,
    Measure,
    Milestone,
    Plan,
    SubCommitment,
)


@register(Plan)
class PlanLanguages(TranslationOptions):
    fields = ("title", "motto", "lead")


@register(Commitment)
class CommitmentLanguages(TranslationOptions):
    fields = ("title", "text")


@register(SubCommitment)
class SubCommitmentLanguages(TranslationOptions):
    fields = ("title", "text")


@register(Measure)
class MeasureLanguages(TranslationOptions):
    fields = ("title", "text", "lead")


@register(Milestone)
class MilestoneLanguages(TranslationOptions):
    fields = ("title",)


@register(IndicatorDefinition)
class IndicatorLanguages(TranslationOptions):
    fields = ("label",)
