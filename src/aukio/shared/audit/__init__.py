"""The chain of audit events: who did what to what, and proof that nobody rewrote it."""
