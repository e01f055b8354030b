"""What people vote on: written by the core group, or taken from the published summary."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.models import Publication
from aukio.apps.dialogues.opinions.actions.conversations import LANGUAGES, locked
from aukio.apps.dialogues.opinions.models import Conversation, Moderation, Stage, Statement
from aukio.apps.dialogues.queries import publication_of
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record

LONGEST = 300


@transaction.atomic
def add_statement(
    *, by: Person | None, conversation: Conversation, texts: dict[str, str]
) -> Statement:
    """Write a statement; it waits for a decision before anybody votes on it."""
    require("opinions.run_conversation", by, conversation)
    held = _changeable(conversation)
    made = Statement.objects.create(conversation=held, number=next_number(held), **_checked(texts))
    record(by=by, verb="opinions.add_statement", target=made, detail={"number": made.number})
    return made


@transaction.atomic
def take_sentences(
    *, by: Person | None, conversation: Conversation, sentences: Sequence[int]
) -> int:
    """Take published sentences as statements; each only once. Returns how many were new."""
    require("opinions.run_conversation", by, conversation)
    held = _changeable(conversation)
    published = _published(held)
    unknown = [one for one in sentences if one not in published]
    if unknown:
        raise InputFault(
            _("A sentence is not in the published summary."),
            place=Place(field=pgettext("field", "sentences")),
            mend=_("Choose from the list."),
        )
    already = set(held.statements.exclude(sentence=None).values_list("sentence", flat=True))
    new = [one for one in dict.fromkeys(sentences) if one not in already]
    first = next_number(held)
    Statement.objects.bulk_create(
        Statement(
            conversation=held,
            number=number,
            sentence=one,
            **{f"text_{code}": published[one].get(code, "") for code in LANGUAGES},
        )
        for number, one in enumerate(new, first)
    )
    record(by=by, verb="opinions.take_sentences", target=held, detail={"sentences": new})
    return len(new)


@transaction.atomic
def decide_statement(
    *, by: Person | None, statement: Statement, moderation: Moderation
) -> Statement:
    """Accept a statement for voting, or leave it out; votes already given are kept."""
    require("opinions.run_conversation", by, statement.conversation)
    statement.moderation = moderation
    statement.save(update_fields=["moderation"])
    record(
        by=by,
        verb="opinions.decide_statement",
        target=statement,
        detail={"moderation": str(moderation)},
    )
    return statement


def _changeable(conversation: Conversation) -> Conversation:
    held = locked(conversation)
    if held.stage == Stage.CLOSED:
        raise InputFault(
            _("The opinion map is closed: its statements no longer change."),
            mend=_("Prepare a new one."),
        )
    return held


def next_number(conversation: Conversation) -> int:
    """The id of a statement to come. Lock the conversation first."""
    last = conversation.statements.aggregate(last=Max("number"))["last"]
    return 0 if last is None else int(last) + 1


def _checked(texts: dict[str, str]) -> dict[str, str]:
    found = {f"text_{code}": texts.get(code, "").strip() for code in LANGUAGES}
    place = Place(field=pgettext("field", "statement"))
    if not any(found.values()):
        raise InputFault(
            _("The statement is missing."),
            place=place,
            mend=_("Write it in at least one language."),
        )
    if max(map(len, found.values())) > LONGEST:
        raise InputFault(
            _("The statement is too long."),
            place=place,
            mend=_("Use at most %(count)d characters, and say one thing.") % {"count": LONGEST},
        )
    return found


def _published(conversation: Conversation) -> dict[int, dict[str, str]]:
    """Texts by language of every sentence of the round's newest publication."""
    try:
        content = publication_of(conversation.round.slug).content
    except Publication.DoesNotExist:
        return {}
    return {
        sentence["id"]: sentence["text"]
        for theme in content["themes"]
        for sentence in theme["sentences"]
    }
