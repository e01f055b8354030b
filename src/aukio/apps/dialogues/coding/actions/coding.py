"""A coder gives codes to a note, each by their own lights; the latest step can be undone."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from aukio.apps.dialogues.coding.actions._history import lock
from aukio.apps.dialogues.coding.models import Code, Coding, Decision, Given, Proposal, Step
from aukio.apps.dialogues.coding.standing import is_open, roots_of
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.models import Note, Round, in_use
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.audit.actions import record

MOST_ON_A_NOTE = 20


@transaction.atomic
def code_note(
    *, by: Person, note: Note, codes: Iterable[int], none_fits: bool = False
) -> Step | None:
    """Give the note these codes, in place of the coder's earlier ones.

    Without codes ``none_fits`` must say so. Returns nothing when nothing changed. A proposal
    of the machine for one of the codes counts as accepted by the coder.
    """
    require("coding.code_note", by, note)
    round = note.record.dialogue.round
    lock(round)
    roots = roots_of(round)
    coding = Coding.objects.filter(note=note, coder=by).first()
    before = _now(coding, roots) if coding else None
    wanted = _wanted(round, codes, roots, before or set(), none_fits=none_fits)
    if before == wanted:
        return None
    step = Step.objects.create(
        note=note,
        coder=by,
        before=None if before is None else sorted(before),
        after=sorted(wanted),
    )
    _write(by, note, wanted, is_first=_is_first(by, note, step))
    _accept(by, note, wanted, step)
    detail = {"note": note.pk, "codes": sorted(wanted)}
    record(by=by, verb="coding.code_note", target=round, detail=detail)
    return step


@transaction.atomic
def undo_step(*, by: Person, round: Round) -> Note:
    """Take back the coder's own latest step of this round; again, the one before it.

    Steps on notes that may no longer be read stay as they are.
    """
    require("coding.see_desk", by, round)
    lock(round)
    step = (
        Step.objects.filter(in_use("note__record__"), coder=by, undone_at=None)
        .filter(note__record__dialogue__round=round)
        .select_related("note__record__dialogue")
        .first()
    )
    if step is None:
        raise InputFault(_("There is nothing to undo."), mend=_("Carry on as you are."))
    require("coding.code_note", by, step.note)
    if step.before is None:
        Coding.objects.filter(note=step.note, coder=by).delete()
    else:
        roots = roots_of(round)
        _write(by, step.note, {roots[one] for one in step.before if one in roots}, is_first=False)
    Decision.objects.filter(step=step).delete()
    step.undone_at = timezone.now()
    step.save(update_fields=["undone_at"])
    detail = {"note": step.note_id, "step": step.pk}
    record(by=by, verb="coding.undo_step", target=round, detail=detail)
    return step.note


def _wanted(
    round: Round, codes: Iterable[int], roots: dict[int, int], before: set[int], *, none_fits: bool
) -> set[int]:
    asked = set(codes)
    if asked - set(roots):
        raise InputFault(
            _("A chosen code is not in the frame of this round."),
            mend=_("Open the page again and choose from the codes there."),
        )
    wanted = {roots[one] for one in asked}
    retired = Code.objects.filter(pk__in=wanted - before, is_retired=True).first()
    if retired is not None:
        raise InputFault(
            _("The code “%(name)s” is no longer in use.") % {"name": retired},
            mend=_("Choose another, or take the code into use again in the frame."),
        )
    if not wanted and not none_fits:
        raise InputFault(
            _("No code was chosen."), mend=_("Tick a code, or say that none of them fits.")
        )
    if wanted and none_fits:
        raise InputFault(
            _("You ticked a code and said that none fits."), mend=_("Choose one or the other.")
        )
    if len(wanted) > MOST_ON_A_NOTE:
        raise InputFault(
            _("There are too many codes on one note."),
            mend=_("Choose at most %(count)d.") % {"count": MOST_ON_A_NOTE},
        )
    return wanted


def _now(coding: Coding, roots: dict[int, int]) -> set[int]:
    return {roots[one] for one in coding.given.filter(now=True).values_list("code", flat=True)}


def _is_first(by: Person, note: Note, step: Step) -> bool:
    """Whether the coder has never coded the note, not even to undo it."""
    return not Step.objects.filter(note=note, coder=by).exclude(pk=step.pk).exists()


def _write(by: Person, note: Note, wanted: set[int], *, is_first: bool) -> None:
    """The codes as they are now; while nobody else's can be seen they stand as given blind."""
    alone = not Coding.objects.filter(note=note).exclude(coder=by).exists()
    coding, _made = Coding.objects.get_or_create(note=note, coder=by)
    hidden = not is_open(note.record.dialogue.round)
    writes_blind = alone or (is_first and hidden)
    kept = (
        [] if writes_blind else list(coding.given.filter(blind=True).values_list("code", flat=True))
    )
    blind = wanted if writes_blind else set(kept)
    coding.is_blind = writes_blind or coding.is_blind
    coding.save()
    coding.given.all().delete()
    Given.objects.bulk_create(
        Given(coding=coding, code_id=one, now=one in wanted, blind=one in blind)
        for one in sorted(wanted | blind)
    )


def _accept(by: Person, note: Note, wanted: set[int], step: Step) -> None:
    """What the machine proposed and the coder gave is accepted, by whichever way."""
    for proposal in Proposal.objects.filter(note=note, code__in=wanted):
        Decision.objects.update_or_create(
            proposal=proposal, by=by, defaults={"accepted": True, "step": step}
        )
