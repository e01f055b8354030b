"""Rules on documents, by profile, with reasons and a score."""

from __future__ import annotations

from aukio.engines.clarity._checking._catalogue import LANGUAGES, Level, Profile, Rule, rules
from aukio.engines.clarity._checking._check import Finding, Report, Request, Suppressed, check
from aukio.engines.clarity._checking._glossary import Glossary, GlossaryError, Term
from aukio.engines.clarity._checking._score import GOALS, Figures, Share
from aukio.engines.clarity._checking._suppression import Suppression, SuppressionError

__all__ = [
    "GOALS",
    "LANGUAGES",
    "Figures",
    "Finding",
    "Glossary",
    "GlossaryError",
    "Level",
    "Profile",
    "Report",
    "Request",
    "Rule",
    "Share",
    "Suppressed",
    "Suppression",
    "SuppressionError",
    "Term",
    "check",
    "rules",
]
