"""Personal code links: taking part without an account.

Whoever holds the link may follow, correct and withdraw what it is about. A token has 192
random bits; the database keeps its SHA-256 only. Views that take codes are marked
``@by_code``, which also slows down guessing.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import timedelta
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone

from aukio.shared.accounts.models import Code
from aukio.shared.accounts.sealing import seal

TOKEN_BYTES = 24
USUAL_DAYS = 365
USE_NOTED_EVERY = timedelta(hours=1)


def issue(purpose: str, target: models.Model, email: str = "", days: int = USUAL_DAYS) -> str:
    """A new token for ``target``, good for ``days`` days. It is shown this once only."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    now = timezone.now()
    Code.objects.create(
        token_hash=_hash(token),
        purpose=purpose,
        target_type=target._meta.label_lower,
        target_id=str(target.pk),
        sealed_email=seal(email.strip()),
        created=now,
        expires=now + timedelta(days=days),
    )
    return token


def find(code: str, purpose: str) -> Code | None:
    """The code that ``code`` (a token) opens, unless it is unknown, expired or revoked.

    The index is searched by hash, and hashes are compared in constant time, so the time
    taken tells nothing about the token.
    """
    wanted = _hash(code)
    found = Code.objects.filter(token_hash=wanted).first()
    fits = hmac.compare_digest(found.token_hash if found else "", wanted)
    if found is None or not fits or not _is_good(found, purpose):
        return None
    _note_use(found)
    return found


def revoke(code: Code) -> None:
    """The link no longer opens anything. Revoking again changes nothing."""
    now = timezone.now()
    Code.objects.filter(pk=code.pk, revoked=None).update(revoked=now, sealed_email="")
    code.refresh_from_db()


def revoke_all(purpose: str, target: models.Model) -> int:
    """Revoke every code for ``target``, as when it is withdrawn. Returns how many."""
    return Code.objects.filter(
        purpose=purpose,
        target_type=target._meta.label_lower,
        target_id=str(target.pk),
        revoked=None,
    ).update(revoked=timezone.now(), sealed_email="")


def forget_expired() -> int:
    """Delete codes that no longer open anything, with their addresses. Returns how many."""
    gone, _each = Code.objects.filter(
        Q(expires__lte=timezone.now()) | Q(revoked__isnull=False)
    ).delete()
    return gone


def _hash(token: Any) -> str:
    return hashlib.sha256(str(token).encode("utf-8", "replace")).hexdigest()


def _is_good(code: Code, purpose: str) -> bool:
    return code.purpose == purpose and code.revoked is None and code.expires > timezone.now()


def _note_use(code: Code) -> None:
    """Note the use at most once an hour: following a page should not write each time."""
    now = timezone.now()
    if code.last_used is None or now - code.last_used > USE_NOTED_EVERY:
        code.last_used = now
        Code.objects.filter(pk=code.pk).update(last_used=now)
