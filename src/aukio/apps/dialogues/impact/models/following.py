"""Those who want to know what became of what was said, and what there is to tell them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.impact.models.append_only import AppendOnly
from aukio.apps.dialogues.impact.models.brief import Edition
from aukio.apps.dialogues.impact.models.ledger import Change, Entry
from aukio.apps.dialogues.models import Publication, Round


class Follower(models.Model):
    """Somebody who gets news of a round by mail.

    The address is sealed, and kept until ``delete_on``. It is not told in which dialogue they
    took part, nor whether in any. An organiser who stops leaves a row
    without an address, so as not to be added again.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="followers")
    sealed_email = models.TextField(blank=True)
    email_hash = models.CharField(max_length=64)  # tells whether an address is here already
    language = models.CharField(max_length=3)
    is_organiser = models.BooleanField(default=False)
    asked = models.DateTimeField(auto_now_add=True)
    confirmed = models.DateTimeField(null=True, blank=True)
    stopped = models.DateTimeField(null=True, blank=True)
    told_until = models.BigIntegerField(default=0)
    delete_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "email_hash"], name="impact_follower_once")
        ]

    def __str__(self) -> str:
        return f"{self.pk}"


class NewsKind(models.TextChoices):
    SUMMARY = "summary", pgettext_lazy("news", "The summary has been published")
    BRIEF = "brief", pgettext_lazy("news", "The brief for leadership has been published")
    ENTRY = "entry", pgettext_lazy("news", "An owner has answered or told more")
    CHANGE = (
        "change",
        pgettext_lazy("news", "A question has been changed or withdrawn"),
    )


class News(AppendOnly):
    """Something to tell followers and feeds, in the order it happened."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="news")
    kind = models.CharField(max_length=7, choices=NewsKind.choices)
    publication = models.OneToOneField(
        Publication, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    edition = models.OneToOneField(
        Edition, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    change = models.OneToOneField(
        Change, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "news"

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
