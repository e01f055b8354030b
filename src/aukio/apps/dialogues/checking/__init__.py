"""Organisers look whether the draft summary is fair to their dialogue."""
