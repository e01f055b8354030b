"""What other parts of the corridor and the rooms may wait for."""

from django.dispatch import Signal

person_erased = Signal()
"""Sent inside the erasing transaction, with ``person``, before the row is emptied.

A room that keeps more about a person than an id removes it here.
"""
