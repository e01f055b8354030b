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
    gettext_noop("Email Address"),
    gettext_noop("Email address"),
    gettext_noop("Current email"),
    gettext_noop("Changing to"),
    gettext_noop("Change to"),
    gettext_noop("Change Email"),
    gettext_noop("The email address and/or password you specified are not correct."),
    gettext_noop("This account is currently inactive."),
    gettext_noop("Account Inactive"),
    gettext_noop("This account is inactive."),
    gettext_noop(
        "We have sent an email to you for verification. "
        "Follow the link provided to finalize the signup process. "
        "If you do not see the verification email in your main inbox, check your spam folder. "
        "Please contact us if you do not receive the verification email within a few minutes."
    ),
]
