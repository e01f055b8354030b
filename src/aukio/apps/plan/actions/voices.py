"""Comments from anyone, and the reasoned response each of them gets."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.faults import EditedMeanwhile
from aukio.apps.plan.models import Comment, Measure, Response
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault

LONGEST = 5000


def moment_of(comment: Comment) -> str:
    """When the comment was responded to, as ``replacing`` says it; empty for not yet."""
    return comment.answered.isoformat() if comment.answered else ""


@transaction.atomic
def comment(*, by: Any, measure: Measure, name: str, text: str, language: str) -> Comment:
    """Keep a comment for the team to read. Anyone may comment. Raises ``Fault``."""
    if not name.strip() or not text.strip() or len(text) > LONGEST:
        raise Fault(
            _("The comment lacks its text or its writer, or it is too long."),
            where=pgettext("field", "comment"),
            mend=_("Write both, in at most %(most)d characters.") % {"most": LONGEST},
        )
    kept = Comment.objects.create(
        measure=measure, name=name.strip()[:200], text=text.strip(), language=language
    )
    record(by=by, verb="plan.comment", target=measure, detail={"comment": kept.pk})
    return kept


@transaction.atomic
def answer_comment(
    *,
    by: Person,
    comment: Comment,
    shown: bool,
    response: str,
    language: str,
    replacing: str = "",
) -> Comment:
    """Show the comment with the response, or leave it out and say why.

    An earlier response stays as it was given.

    ``replacing`` is the moment (ISO) of the response the writer saw; empty when there was none.
    Raises ``EditedMeanwhile`` when somebody has responded since, and ``Fault``.
    """
    comment = Comment.objects.select_for_update().get(pk=comment.pk)
    require("plan.answer_comment", by, comment)
    if moment_of(comment) != replacing:
        raise EditedMeanwhile(theirs=comment, yours={"response": response})
    if not response.strip():
        raise Fault(
            _("Every comment gets a reasoned response."),
            where=pgettext("field", "response"),
            mend=_("Say what it leads to, or why it leads to nothing."),
        )
    comment.shown = shown
    comment.response = response.strip()
    comment.response_language = language
    comment.answered = timezone.now()
    comment.answered_by = by
    comment.save()
    sequence = comment.responses.count() + 1
    Response.objects.create(
        comment=comment,
        sequence=sequence,
        shown=shown,
        text=comment.response,
        language=language,
        at=comment.answered,
        by=by,
    )
    detail = {"comment": comment.pk, "shown": shown, "response": sequence}
    record(by=by, verb="plan.answer_comment", target=comment.measure, detail=detail)
    return comment
