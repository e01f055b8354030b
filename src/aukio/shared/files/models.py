"""A kept file. Its name on disk is random; the name people gave is only shown."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models


def random_path(_instance: models.Model, _name: str) -> str:
    token = secrets.token_hex(16)
    return f"{token[:2]}/{token}"


class StoredFile(models.Model):
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.FileField(upload_to=random_path, max_length=100)
    owner_type = models.CharField(max_length=80, blank=True)
    owner_id = models.CharField(max_length=64, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL
    )
    added = models.DateTimeField(auto_now_add=True)
    delete_after = models.DateField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["owner_type", "owner_id"])]

    def __str__(self) -> str:
        return self.name
