"""Aukio: the platform that carries out a country's open government action plan."""

__version__ = "0.1.0"
