"""What the worker does by itself: reminders, news, and forgetting."""

from __future__ import annotations

from aukio.apps.dialogues.impact.actions.following import forget_followers, tell_news
from aukio.apps.dialogues.impact.actions.reminding import forget_contacts, send_reminders
from aukio.shared.jobs import chores


def register() -> None:
    """Called once, when the house starts."""
    chores.register("impact.reminders", send_reminders, every=3600)
    chores.register("impact.news", tell_news, every=60)
    chores.register("impact.forget", forget, every=24 * 3600)


def forget() -> int:
    """Personal data whose day has come. Returns how many rows went."""
    return forget_contacts() + forget_followers()
