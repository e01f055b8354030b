"""Inviting organisers: whom we know, what we wrote to them, and what they replied."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext, pgettext_lazy

from aukio.apps.dialogues.models import Round
from aukio.shared.accounts.models import LANGUAGES
from aukio.shared.accounts.sealing import unseal


class ContactKind(models.TextChoices):
    PERMANENT = "permanent", pgettext_lazy("contact", "Permanent organiser")
    TOPIC = "topic", pgettext_lazy("contact", "Organiser for this topic")
    OPEN_CALL = "open_call", pgettext_lazy("contact", "Open call")


class Contact(models.Model):
    """Somebody who may be asked to organise.

    The address is kept sealed, with a keyed hash to find it by. Of those who want no more
    letters only the hash is left, so that nobody adds them again.
    """

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.SET_NULL, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    organisation_name = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=120, blank=True)
    sealed_email = models.TextField(blank=True)
    email_hash = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=10, choices=ContactKind.choices)
    language = models.CharField(max_length=3, choices=LANGUAGES, default="fi")
    area = models.ForeignKey(
        "areas.Area", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    unsubscribed_at = models.DateTimeField(null=True, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    delete_on = models.DateField()
    is_sample = models.BooleanField(default=False)

    class Meta:
        ordering = ["organisation_name", "name", "pk"]

    def __str__(self) -> str:
        return self.organisation_name or self.name or pgettext("contact", "No name given")

    @property
    def email(self) -> str:
        return unseal(self.sealed_email)


class Invitation(models.Model):
    """A letter to many, in three languages, with places to be filled in for each."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="invitations")
    kinds = models.JSONField(default=list)
    subject_fi = models.CharField(max_length=160)
    subject_sv = models.CharField(max_length=160)
    subject_en = models.CharField(max_length=160)
    text_fi = models.TextField(max_length=5000)
    text_sv = models.TextField(max_length=5000)
    text_en = models.TextField(max_length=5000)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    written_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-written_at"]

    def __str__(self) -> str:
        return self.subject_fi

    def words(self, language: str) -> tuple[str, str]:
        """Subject and text in one of the three languages."""
        return str(getattr(self, f"subject_{language}")), str(getattr(self, f"text_{language}"))


class ReplyKind(models.TextChoices):
    NONE = "", pgettext_lazy("reply", "No reply yet")
    YES = "yes", pgettext_lazy("reply", "We take part")
    NO = "no", pgettext_lazy("reply", "Not this time")
    LATER = "later", pgettext_lazy("reply", "We tell later")


class Invited(models.Model):
    """One letter to one contact, and the reply."""

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="invited")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="invited")
    reply = models.CharField(max_length=6, choices=ReplyKind.choices, blank=True, default="")
    remark = models.CharField(max_length=500, blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["invitation", "contact"], name="invited_once_by_invitation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.invitation_id} → {self.contact_id}"
