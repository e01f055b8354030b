"""What the wing's tests share."""

from __future__ import annotations

from aukio.apps.dialogues.impact.tests.conftest import _in_english, leader

__all__ = ["_in_english", "leader"]
