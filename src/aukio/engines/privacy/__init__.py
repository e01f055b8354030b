"""What in a text could tell who somebody is: found for a person to decide about.

:func:`find` reads Finnish, Swedish and English. It finds every identity code, e-mail address
and telephone number it can recognise in any common way of writing, and hints at names,
addresses and rare combinations. It never changes a text. Offsets count Unicode code points.
"""

from aukio.engines.privacy._accounts import is_iban
from aukio.engines.privacy._finding import Finding, Kind
from aukio.engines.privacy._identity import check_character, is_identity_code
from aukio.engines.privacy._kinds_of_word import set_own_names
from aukio.engines.privacy._rare import Trait, traits
from aukio.engines.privacy._reading import find

__all__ = [
    "Finding",
    "Kind",
    "Trait",
    "check_character",
    "find",
    "is_iban",
    "is_identity_code",
    "set_own_names",
    "traits",
]
