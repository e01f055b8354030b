"""Drafting, editing and publishing a brief. The machine proposes, a person decides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.actions._history import lock
from aukio.apps.dialogues.faults import InputFault, Place, PublishRefused
from aukio.apps.dialogues.impact import choosing, frozen
from aukio.apps.dialogues.impact.actions.ledger import check_day
from aukio.apps.dialogues.impact.models import Brief, Edition, News, NewsKind, Point, PointKind
from aukio.apps.dialogues.impact.offences import offences_of
from aukio.apps.dialogues.impact.sources import Source, sources_of
from aukio.apps.dialogues.models import Origin, Round, Sentence, TextStatus
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.search.actions import refresh

LANGUAGES = ("fi", "sv", "en")
DAYS_TO_ANSWER = 90
Texts = Mapping[str, str]


@transaction.atomic
def draft_brief(*, by: Person | None, round: Round) -> Brief:
    """Propose findings and wishes from the summary; what people have accepted stays as it is.

    Raises ``InputFault`` when the summary has no sentences yet.
    """
    require("impact.edit_brief", by, round)
    lock(round)
    sources = sources_of(round)
    if not sources.sentences:
        raise InputFault(
            _("The summary has no sentences yet."),
            mend=_("Write the summary first: the brief is drafted from it."),
        )
    brief, _is_new = Brief.objects.get_or_create(round=round)
    brief.points.filter(accepted=False).delete()
    kept = {point.sentence_id: point.kind for point in brief.points.all()}
    left = [one for one in sources.sentences if one.id not in kept]
    findings = choosing.choose_findings(left)
    room = choosing.FINDINGS - list(kept.values()).count(PointKind.FINDING)
    _propose(brief, PointKind.FINDING, findings[: max(room, 0)])
    wishes = choosing.choose_wishes(left, findings)
    room = choosing.WISHES - list(kept.values()).count(PointKind.WISH)
    _propose(brief, PointKind.WISH, wishes[: max(room, 0)])
    if not brief.accepted:
        _propose_ask(brief)
    brief.drafted_at = timezone.now()
    brief.save()
    detail = {"points": brief.points.count(), "summary": sources.version}
    record(by=by, verb="impact.draft_brief", target=brief, detail=detail)
    return brief


def _propose(brief: Brief, kind: PointKind, sources: list[Source]) -> None:
    first = _next_order(brief, kind)
    for order, source in enumerate(sources, first):
        Point.objects.create(
            brief=brief,
            sentence_id=source.id,
            kind=kind,
            order=order,
            heard=source.heard,
            origin=Origin.MACHINE,
            accepted=False,
        )


def _propose_ask(brief: Brief) -> None:
    """A request to begin from, in all three languages."""
    brief.due = timezone.localdate() + timedelta(days=DAYS_TO_ANSWER)
    for code in LANGUAGES:
        with translation.override(code):
            text = _(
                "Decide who in your organisation answers each theme. Tell in the answer what you "
                "heard, what you will do, and if you will not, why."
            )
        setattr(brief, f"ask_{code}", text)
        setattr(brief, f"status_{code}", TextStatus.ORIGINAL)


@transaction.atomic
def add_point(*, by: Person | None, brief: Brief, sentence: Sentence, kind: PointKind) -> Point:
    """Take a sentence of the summary into the brief. Raises ``InputFault``."""
    require("impact.edit_brief", by, brief)
    lock(brief.round)
    source = sources_of(brief.round).by_id().get(sentence.pk)
    if source is None:
        raise InputFault(
            _("The sentence is not in this round's summary."),
            mend=_("Choose a sentence of the summary."),
        )
    if brief.points.filter(sentence=sentence).exists():
        raise InputFault(
            _("The sentence is in the brief already."), mend=_("Choose another sentence.")
        )
    point = Point.objects.create(
        brief=brief,
        sentence=sentence,
        kind=kind,
        order=_next_order(brief, kind),
        heard=source.heard,
    )
    record(by=by, verb="impact.add_point", target=point, detail={"sentence": sentence.pk})
    return point


@transaction.atomic
def edit_point(*, by: Person | None, point: Point, texts: Texts, statuses: Texts) -> None:
    """Say it in other words. A language left empty says what the sentence says."""
    require("impact.edit_brief", by, point.brief)
    _write(point, "text", texts, statuses)
    point.accepted = True
    point.save()
    record(by=by, verb="impact.edit_point", target=point, detail={"languages": sorted(texts)})


@transaction.atomic
def accept_point(*, by: Person | None, point: Point) -> None:
    """Take the machine's proposal as it is."""
    require("impact.edit_brief", by, point.brief)
    point.accepted = True
    point.save(update_fields=["accepted"])
    record(by=by, verb="impact.accept_point", target=point)


