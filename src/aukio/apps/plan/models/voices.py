"""What the public says and follows: comments with the team's response, and subscriptions."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from aukio.apps.plan.models.append_only import OnceRows, WriteOnce
from aukio.apps.plan.models.plan import Measure


class Comment(models.Model):
    """A comment on a measure. It is shown once the team has read it, with its response.

    The response here is the newest; all of them are kept as ``Response``.
    """

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="comments")
    name = models.CharField(max_length=200)
    text = models.TextField()
    language = models.CharField(max_length=3)
    at = models.DateTimeField(auto_now_add=True)
    shown = models.BooleanField(null=True, default=None)
    response = models.TextField(blank=True)
    response_language = models.CharField(max_length=3, blank=True)
    answered = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("comment")
        constraints = [
            models.CheckConstraint(
                condition=Q(shown=None) | ~Q(response=""), name="comment_settled_with_reason"
            )
        ]

    def __str__(self) -> str:
        return f"{self.measure_id}: {self.name}"


class Response(WriteOnce):
    """A response as it was given, numbered from 1; a correction is a new one.

    ``shown`` tells whether the comment was shown with it: the words of one that leaves a comment
    out are the team's.
    """

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="responses")
    sequence = models.PositiveIntegerField()
    shown = models.BooleanField()
    text = models.TextField()
    language = models.CharField(max_length=3)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects: ClassVar[OnceRows[Response]] = OnceRows.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["comment", "sequence"]
        verbose_name = _("response to a comment")
        constraints = [
            models.UniqueConstraint(fields=["comment", "sequence"], name="response_once"),
            models.CheckConstraint(condition=~Q(text=""), name="response_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.comment_id}/{self.sequence}"


class Subscription(models.Model):
    """Somebody who wants news by mail, of one measure or the whole plan. Address sealed."""

    measure = models.ForeignKey(
        Measure, on_delete=models.CASCADE, null=True, blank=True, related_name="subscriptions"
    )
    sealed_email = models.TextField()
    # Tells whether an address is here already, without telling the address.
    email_hash = models.CharField(max_length=64)
    language = models.CharField(max_length=3)
    asked = models.DateTimeField(auto_now_add=True)
    confirmed = models.DateTimeField(null=True, blank=True)
    told_until = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["email_hash", "measure"], name="subscription_once"),
            models.UniqueConstraint(
                fields=["email_hash"], condition=Q(measure=None), name="subscription_plan_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"
