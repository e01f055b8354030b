"""What can be found in a text's grammar."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """A construction that makes reading slower; Finnish names follow Finnish grammar."""

    PASSIVE = "passive"
    PARTICIPLE_ATTRIBUTE = "participle_attribute"
    AGENT_PARTICIPLE = "agent_participle"
    TEMPORAL_ESSA = "temporal_essa"
    TEMPORAL_TUAAN = "temporal_tuaan"
    FINAL_KSEEN = "final_kseen"
    REFERATIVE = "referative"
    MODAL_EN = "modal_en"
    MATTA = "matta"
    ABESSIVE = "abessive"
    COMITATIVE = "comitative"
    INSTRUCTIVE = "instructive"
    POTENTIAL = "potential"
    SUBCLAUSE = "subclause"
    NOMINALISATION_STACK = "nominalisation_stack"
    LONG_COMPOUND = "long_compound"


CLAUSE_EQUIVALENTS = frozenset(
    {
        Kind.TEMPORAL_ESSA,
        Kind.TEMPORAL_TUAAN,
        Kind.FINAL_KSEEN,
        Kind.REFERATIVE,
        Kind.MODAL_EN,
        Kind.MATTA,
    }
)
"""Finnish *lauseenvastikkeet*: a subordinate clause pressed into one verb form."""


@dataclass(frozen=True, slots=True, order=True)
class Structure:
    """One construction, at characters `start` to `end` of the text it was found in."""

    start: int
    end: int
    kind: Kind
