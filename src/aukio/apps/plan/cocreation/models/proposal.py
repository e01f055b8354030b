"""A proposal, and apart from it the address its writer may have left."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from aukio.apps.plan.cocreation.models.call import Call
from aukio.shared.accounts.sealing import unseal
from aukio.shared.organisations.models import Organisation


class State(models.TextChoices):
    WAITING = "waiting", pgettext_lazy("proposal", "Waiting to be checked")
    PUBLISHED = "published", pgettext_lazy("proposal", "Published")
    REFUSED = "refused", pgettext_lazy("proposal", "Not published")
    WITHDRAWN = "withdrawn", pgettext_lazy("proposal", "Withdrawn")


class Ground(models.TextChoices):
    """The only grounds on which a proposal is left unpublished. Its opinion is none."""

    PERSONAL_DATA = "personal_data", pgettext_lazy("ground", "It tells of a private person")
    LAW = "law", pgettext_lazy("ground", "Publishing it would break the law")


class Proposal(models.Model):
    """What somebody proposes, in their own words and language.

    ``number`` counts from 1 in each call, in the order they came. Withdrawn proposals keep
    their number and state, and none of their words.
    """

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="proposals")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=150, blank=True)
    problem = models.TextField(blank=True)
    change = models.TextField(blank=True)
    carrier = models.TextField(blank=True)
    language = models.CharField(max_length=3)
    name = models.CharField(max_length=150, blank=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    ground = models.CharField(max_length=13, choices=Ground.choices, blank=True)
    refusal = models.TextField(blank=True)
    checked = models.DateTimeField(null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    sent = models.DateTimeField(auto_now_add=True)
    revision = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Proposal]] = models.Manager()

    class Meta:
        ordering = ["number"]
        verbose_name = _("proposal")
        constraints = [
            models.UniqueConstraint(fields=["call", "number"], name="proposal_number_once"),
            models.CheckConstraint(
                condition=~Q(state=State.REFUSED) | (~Q(ground="") & ~Q(refusal="")),
                name="proposal_refused_with_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.WITHDRAWN)
                | Q(title="", problem="", change="", carrier="", name=""),
                name="proposal_withdrawn_has_no_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    @property
    def proposer(self) -> str:
        """Whose proposal it is, as far as they tell."""
        if self.organisation:
            return str(self.organisation)
        return self.name or pgettext("proposer", "Someone who gave no name")

    @property
    def words(self) -> str:
        """Everything that is proposed, as one text."""
        return "\n".join(part for part in (self.title, self.problem, self.change) if part)


class Contact(models.Model):
    """Where the writer hears of the response: sealed, used for nothing else, then deleted."""

    proposal = models.OneToOneField(Proposal, on_delete=models.CASCADE, related_name="contact")
    sealed_email = models.TextField()
    language = models.CharField(max_length=3)
    delete_after = models.DateField(db_index=True)

    def __str__(self) -> str:
        return f"{self.proposal_id}"

    @property
    def email(self) -> str:
        """The address, or nothing when it can no longer be read."""
        return unseal(self.sealed_email)
