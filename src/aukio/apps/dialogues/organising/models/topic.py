"""What the round could be about: proposals, how they fit, and the choice with its reasons."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.models import Round
from aukio.shared.accounts.models import LANGUAGES


class Criterion(models.TextChoices):
    """What a topic is looked at by."""

    MATTERS = "matters", pgettext_lazy("criterion", "It matters in people's everyday life")
    MANY_VOICES = "many_voices", pgettext_lazy("criterion", "People see it in different ways")
    USE = "use", pgettext_lazy("criterion", "The results can be used in decisions being prepared")
    SAFE = "safe", pgettext_lazy("criterion", "It can be talked about safely, without experts")
    REACH = "reach", pgettext_lazy("criterion", "It concerns people who are seldom heard")


class Fit(models.TextChoices):
    """How well, in words. The order is from best to worst."""

    WELL = "well", pgettext_lazy("fit", "Well")
    MOSTLY = "mostly", pgettext_lazy("fit", "Mostly")
    PARTLY = "partly", pgettext_lazy("fit", "Partly")
    POORLY = "poorly", pgettext_lazy("fit", "Poorly")


class TopicState(models.TextChoices):
    PROPOSED = "proposed", pgettext_lazy("topic", "Proposed")
    CHOSEN = "chosen", pgettext_lazy("topic", "Chosen")
    LEFT = "left", pgettext_lazy("topic", "Not chosen")


class TopicProposal(models.Model):
    """A proposal in the proposer's own words; ``reason`` tells why it was chosen or not."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="topic_proposals")
    title = models.CharField(max_length=200)
    text = models.TextField(max_length=2000)
    language = models.CharField(max_length=3, choices=LANGUAGES)
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    state = models.CharField(max_length=10, choices=TopicState.choices, default=TopicState.PROPOSED)
    reason = models.TextField(blank=True, max_length=2000)
    decided_at = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round"],
                condition=models.Q(state="chosen"),
                name="topic_chosen_once_in_round",
            ),
            models.CheckConstraint(
                condition=models.Q(state="proposed") | ~models.Q(reason=""),
                name="topic_decision_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Assessment(models.Model):
    """One person's view of one proposal by one criterion, with why."""

    proposal = models.ForeignKey(
        TopicProposal, on_delete=models.CASCADE, related_name="assessments"
    )
    criterion = models.CharField(max_length=12, choices=Criterion.choices)
    fit = models.CharField(max_length=8, choices=Fit.choices)
    why = models.CharField(max_length=500)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["criterion", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "criterion", "by"], name="assessment_once_by_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id}: {self.criterion} {self.fit}"
