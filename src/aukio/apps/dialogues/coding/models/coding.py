"""What each coder gave each note, step by step; what people settled; what was opened."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from aukio.apps.dialogues.coding.models.frame import Code
from aukio.apps.dialogues.models import Note, Round, Theme

PERSON = settings.AUTH_USER_MODEL


class Coding(models.Model):
    """One coder's codes for one note; without codes it says that none fits.

    ``is_blind``: given before the coder could see what others gave. Agreement is counted from
    such codings alone.
    """

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="codings")
    coder = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    is_blind = models.BooleanField(default=False)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["note", "id"]
        constraints = [
            models.UniqueConstraint(fields=["note", "coder"], name="note_coded_once_by_a_coder")
        ]

    def __str__(self) -> str:
        return f"{self.note_id} · {self.coder_id}"


class Given(models.Model):
    """A code of a coding: as it is ``now``, and as it was given ``blind``."""

    coding = models.ForeignKey(Coding, on_delete=models.CASCADE, related_name="given")
    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="given")
    now = models.BooleanField(default=True)
    blind = models.BooleanField(default=False)

    class Meta:
        ordering = ["coding", "id"]

    def __str__(self) -> str:
        return f"{self.coding_id} → {self.code_id}"


class Step(models.Model):
    """A coder's change to a note's codes; ``before`` is null when there was no coding."""

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="+")
    coder = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    before = models.JSONField(null=True)
    after = models.JSONField()
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["coder", "-id"], name="coding_step_newest_first")]

    def __str__(self) -> str:
        return f"{self.note_id}: {self.before} → {self.after}"


class Settled(models.Model):
    """What a person settled after coders differed. The newest holds; none is ever changed."""

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="settled")
    by = models.ForeignKey(
        PERSON, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reason = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.reason


class SettledCode(models.Model):
    settled = models.ForeignKey(Settled, on_delete=models.CASCADE, related_name="codes")
    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="settled")

    class Meta:
        ordering = ["settled", "id"]

    def __str__(self) -> str:
        return f"{self.settled_id} → {self.code_id}"


class Opening(models.Model):
    """When the codes of others were opened to all of the core group, or closed again."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="+")
    is_open = models.BooleanField()
    by = models.ForeignKey(
        PERSON, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.round_id}: {self.is_open}"


class ThemeSource(models.Model):
    """A theme that people made or filled from a code."""

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="+")
    code = models.ForeignKey(Code, on_delete=models.PROTECT, related_name="themes")
    by = models.ForeignKey(
        PERSON, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["theme", "code"], name="theme_from_a_code_once")
        ]

    def __str__(self) -> str:
        return f"{self.code_id} → {self.theme_id}"
