"""What the wing keeps: who spoke of what when a summary was published, links, and counts.

Nothing here says anything of a person.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy

from aukio.apps.dialogues.models import Publication, Theme


class Spread(models.Model):
    """Which dialogue spoke of which themes, as it was when the summary was published.

    ``dialogues`` is a list of ``{id, county, municipality, organiser, languages[], groups[],
    notes, themes{id: notes}}``. ``groups`` holds the groups of which at least five were there.
    The notes of a theme may be moved at the desk afterwards: what is public does not change.
    """

    publication = models.OneToOneField(Publication, on_delete=models.CASCADE, related_name="spread")
    dialogues = models.JSONField(default=list)

    def __str__(self) -> str:
        return str(self.publication)


class LinkState(models.TextChoices):
    PROPOSED = "proposed", pgettext_lazy("link", "Proposed by the machine")
    CONFIRMED = "confirmed", pgettext_lazy("link", "The same matter")
    REJECTED = "rejected", pgettext_lazy("link", "Different matters")
    NONE = "none", pgettext_lazy("link", "Not linked")


class Link(models.Model):
    """Two themes of two rounds. They stay two: a link never merges anything.

    ``likeness`` and ``why`` are the machine's: ``why`` holds the closest published sentences,
    ``[{earlier, later, likeness}]``, as ids.
    """

    earlier = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="links_onward")
    later = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="links_back")
    state = models.CharField(max_length=9, choices=LinkState.choices, default=LinkState.PROPOSED)
    likeness = models.FloatField(null=True, blank=True)
    why = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["-likeness", "id"]
        constraints = [
            models.UniqueConstraint(fields=["earlier", "later"], name="foresight_link_once"),
            models.CheckConstraint(
                condition=~Q(earlier=F("later")), name="foresight_link_between_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.earlier_id} → {self.later_id}"


class Decision(models.Model):
    """What a person decided about a link; taking it back is told too."""

    link = models.ForeignKey(Link, on_delete=models.CASCADE, related_name="decisions")
    before = models.CharField(max_length=9, choices=LinkState.choices)
    after = models.CharField(max_length=9, choices=LinkState.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.link}: {self.after}"


class Taken(models.Model):
    """How many times a file was taken in a day. Nothing is kept of who took it.

    ``what`` is a kind of slice, or ``foresight``; ``round`` is empty over all rounds.
    """

    what = models.CharField(max_length=12)
    code = models.CharField(max_length=40, blank=True)
    round = models.CharField(max_length=80, blank=True)
    form = models.CharField(max_length=4)
    day = models.DateField()
    times = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["day", "what", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["what", "code", "round", "form", "day"], name="foresight_taken_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.code} {self.day}: {self.times}"
