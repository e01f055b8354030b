"""Having the machine propose codes, keeping what it proposed, and a person's decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from aukio.apps.dialogues.coding.actions._history import lock
from aukio.apps.dialogues.coding.actions.coding import code_note
from aukio.apps.dialogues.coding.machine import Found, Input
from aukio.apps.dialogues.coding.models import Code, Coding, Decision, Given, Proposal, Run, Useful
from aukio.apps.dialogues.coding.standing import roots_of
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.models import Round, in_use
from aukio.apps.dialogues.queries.pages.remarks import used
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record
from aukio.shared.jobs.actions import start
from aukio.shared.jobs.models import Job

KIND = "coding.proposals"
RENEWED_EVERY = 25  # codings after which the machine looks anew, once it has been asked


@transaction.atomic
def start_proposing(*, by: Person | None, round: Round, next_url: str = "") -> Job:
    """Put the work in the queue; while it waits or goes on, the same job is returned."""
    from aukio.apps.dialogues.coding.tasks import propose_codes

    require("coding.have_proposed", by, round)
    return start(
        by=by,
        kind=KIND,
        task=propose_codes,
        arguments={"round_id": round.pk, "person_id": by.pk if by else None},
        key=f"{KIND}:{round.pk}",
        next_url=next_url,
    )


def renew_if_due(*, by: Person, round: Round, next_url: str = "") -> Job | None:
    """Look anew when people have coded enough since the machine was last asked."""
    latest = Run.objects.filter(round=round).first()
    if latest is None:
        return None
    now = Coding.objects.filter(note__record__dialogue__round=round).values("note").distinct()
    if now.count() < latest.coded + RENEWED_EVERY:
        return None
    return start_proposing(by=by, round=round, next_url=next_url)


@transaction.atomic
def keep_proposals(*, by: Person | None, round: Round, given: Input, found: Found) -> Run:
    """Replace proposals nobody has decided on. Notes coded meanwhile get none."""
    require("coding.have_proposed", by, round)
    lock(round)
    run = Run.objects.create(round=round, digest=given.digest, coded=len(given.coded))
    here = Proposal.objects.filter(note__record__dialogue__round=round)
    here.filter(decisions=None).delete()
    decided = {(one.note_id, one.code_id): one for one in here}
    readable = set(used(round).values_list("pk", flat=True))
    coded = set(Coding.objects.filter(note__in=readable).values_list("note", flat=True))
    usable = set(_usable(round))
    made = [
        Proposal(
            run=run,
            note_id=one.note,
            code_id=one.code,
            confidence=one.confidence,
            words=list(one.words),
            like=list(one.like),
        )
        for one in found.proposals
        if one.code in usable and one.note in readable - coded
    ]
    for one in made:
        earlier = decided.get((one.note_id, one.code_id))
        one.pk = earlier.pk if earlier else None
    Proposal.objects.bulk_create([one for one in made if one.pk is None], batch_size=500)
    fields = ["run", "confidence", "words", "like"]
    Proposal.objects.bulk_update([one for one in made if one.pk], fields, batch_size=200)
    Useful.objects.filter(run__round=round).delete()
    Useful.objects.bulk_create(
        Useful(run=run, note_id=note, rank=rank)
        for rank, note in enumerate(found.useful, 1)
        if note in readable - coded
    )
    detail = {"run": run.pk, "coded": run.coded, "proposals": len(made)}
    record(by=by, verb="coding.keep_proposals", target=round, detail=detail)
    return run


@transaction.atomic
def decide(*, by: Person, round: Round, accepted: Iterable[int], rejected: Iterable[int]) -> int:
    """Accept and reject proposals by id; those accepted become the person's own coding.

    Returns how many were decided. What the person has already decided is left as it is.
    """
    require("coding.have_proposed", by, round)
    lock(round)
    yes, no = set(accepted), set(rejected)
    if yes & no:
        raise InputFault(
            _("A proposal was both accepted and rejected."), mend=_("Choose one or the other.")
        )
    rows = (
        Proposal.objects.filter(in_use("note__record__"), pk__in=yes | no)
        .filter(note__record__dialogue__round=round)
        .exclude(decisions__by=by)
        .select_related("note__record__dialogue__round")
    )
    by_note = defaultdict(list)
    listed = list(rows)
    for one in listed:
        if one.pk in yes:
            by_note[one.note].append(one.code_id)
    for note, codes in by_note.items():
        own = Given.objects.filter(coding__note=note, coding__coder=by, now=True)
        code_note(by=by, note=note, codes=[*own.values_list("code", flat=True), *codes])
    Decision.objects.bulk_create(
        Decision(proposal=one, by=by, accepted=False) for one in listed if one.pk in no
    )
    refused = [one.pk for one in listed if one.pk in no]
    if refused:
        detail = {"proposals": refused}
        record(by=by, verb="coding.reject_proposals", target=round, detail=detail)
    return len(listed)


def _usable(round: Round) -> list[int]:
    roots = roots_of(round)
    rows = Code.objects.filter(round=round, is_retired=False).values_list("pk", flat=True)
    return [pk for pk in rows if roots[pk] == pk]
