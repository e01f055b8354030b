"""What an organiser says of the draft: fair, or not fair and why."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from aukio.apps.dialogues.checking.models import Remark, Review, Verdict
from aukio.apps.dialogues.models import Sentence
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Code, Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault

LONGEST = 2000


@dataclass(frozen=True)
class Said:
    """Of a sentence, or of the whole draft when there is none.

    ``seen`` is the mark of the sentence as it was read; empty when that is not known.
    """

    verdict: str
    reason: str = ""
    sentence: Sentence | None = None
    seen: str = ""


def mark_of(sentence: Sentence) -> str:
    """A mark of what the sentence says now: a form carries it, to notice a change."""
    said = [sentence.text_fi, sentence.text_sv, sentence.text_en]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


@transaction.atomic
def say(*, by: Person | Code | None, review: Review, remarks: Sequence[Said]) -> list[Remark]:
    """Keep what the organiser says. A remark can be changed until it has been answered.

    Raises ``Fault``; then nothing is kept.
    """
    require("checking.look", by, review)
    list(Review.objects.select_for_update().filter(pk=review.pk).values_list("pk"))
    if review.dialogue.round.publications.exists():
        raise Fault(
            _("The summary has been published: the draft takes no more remarks."),
            mend=_("Write to the core group if something should be corrected."),
        )
    if not remarks:
        raise Fault(
            _("Nothing was said yet."),
            mend=_("Say of a sentence or of the whole draft whether it is fair."),
        )
    _check(review, remarks)
    kept = [one for given in remarks if (one := _keep(review, given)) is not None]
    review.done_at = timezone.now()
    review.save(update_fields=["done_at"])
    detail = {
        "remarks": len(kept),
        "unfair": sum(1 for one in kept if one.verdict == Verdict.UNFAIR),
    }
    record(by=by, verb="checking.say", target=review, detail=detail)
    return kept


def _keep(review: Review, given: Said) -> Remark | None:
    found = review.remarks.filter(sentence=given.sentence)
    there = found.filter(about="").first() if given.sentence is None else found.first()
    if there is not None and there.outcome:
        return None  # answered: it stays as it was
    remark = there or Remark(review=review, sentence=given.sentence)
    remark.about = str(given.sentence) if given.sentence else ""
    remark.verdict, remark.reason = given.verdict, given.reason.strip()
    remark.save()
    return remark


def _check(review: Review, remarks: Sequence[Said]) -> None:
    own = set(
        Sentence.objects.filter(quotes__note__record__dialogue=review.dialogue_id).values_list(
            "pk", flat=True
        )
    )
    for one in remarks:
        where = str(one.sentence) if one.sentence else ""
        if one.sentence is not None and one.sentence.pk not in own:
            raise Fault(
                _("The sentence does not rest on words of your dialogue."),
                where=where,
                mend=_("Reload the page: the draft has changed."),
            )
        if one.sentence is not None and one.seen not in ("", mark_of(one.sentence)):
            raise Fault(
                _("The sentence has been changed while you read."),
                where=where,
                mend=_("Read it again. What you wrote is still here: send it if it holds."),
            )
        if one.verdict not in Verdict.values:
            raise Fault(_("Choose “fair” or “not fair”."), where=where)
        if one.verdict == Verdict.UNFAIR and not one.reason.strip():
            raise Fault(
                _("You said “not fair” but not why."),
                where=where,
                mend=_("Tell in a sentence what is wrong or missing."),
            )
        if len(one.reason) > LONGEST:
            raise Fault(
                _("The text is too long."),
                where=where,
                mend=_("Use at most %(count)d characters.") % {"count": LONGEST},
            )
