"""What other rooms may use of the dialogues room."""

from aukio.apps.dialogues.queries import RoundCard, public_rounds, round_page

__all__ = ["RoundCard", "public_rounds", "round_page"]
