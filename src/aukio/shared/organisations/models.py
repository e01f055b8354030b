"""Organisations that take part, and who does what in which room on their behalf."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from aukio.shared.organisations import business_id
from aukio.shared.organisations.roles import find_role


class Kind(models.TextChoices):
    """The codes are the vocabulary's; data from elsewhere uses the same."""

    MINISTRY = "ministry", pgettext_lazy("organisation", "Ministry")
    STATE_AGENCY = "state_agency", pgettext_lazy("organisation", "State agency or institution")
    WELLBEING_SERVICES_COUNTY = (
        "wellbeing_services_county",
        pgettext_lazy("organisation", "Wellbeing services county"),
    )
    MUNICIPALITY = "municipality", pgettext_lazy("organisation", "Municipality or city")
    JOINT_AUTHORITY = "joint_authority", pgettext_lazy("organisation", "Joint authority")
    CIVIL_SOCIETY = (
        "civil_society",
        pgettext_lazy("organisation", "Civil society organisation or group"),
    )
    RESEARCH = "research", pgettext_lazy("organisation", "Research or educational institution")
    COMPANY = "company", pgettext_lazy("organisation", "Company")
    OTHER = "other", pgettext_lazy("organisation", "Other organisation")


class Organisation(models.Model):
    """A body that acts on the platform. Its name is kept in fi, sv and en."""

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=30, choices=Kind.choices)
    business_id = models.CharField(
        _("business id"), max_length=9, blank=True, validators=[business_id.validate]
    )
    area = models.ForeignKey(
        "areas.Area",
        verbose_name=_("area"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    is_sample = models.BooleanField(default=False)
    registered = models.DateTimeField(default=timezone.now)

    objects: ClassVar[models.Manager[Organisation]] = models.Manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["business_id"],
                condition=~Q(business_id=""),
                name="organisation_business_id_once",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values), name="organisation_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Membership(models.Model):
    """A person's role in one room, on behalf of one organisation."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships"
    )
    room = models.CharField(max_length=40)
    role = models.CharField(max_length=40)
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["room", "role", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation", "room", "role"], name="membership_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.room}.{self.role} ({self.organisation_id})"

    @property
    def label(self) -> str:
        """What the role is called, in the reader's language."""
        role = find_role(self.room, self.role)
        return str(role.label) if role else self.role
