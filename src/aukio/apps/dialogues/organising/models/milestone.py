"""The round's timetable."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext, gettext_noop

from aukio.apps.dialogues.models import Round

# A usual round, in days before and after its first dialogue day. Kept in this form, and read
# by each in their own language; what people write themselves stays as they wrote it.
USUAL = (
    (-120, gettext_noop("Topic proposals collected with organisers")),
    (-100, gettext_noop("Topic chosen and told to all")),
    (-90, gettext_noop("Invitations to organisers sent")),
    (-45, gettext_noop("Material kit ready in three languages")),
    (-30, gettext_noop("Trainings for facilitators and scribes held")),
    (-21, gettext_noop("Coverage looked at, missing ones asked")),
    (14, gettext_noop("Records in")),
    (60, gettext_noop("Summary published")),
    (90, gettext_noop("Brief handed to leadership")),
)
_USUAL_TITLES = frozenset(title for _days, title in USUAL)


class Milestone(models.Model):
    """What is done by when, and by whom. ``after`` is the step it must not come before."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="milestones")
    title = models.CharField(max_length=200)
    due = models.DateField()
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    after = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="followers"
    )
    changed_at = models.DateTimeField(auto_now=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """The title; of a usual step in the language now active."""
        return gettext(self.title) if self.title in _USUAL_TITLES else self.title
