"""Finnish morphology for Aukio from Voikko, an optional part outside the core.

The core finds it by its entry point (group `aukio.morphology`, name `fi`) and works
without it. libvoikko and its Finnish vocabulary come from the operating system
(Debian: libvoikko1 and voikko-fi).
"""

from __future__ import annotations

from aukio_voikko._voikko import Voikko, VoikkoMissingError, load

__all__ = ["Voikko", "VoikkoMissingError", "load"]