@transaction.atomic
def drop_point(*, by: Person | None, point: Point) -> None:
    """Take it out of the brief; the sentence stays in the summary."""
    require("impact.edit_brief", by, point.brief)
    record(by=by, verb="impact.drop_point", target=point, detail={"sentence": point.sentence_id})
    point.delete()


@transaction.atomic
def move_point(*, by: Person | None, point: Point, to: int) -> None:
    """To the place ``to``, counted from 0, among points of its kind."""
    require("impact.edit_brief", by, point.brief)
    lock(point.brief.round)
    points = list(point.brief.points.filter(kind=point.kind).exclude(pk=point.pk))
    points.insert(max(0, min(to, len(points))), point)
    for order, one in enumerate(points):
        Point.objects.filter(pk=one.pk).update(order=order)
    record(by=by, verb="impact.move_point", target=point, detail={"to": to})


@transaction.atomic
def edit_ask(*, by: Person | None, brief: Brief, texts: Texts, statuses: Texts, due: date) -> None:
    """What is asked of the reader, and by when. Raises ``InputFault``."""
    require("impact.edit_brief", by, brief)
    if not any(text.strip() for text in texts.values()):
        raise InputFault(
            _("The request is empty."),
            place=Place(field=pgettext("field", "request")),
            mend=_("Say in a sentence or two what the reader should decide or answer."),
        )
    _write(brief, "ask", texts, statuses)
    check_day(due)
    brief.due = due
    brief.accepted = True
    brief.save()
    record(by=by, verb="impact.edit_ask", target=brief, detail={"due": due.isoformat()})


@transaction.atomic
def publish_brief(
    *, by: Person | None, brief: Brief, reason: str = "", at: datetime | None = None
) -> Edition:
    """Freeze and publish. After the first time ``reason`` says what was corrected.

    ``at`` is for a brief that was published before it was brought here.
    Raises ``PublishRefused`` with every offence, ``InputFault`` without a reason.
    """
    require("impact.publish_brief", by, brief)
    lock(brief.round)
    version = brief.round.brief_editions.count() + 1
    if version > 1 and not reason.strip():
        raise InputFault(
            _("The correction has no reason."),
            place=Place(field=pgettext("field", "reason")),
            mend=_("Tell readers in a sentence what is corrected and why."),
        )
    offences = offences_of(brief)
    if offences:
        raise PublishRefused(
            _("The brief cannot be published yet."),
            mend=_("Mend what is listed and publish again."),
            offences=offences,
        )
    content = frozen.freeze(brief)
    edition = Edition.objects.create(
        round=brief.round,
        version=version,
        published_at=at or timezone.now(),
        published_by=by,
        reason=reason.strip() if version > 1 else "",
        content=content,
        sha256=frozen.digest(content),
    )
    News.objects.create(
        round=brief.round, kind=NewsKind.BRIEF, edition=edition, at=edition.published_at
    )
    detail = {"version": version, "sha256": edition.sha256}
    record(by=by, verb="impact.publish_brief", target=edition, detail=detail)
    for one in brief.round.brief_editions.all():
        refresh(one)
    return edition


def _write(thing: Point | Brief, field: str, texts: Texts, statuses: Texts) -> None:
    for code in LANGUAGES:
        text = texts.get(code, "").strip()
        status = statuses.get(code) or TextStatus.ORIGINAL
        setattr(thing, f"{field}_{code}", text)
        setattr(thing, f"status_{code}", status if text else "")


def _next_order(brief: Brief, kind: str) -> int:
    last = brief.points.filter(kind=kind).aggregate(last=Max("order"))["last"]
    return 0 if last is None else int(last) + 1
