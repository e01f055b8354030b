"""The privacy gate: what could tell who somebody is, decided place by place, with a reason.

Hiding can be taken back by the organiser until the round's summary is published. Some time
after that the hidden words are destroyed (``destroy_originals``).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from aukio.apps.dialogues.actions._masking import bring_back, hide, words_of
from aukio.apps.dialogues.faults import InputFault, Place
from aukio.apps.dialogues.models import (
    Decision,
    Finding,
    FindingKind,
    Gate,
    Publication,
    Record,
)
from aukio.apps.dialogues.models.finding import LONGEST_REASON, LONGEST_REPLACEMENT
from aukio.engines import privacy
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record as audit

HIDING = (Decision.REDACT, Decision.GENERALISE)


@transaction.atomic
def decide(
    *,
    by: Person | None,
    findings: Iterable[Finding],
    decision: str,
    reason: str,
    replacement: str = "",
) -> None:
    """Decide about places of one record. Raises ``InputFault``; then nothing is decided.

    ``replacement`` is shown in the place of hidden words, such as "[name]"; to say a thing
    more generally it is needed.
    """
    chosen = list(findings)
    record = _one_record(by, chosen)
    require("dialogues.decide_findings", by, record)
    reason, replacement = reason.strip(), replacement.strip()
    _check(decision, reason, replacement)
    if decision == Decision.KEEP:
        _check_still_reversible(record, chosen)
        _settle(chosen, by, decision, reason, "")
        bring_back(record, chosen)
    else:
        hide(record, chosen)
        _settle(chosen, by, decision, reason, replacement)
        _hide_in_older_versions(by, record, chosen)
    detail = {
        "decision": decision,
        "findings": [one.pk for one in chosen],
        "kinds": sorted({one.kind for one in chosen}),
    }
    audit(by=by, verb="dialogues.decide_findings", target=record, detail=detail)


@transaction.atomic
def point_out(
    *, by: Person | None, record: Record, words: str, reason: str, replacement: str = ""
) -> list[Finding]:
    """Hide words the machine did not find, everywhere in the record."""
    record = _locked(record)
    require("dialogues.decide_findings", by, record)
    wanted = words.strip()
    _check(Decision.REDACT, reason.strip(), replacement.strip())
    places = _places_of(record, wanted) if wanted else []
    if not places:
        raise InputFault(
            _("These words are not in the record letter for letter."),
            place=Place(field=pgettext("field", "words")),
            mend=_("Copy them from the record; capital and small letters count."),
        )
    made = Finding.objects.bulk_create(
        Finding(record=record, start=start, end=end, kind=FindingKind.OTHER, certain=True)
        for start, end in places
    )
    decide(by=by, findings=made, decision=Decision.REDACT, reason=reason, replacement=replacement)
    return made


@transaction.atomic
def hand_over(*, by: Person | None, record: Record) -> None:
    """Let the core group read the record, now that every place has been decided."""
    record = _locked(record)
    require("dialogues.hand_over", by, record)
    if record.gate != Gate.HELD:
        raise InputFault(
            _("The record has already been handed over."), mend=_("Nothing needs to be done.")
        )
    waiting = record.findings.filter(decision="").count()
    if waiting:
        raise InputFault(
            ngettext(
                "%(count)d place in the record is still to be decided.",
                "%(count)d places in the record are still to be decided.",
                waiting,
            )
            % {"count": waiting},
            mend=_("Decide each place, then hand the record over."),
        )
    Record.objects.filter(pk=record.pk).update(gate=Gate.HANDED)
    detail = {"findings": record.findings.count()}
    audit(by=by, verb="dialogues.hand_over_record", target=record, detail=detail)


def look_through(record: Record) -> None:
    """Find what could tell who somebody is. In a held record it is hidden until decided."""
    found = [
        Finding(record=record, start=one.start, end=one.end, kind=one.kind, certain=one.certain)
        for one in privacy.find(record.text)
    ]
    made = Finding.objects.bulk_create(found, batch_size=500)
    if record.gate == Gate.HELD:
        hide(record, made)


def carry_decisions(old: Record, new: Record) -> None:
    """What was decided about the same words holds in the new version too."""
    decided = {
        (one.kind, words_of(one)): one
        for one in old.findings.exclude(decision="").select_related("record")
        if not one.destroyed_at
    }
    for (kind, words), earlier in decided.items():
        same = [
            one
            for one in new.findings.filter(kind=kind, decision="").select_related("record")
            if words_of(one) == words
        ]
        if kind == FindingKind.OTHER and earlier.decision in HIDING:
            same += Finding.objects.bulk_create(
                Finding(record=new, start=start, end=end, kind=kind, certain=True)
                for start, end in _places_of(new, words)
            )
        if earlier.decision == Decision.KEEP:
            bring_back(new, same)
        else:
            hide(new, same)
        _settle(same, earlier.decided_by, earlier.decision, earlier.reason, earlier.replacement)


def destroy_originals() -> int:
    """Destroy words hidden in rounds published long enough ago; returns how many places."""
    days = timedelta(days=settings.ORIGINALS_KEPT_DAYS)
    due = Publication.objects.filter(version=1, published_at__lte=timezone.now() - days)
    hidden = Finding.objects.filter(
        ~Q(sealed=""), record__dialogue__round__in=due.values("round"), masked=True
    )
    count = 0
    for record in Record.objects.filter(pk__in=hidden.values("record")):
        with transaction.atomic():
            gone = record.findings.filter(~Q(sealed=""), masked=True)
            places = gone.update(sealed="", destroyed_at=timezone.now())
            detail = {"places": places}
            audit(by=None, verb="dialogues.destroy_originals", target=record, detail=detail)
        count += places
    return count


def _one_record(by: Person | None, findings: list[Finding]) -> Record:
    records = {one.record_id for one in findings}
    if len(records) != 1:
        raise InputFault(
            _("No place was chosen."), mend=_("Choose at least one place of the record.")
        )
    return _locked(findings[0].record)


def _locked(record: Record) -> Record:
    """The record as it is now; others wait until this decision is made."""
    return Record.objects.select_for_update().select_related("dialogue").get(pk=record.pk)


def _settle(
    findings: list[Finding], by: Person | None, decision: str, reason: str, replacement: str
) -> None:
    if decision == Decision.KEEP:
        replacement = ""
    for one in findings:
        one.decision, one.reason, one.replacement = decision, reason, replacement
        one.decided_by, one.decided_at = by, timezone.now()
    fields = ["decision", "reason", "replacement", "decided_by", "decided_at"]
    Finding.objects.bulk_update(findings, fields, batch_size=200)


def _check(decision: str, reason: str, replacement: str) -> None:
    if decision not in Decision.values:
        raise InputFault(
            _("Nothing was decided."),
            place=Place(field=pgettext("field", "decision")),
            mend=_("Choose whether the words are hidden, said more generally or left."),
        )
    if not reason or len(reason) > LONGEST_REASON:
        raise InputFault(
            _("The decision has no reason, or the reason is too long."),
            place=Place(field=pgettext("field", "reason")),
            mend=_("Tell in a few words why."),
        )
    if len(replacement) > LONGEST_REPLACEMENT or "\n" in replacement:
        raise InputFault(
            _("The words to show instead are too long."),
            place=Place(field=pgettext("field", "words to show instead")),
            mend=_("Use at most %(count)d characters on one line.")
            % {"count": LONGEST_REPLACEMENT},
        )
    if decision == Decision.GENERALISE and not replacement:
        raise InputFault(
            _("The more general words are missing."),
            place=Place(field=pgettext("field", "words to show instead")),
            mend=_("Write them, such as “a small town”."),
        )
    if any(one.certain for one in privacy.find(replacement + "\n" + reason)):
        raise InputFault(
            _("The reason or the words to show instead tell who somebody is."),
            mend=_("Leave out names, numbers and addresses."),
        )


def _check_still_reversible(record: Record, findings: list[Finding]) -> None:
    hidden = [one for one in findings if one.masked and one.decision in HIDING]
    gone = [one for one in findings if one.masked and not one.sealed]
    is_published = Publication.objects.filter(round=record.dialogue.round_id).exists()
    if gone or (hidden and is_published):
        raise InputFault(
            _("The words stay hidden: the summary of the round has been published."),
            mend=_("Nothing needs to be done."),
        )


def _places_of(record: Record, words: str) -> list[tuple[int, int]]:
    """Every place of the words that no finding covers yet."""
    taken = list(record.findings.values_list("start", "end"))
    found, at = [], record.text.find(words)
    while at >= 0:
        end = at + len(words)
        if not any(start < end and at < other for start, other in taken):
            found.append((at, end))
        at = record.text.find(words, end)
    return found


def _hide_in_older_versions(by: Person | None, record: Record, findings: list[Finding]) -> None:
    """The same words in versions that are out of use are hidden with these."""
    older = Finding.objects.filter(
        record__dialogue=record.dialogue_id, record__superseded=True, masked=False
    ).exclude(record=record)
    if not older.exists():
        return
    words = {words_of(one): one for one in findings}
    for version in Record.objects.filter(pk__in=older.values("record")):
        same = [
            one
            for one in older.filter(record=version)
            if version.text[one.start : one.end] in words
        ]
        hide(version, same)
        if same:
            one = findings[0]
            _settle(same, by, one.decision, one.reason, one.replacement)
