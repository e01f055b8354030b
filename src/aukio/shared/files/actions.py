"""Keeping a file, and deleting it when its day comes."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from aukio.shared.faults import Fault
from aukio.shared.files.kinds import kind_of
from aukio.shared.files.models import StoredFile

if TYPE_CHECKING:
    from aukio.shared.accounts.models import Person

MEBIBYTE = 1024 * 1024
MAX_SIZE = 50 * MEBIBYTE


@transaction.atomic
def keep(
    *,
    by: Person | None,
    name: str,
    content: bytes,
    owner: models.Model | None = None,
    kinds: frozenset[str] | None = None,
    max_size: int = MAX_SIZE,
    delete_after: date | None = None,
) -> StoredFile:
    """Store ``content`` under a random name.

    Raises :class:`Fault` when the file is empty, larger than ``max_size`` bytes, or of a kind
    (told from its content) that is not among ``kinds``. When the transaction is rolled back
    the bytes are removed from the disk too.
    """
    kind = check(name=name, content=content, kinds=kinds, max_size=max_size)
    stored = StoredFile(
        name=name.replace("\\", "/").rsplit("/", 1)[-1][:200] or "file",
        kind=kind,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        owner_type=owner._meta.label_lower if owner else "",
        owner_id=str(owner.pk) if owner else "",
        added_by=by,
        delete_after=delete_after,
    )
    stored.content.save("", ContentFile(content), save=False)
    try:
        with transaction.atomic():
            stored.save()
    except BaseException:
        stored.content.delete(save=False)
        raise
    return stored


def check(*, name: str, content: bytes, kinds: frozenset[str] | None, max_size: int) -> str:
    """The kind of the content, or a :class:`Fault` that says why it cannot be taken."""
    if not content:
        raise Fault(_("The file is empty."), where=name, mend=_("Choose a file with content."))
    if len(content) > max_size:
        raise Fault(
            _("The file is too large: %(size)d MB.") % {"size": len(content) // MEBIBYTE},
            where=name,
            mend=_("Divide it into files of at most %(limit)d MB.")
            % {"limit": max_size // MEBIBYTE},
        )
    kind = kind_of(content)
    if kinds is not None and kind not in kinds:
        raise Fault(
            _("The file is not of a kind that can be used here."),
            where=name,
            mend=_("Save it in one of the kinds listed beside the field and add it again."),
        )
    return kind


def delete(*, stored: StoredFile) -> None:
    """Remove a file: the row first, the bytes once that is certain."""
    with transaction.atomic():
        content = stored.content
        stored.delete()
        transaction.on_commit(lambda: content.delete(save=False))


def delete_expired() -> int:
    """Delete files whose deletion date has come; returns how many."""
    expired = list(StoredFile.objects.filter(delete_after__lt=timezone.localdate())[:500])
    for stored in expired:
        delete(stored=stored)
    return len(expired)
