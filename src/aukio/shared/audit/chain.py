"""The arithmetic of the chain: canonical JSON, its SHA-256, and nothing of the database."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

ADDRESS = re.compile(r"[^\s@<>\"'(),;:]+@[^\s@<>\"'(),;:]+\.[^\s@<>\"'(),;:]+")
ADDRESS_PUT_AWAY = "[e-mail]"
START = "0" * 64


@dataclass(frozen=True)
class Link:
    """What the hash of an event covers: everything but the hash itself."""

    sequence: int
    at: datetime
    actor_id: int | None
    actor_kind: str
    verb: str
    target_type: str
    target_id: str
    detail: Mapping[str, Any]
    previous_hash: str

    def hash(self) -> str:
        """SHA-256 of the canonical JSON, as 64 hexadecimal digits."""
        content = {
            "sequence": self.sequence,
            "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "actor_id": self.actor_id,
            "actor_kind": self.actor_kind,
            "verb": self.verb,
            "target_type": self.target_type,
            "target_id": self.target_id,
            "detail": plain(self.detail),
            "previous_hash": self.previous_hash,
        }
        return hashlib.sha256(canonical(content).encode()).hexdigest()


def canonical(content: Mapping[str, Any]) -> str:
    """One text for one content: sorted keys, no spaces, ASCII only."""
    return json.dumps(
        content, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False
    )


def plain(value: Any) -> Any:
    """``value`` as JSON that reads back the same from SQLite and PostgreSQL.

    PostgreSQL's ``jsonb`` turns 1e20 into a whole number and cannot hold U+0000, so whole
    floats become integers and that character is dropped. E-mail addresses are put away.
    Anything JSON does not know (dates, ids, lazy texts) becomes its text.
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return _plain_number(value)
    if isinstance(value, Mapping):
        return {_plain_text(str(key)): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted((plain(item) for item in value), key=str)
    return _plain_text(str(value))


def _plain_number(value: float) -> float | int | str:
    if not math.isfinite(value):
        return str(value)
    return int(value) if value.is_integer() else value


def _plain_text(text: str) -> str:
    whole = text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    return ADDRESS.sub(ADDRESS_PUT_AWAY, whole)
