"""Reviews of a measure. They stand beside the team's own judgement and never change it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.models import Completion, Measure, Review
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault

CODE = re.compile(r"[a-z0-9_]{1,60}")


@dataclass(frozen=True)
class Judgement:
    """What a reviewer says: in words, and in codes of their own scale if they use one."""

    kind: str
    text: str
    reviewer: str
    completion: str = ""
    codes: dict[str, str] = field(default_factory=dict)
    language: str = "fi"


@transaction.atomic
def review_measure(*, by: Person | None, measure: Measure, judgement: Judgement) -> Review:
    """Keep the review: the team assesses itself, a reviewer speaks for others.

    Raises ``Fault`` when it says nothing or uses unknown codes.
    """
    own = judgement.kind == Review.Kind.SELF
    require("plan.assess_measure" if own else "plan.review_measure", by, measure)
    if judgement.kind not in Review.Kind.values:
        raise Fault(_("This kind of review is not known."), where=pgettext("field", "kind"))
    if judgement.completion and judgement.completion not in Completion.values:
        raise Fault(
            _("This is not one of the completion codes."),
            where=pgettext("field", "completion"),
            mend=_("Choose one of the four."),
        )
    if not judgement.text.strip() or not judgement.reviewer.strip():
        raise Fault(
            _("The review lacks its text or its reviewer's name."),
            where=pgettext("field", "review"),
            mend=_("Write both."),
        )
    if not all(CODE.fullmatch(name) for name in judgement.codes):
        raise Fault(
            _("The name of a code cannot be used."),
            where=pgettext("field", "codes"),
            mend=_("Use small letters, digits and underscores."),
        )
    review = Review.objects.create(
        measure=measure,
        kind=judgement.kind,
        completion=judgement.completion,
        codes=judgement.codes,
        text=judgement.text.strip(),
        language=judgement.language,
        reviewer=judgement.reviewer.strip(),
        by=by,
    )
    detail = {"review": review.pk, "kind": judgement.kind}
    record(by=by, verb="plan.review_measure", target=measure, detail=detail)
    return review
