"""The shape of what is found."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What was found; the order is that of weight, for places that overlap."""

    IDENTITY = "identity"  # a personal identity code
    EMAIL = "email"
    IBAN = "iban"
    PHONE = "phone"
    ADDRESS = "address"
    NAME = "name"
    PLATE = "plate"  # of a vehicle
    RARE = "rare"  # a combination few people share


@dataclass(frozen=True, order=True)
class Finding:
    """``text[start:end]``, code points. ``certain`` is false for what only looks like it."""

    start: int
    end: int
    kind: Kind
    certain: bool
