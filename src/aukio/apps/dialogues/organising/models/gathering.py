"""Places at a dialogue or a training, and the people who have asked for one."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from django.db import models

from aukio.shared.accounts.models import LANGUAGES
from aukio.shared.accounts.sealing import unseal

KEPT_DAYS = 14
NEEDS_KEPT = timedelta(days=2)
MOST_PLACES = 1000


class Gathering(models.Model):
    """Somewhere with so many places. Whoever takes or frees a place first locks this row.

    ``numbers_given`` is the last queue number given: the order in which people came.
    """

    places = models.PositiveSmallIntegerField()
    day = models.DateField()
    closes_on = models.DateField(null=True, blank=True)
    is_open = models.BooleanField(default=True)
    kept_days = models.PositiveSmallIntegerField(default=KEPT_DAYS)
    numbers_given = models.PositiveIntegerField(default=0)
    reminded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(places__gte=1, places__lte=MOST_PLACES),
                name="gathering_has_places",
            )
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.places}"

    @property
    def forgotten_on(self) -> date:
        """The day on which the names are deleted."""
        return self.day + timedelta(days=self.kept_days)

    def takes_people(self, today: date) -> bool:
        return self.is_open and today <= (self.closes_on or self.day)


class SignUp(models.Model):
    """One person. The name and the address are kept sealed: a copy of the database tells neither.

    ``once`` is the form's own number: sending the same form twice takes one place.
    """

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="sign_ups")
    number = models.PositiveIntegerField()
    has_place = models.BooleanField()
    once = models.UUIDField(unique=True, default=uuid.uuid4)
    sealed_name = models.TextField()
    sealed_email = models.TextField(blank=True)
    language = models.CharField(max_length=3, choices=LANGUAGES, default="fi")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["gathering", "number"], name="sign_up_number_once_in_gathering"
            )
        ]
        indexes = [models.Index(fields=["gathering", "has_place"], name="sign_up_has_place")]

    def __str__(self) -> str:
        return f"{self.gathering_id}/{self.number}"

    @property
    def name(self) -> str:
        return unseal(self.sealed_name)

    @property
    def email(self) -> str:
        return unseal(self.sealed_email)


class Needs(models.Model):
    """What somebody needs to come in and to eat: apart, sealed, and deleted first."""

    sign_up = models.OneToOneField(SignUp, on_delete=models.CASCADE, related_name="needs")
    sealed_access = models.TextField(blank=True)
    sealed_diet = models.TextField(blank=True)
    delete_on = models.DateField(db_index=True)

    class Meta:
        verbose_name_plural = "needs"

    def __str__(self) -> str:
        return f"{self.sign_up_id}"

    @property
    def access(self) -> str:
        return unseal(self.sealed_access)

    @property
    def diet(self) -> str:
        return unseal(self.sealed_diet)
