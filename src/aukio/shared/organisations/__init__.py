"""Organisations that take part, and who does what in them."""
