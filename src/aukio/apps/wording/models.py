"""A text kept for minutes or until a chosen day, a glossary, and figures without texts."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import pgettext_lazy

LONGEST_ADDRESS = 500  # as it is asked for: a letter like ä takes six signs


class Profile(models.TextChoices):
    """For whom a text is written."""

    OFFICIAL = "official", pgettext_lazy("profile", "Clear official language")
    WEB = "web", pgettext_lazy("profile", "Web page")
    EASY = "easy", pgettext_lazy("profile", "Easy language")


class Language(models.TextChoices):
    """The languages whose texts are checked."""

    FINNISH = "fi", pgettext_lazy("language of a text", "Finnish")
    SWEDISH = "sv", pgettext_lazy("language of a text", "Swedish")
    ENGLISH = "en", pgettext_lazy("language of a text", "English")


class KeptText(models.Model):
    """A text while it is worked on, and what was found in it, all of it encrypted.

    It opens by a private link only. It is deleted ten minutes after its last change or after
    proposals for it are ready (an hour after they were asked for, at the latest), or on the day
    that was chosen when it was shared. ``turn`` grows each time the check is begun anew.
    """

    audit_kind = "text"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sealed_content = models.TextField()
    sealed_asked = models.TextField()
    sealed_report = models.TextField()
    sealed_proposal = models.TextField(blank=True)
    is_deep = models.BooleanField(default=False)
    is_shared = models.BooleanField(default=False)
    turn = models.PositiveIntegerField(default=1)
    job = models.ForeignKey(
        "jobs.Job", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    model_job = models.ForeignKey(
        "jobs.Job", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created = models.DateTimeField(default=timezone.now)
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return str(self.pk)


class GlossaryTerm(models.Model):
    """A word an organisation prefers, words it avoids for the same thing, and what it means."""

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="+"
    )
    language = models.CharField(max_length=2, choices=Language.choices)
    preferred = models.CharField(max_length=100)
    forbidden = models.JSONField(default=list, blank=True)
    explanation = models.CharField(max_length=300, blank=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["language", "preferred"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                F("organisation"), F("language"), Lower("preferred"), name="wording_term_once"
            ),
            models.CheckConstraint(
                condition=Q(language__in=Language.values), name="wording_term_language_known"
            ),
        ]

    def __str__(self) -> str:
        return self.preferred


class Showing(models.Model):
    """An organisation's own decision to show how clear its language is."""

    organisation = models.OneToOneField(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="+"
    )
    since = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.organisation_id)


class TextFigures(models.Model):
    """Scores of one text's first and last check. The text itself is never kept here.

    ``series`` is a random number that the page carries from one check to the next.
    """

    series = models.UUIDField()
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="+"
    )
    profile = models.CharField(max_length=10, choices=Profile.choices)
    language = models.CharField(max_length=2, choices=Language.choices)
    first_score = models.FloatField()
    last_score = models.FloatField()
    checks = models.PositiveIntegerField(default=1)
    first_day = models.DateField()
    last_day = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["series", "organisation", "profile"], name="wording_figures_once"
            ),
            models.CheckConstraint(
                condition=Q(first_score__range=(0, 100)) & Q(last_score__range=(0, 100)),
                name="wording_scores_0_100",
            ),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="wording_days_in_order"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "last_day"])]

    def __str__(self) -> str:
        return str(self.series)


class SiteReading(models.Model):
    """What was found on an organisation's public site, until its day of deletion.

    ``report`` has the shape of ``aukio wording crawl --format json`` with the words of each
    place; ``sarif`` and ``table`` are the same as files. Pages are public: nothing is sealed.
    """

    audit_kind = "site"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="+"
    )
    address = models.CharField(max_length=LONGEST_ADDRESS)
    profile = models.CharField(max_length=10, choices=Profile.choices)
    most_pages = models.PositiveIntegerField()
    say_in = models.CharField(max_length=2, choices=Language.choices)
    score = models.FloatField(null=True, blank=True)
    report = models.JSONField(default=dict, blank=True)
    sarif = models.JSONField(default=dict, blank=True)
    table = models.TextField(blank=True)
    job = models.ForeignKey(
        "jobs.Job", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    begun = models.DateTimeField(default=timezone.now)
    expires = models.DateTimeField(db_index=True)

    class Meta:
        ordering: ClassVar = ["-begun"]
        indexes: ClassVar = [models.Index(fields=["organisation", "address", "begun"])]

    def __str__(self) -> str:
        return self.address


class ModelUse(models.Model):
    """An organisation's own decision that its people may ask a language model for proposals."""

    organisation = models.OneToOneField(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="+"
    )
    since = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return str(self.organisation_id)
