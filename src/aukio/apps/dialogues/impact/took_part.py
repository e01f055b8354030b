"""The participants' code of a dialogue: on the paper or the screen at the end of the day.

The code is signed and not stored: it tells which dialogue it is of, and nothing of who has
it. Everybody at a dialogue has the same one. It opens a page that tells where the round
stands, and the form for news by mail; the address is proved by a letter as anyone's is.
"""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.http import Http404
from django.urls import reverse

from aukio.apps.dialogues.models import Dialogue

SALT = "impact.took_part"


def code_of(dialogue: Dialogue) -> str:
    """The same every time, so that a lost paper can be printed again."""
    return signing.Signer(salt=SALT).sign(str(dialogue.pk))


def address_for(dialogue: Dialogue) -> str:
    """The whole address of the participants' page, in the language now active."""
    return f"{settings.PUBLIC_URL}{reverse('impact:took-part', args=[code_of(dialogue)])}"


def find_dialogue(code: str) -> Dialogue:
    """The dialogue the code is of. Raises ``Http404`` for any other code."""
    try:
        pk = signing.Signer(salt=SALT).unsign(code)
    except signing.BadSignature as error:
        raise Http404 from error
    found = Dialogue.objects.select_related("round").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
