"""Words of allauth's own pages that its Finnish or Swedish lacks, or that we say otherwise.

Our catalogue goes before allauth's, so naming them here is enough.
"""

from django.utils.translation import gettext_noop

OTHERS = [
    gettext_noop("Account Connection"),
    gettext_noop("The following email address is associated with your account:"),
    gettext_noop("Change Email Address"),
    gettext_noop("Passkey"),
    gettext_noop("Email Addresses"),
    gettext_noop("Account Connections"),
    gettext_noop("Email"),
]
