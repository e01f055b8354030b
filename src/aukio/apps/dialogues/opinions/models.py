"""A conversation: statements, votes of people without accounts, and what was found.

Of a voter the database knows that there is one, and their newest vote on each statement:
no name, no address, no time. On ``delete_on`` voters and votes are deleted; what was found
stays, and tells of nobody.
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.models import Round


class Stage(models.TextChoices):
    PREPARED = "prepared", pgettext_lazy("opinion map", "Being prepared")
    OPEN = "open", pgettext_lazy("opinion map", "Open for votes")
    CLOSED = "closed", pgettext_lazy("opinion map", "Closed")


class Choice(models.IntegerChoices):
    AGREE = 1, pgettext_lazy("vote", "I agree")
    DISAGREE = -1, pgettext_lazy("vote", "I disagree")
    PASS = 0, pgettext_lazy("vote", "I pass")


class Moderation(models.TextChoices):
    WAITING = "waiting", pgettext_lazy("statement", "Waits for a decision")
    ACCEPTED = "accepted", pgettext_lazy("statement", "Accepted")
    REJECTED = "rejected", pgettext_lazy("statement", "Left out")


class Conversation(models.Model):
    """What people are asked, in fi, sv and en. Shown to nobody before it is opened.

    ``results_shown`` is a decision of its own: what was found is not public by itself.
    ``takes_proposals``: voters may propose statements of their own.
    ``is_imported``: votes given elsewhere, never open here.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="conversations")
    question_fi = models.CharField(max_length=200, blank=True)
    question_sv = models.CharField(max_length=200, blank=True)
    question_en = models.CharField(max_length=200, blank=True)
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.PREPARED)
    delete_on = models.DateField()
    votes_deleted_at = models.DateTimeField(null=True, blank=True)
    results_shown = models.BooleanField(default=False)
    takes_proposals = models.BooleanField(default=False)
    is_imported = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager[Conversation]] = models.Manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(question_fi="", question_sv="", question_en=""),
                name="opinions_conversation_asks_something",
            ),
            models.CheckConstraint(
                condition=Q(is_imported=False) | Q(stage=Stage.CLOSED),
                name="opinions_imported_is_closed",
            ),
        ]

    def __str__(self) -> str:
        return self.question_fi or self.question_sv or self.question_en


class Statement(models.Model):
    """One thing to agree or disagree with. ``number`` is its id in exports.

    ``sentence`` is the id of the published sentence it was taken from. ``proposer`` is the voter
    who proposed it, until their votes are deleted; ``is_proposed`` stays.
    """

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="statements"
    )
    number = models.PositiveIntegerField()
    text_fi = models.TextField(blank=True)
    text_sv = models.TextField(blank=True)
    text_en = models.TextField(blank=True)
    text_other = models.TextField(blank=True)  # imported, in a language nobody has told
    moderation = models.CharField(
        max_length=8, choices=Moderation.choices, default=Moderation.WAITING
    )
    sentence = models.PositiveBigIntegerField(null=True, blank=True)
    is_proposed = models.BooleanField(default=False)
    proposer = models.ForeignKey(
        "Voter", on_delete=models.SET_NULL, null=True, blank=True, related_name="proposed"
    )

    class Meta:
        ordering = ["conversation", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "number"], name="opinions_statement_number_once"
            )
        ]

    def __str__(self) -> str:
        return self.text_fi or self.text_sv or self.text_en or self.text_other


class Voter(models.Model):
    """Somebody who votes with a private link. ``seed`` orders the statements for them."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="voters")
    seed = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"voter {self.pk}"


class Vote(models.Model):
    """The newest vote of a voter on a statement; when it was given is not kept."""

    voter = models.ForeignKey(Voter, on_delete=models.CASCADE, related_name="votes")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="votes")
    value = models.SmallIntegerField(choices=Choice.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["voter", "statement"], name="opinions_vote_once"),
            models.CheckConstraint(condition=Q(value__in=[-1, 0, 1]), name="opinions_vote_known"),
        ]

    def __str__(self) -> str:
        return str(self.value)


class Found(models.Model):
    """What the votes showed: ``content`` is public in form, made by ``summing_up.py``."""

    conversation = models.OneToOneField(
        Conversation, on_delete=models.CASCADE, related_name="found"
    )
    content = models.JSONField()
    computed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "found"

    def __str__(self) -> str:
        return str(self.conversation)
