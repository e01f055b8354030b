"""A person who signs in, and a personal code for somebody who does not.

Of a person we ask an e-mail address, a name and a language. Nothing more.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.apps import apps
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from aukio.shared.accounts.sealing import unseal

LANGUAGES = [("fi", "Suomi"), ("sv", "Svenska"), ("en", "English")]


class People(BaseUserManager["Person"]):
    """Makes people; an e-mail address is enough."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Person:
        person = self.model(email=self.normalize_email(email).lower(), **fields)
        if password:
            person.set_password(password)
        else:
            person.set_unusable_password()
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser, PermissionsMixin):
    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    language = models.CharField(
        _("language"),
        max_length=3,
        default="fi",
        choices=LANGUAGES,
    )
    is_active = models.BooleanField(default=True)
    is_sample = models.BooleanField(default=False)
    joined = models.DateTimeField(default=timezone.now)
    erased = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[People] = People()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="person_email_unique_any_case")]

    def __str__(self) -> str:
        return self.name or self.email


class Code(models.Model):
    """A private link for one purpose and one thing, for people without an account.

    Only the hash of the token is kept, and the address only encrypted: neither can be read
    from a copy of the database.
    """

    audit_kind = "code"

    token_hash = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=60)
    target_type = models.CharField(max_length=100)
    target_id = models.CharField(max_length=64)
    sealed_email = models.TextField(blank=True)
    created = models.DateTimeField(default=timezone.now)
    expires = models.DateTimeField(db_index=True)
    revoked = models.DateTimeField(null=True, blank=True)
    last_used = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["target_type", "target_id", "purpose"], name="code_target_purpose")
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.target_type} {self.target_id}"

    @property
    def email(self) -> str:
        """The address the code was sent to, or an empty text when it can no longer be read."""
        return unseal(self.sealed_email)

    @property
    def target(self) -> models.Model | None:
        """The thing the code is about, or None when it is gone."""
        manager: models.Manager[models.Model] = apps.get_model(self.target_type)._default_manager
        return manager.filter(pk=self.target_id).first()
