"""What people decide about the code frame. Each decision is kept and can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from aukio.apps.dialogues.actions._checks import notes_of
from aukio.apps.dialogues.coding.actions._checks import (
    MOST_CODES,
    Words,
    checked,
    live,
    not_overtaken,
    reason,
)
from aukio.apps.dialogues.coding.actions._history import history, lock
from aukio.apps.dialogues.coding.models import Code, Given, SettledCode, Shape
from aukio.apps.dialogues.faults import InputFault
from aukio.apps.dialogues.models import Note, Round
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person


@transaction.atomic
def add_code(*, by: Person | None, round: Round, words: Words, parent: Code | None = None) -> Code:
    """Add a code to the end of the frame."""
    require("coding.edit_frame", by, round)
    lock(round)
    kept = checked(words, round)
    with history("add", by=by, round=round, what={"name": kept.name}) as touched:
        made = new_code(round, kept, parent)
        touched.codes.add(made.pk)
    return made


@transaction.atomic
def edit_code(*, by: Person | None, code: Code, words: Words, why: str, seen: str = "") -> Code:
    """Rename a code or say anew when it is used. ``seen`` is the mark of what was changed."""
    code = _fresh(by, code)
    not_overtaken(code, seen)
    kept = checked(words, code.round, but=code.pk)
    what = {"name": code.name, "to": kept.name}
    with history("edit", by=by, round=code.round, codes=[code.pk], why=reason(why), what=what):
        texts = {**asdict(kept), "shape": kept.shape or code.shape}
        Code.objects.filter(pk=code.pk).update(**texts)
    code.refresh_from_db()
    return code


@transaction.atomic
def merge_codes(*, by: Person | None, codes: Sequence[Code], into: Code, why: str) -> Code:
    """Read every coding with ``codes`` as one with ``into``. The codings stay as they are."""
    into = _fresh(by, into)
    round = into.round
    others = list(Code.objects.filter(pk__in=[one.pk for one in codes]).exclude(pk=into.pk))
    if not others:
        raise InputFault(
            _("There is only one code to merge."), mend=_("Choose at least two codes.")
        )
    live(others, round)
    ids = [one.pk for one in others]
    head = into.parent_id if into.parent_id not in ids else None
    below = Code.objects.filter(parent__in=ids).exclude(pk__in=[*ids, into.pk])
    touched = [*ids, into.pk, *below.values_list("pk", flat=True)]
    what = {"names": [one.name for one in others], "to": into.name}
    with history("merge", by=by, round=round, codes=touched, why=reason(why), what=what):
        below.update(parent=head or into.pk)
        Code.objects.filter(pk=into.pk).update(parent=head)
        Code.objects.filter(pk__in=ids).update(merged_into=into, parent=None)
    return into


@transaction.atomic
def split_code(
    *, by: Person | None, code: Code, words: Words, notes: Iterable[Note], why: str
) -> Code:
    """Give some notes of a code a new code instead, whoever coded them."""
    code = _fresh(by, code)
    round = code.round
    chosen = {note.pk for note in notes_of(round, notes)}
    kept = checked(words, round)
    family = family_of(code)
    given = Given.objects.filter(code__in=family, coding__note__in=chosen)
    settled = SettledCode.objects.filter(code__in=family, settled__note__in=chosen)
    moved = {
        "given": dict(given.values_list("pk", "code_id")),
        "settled": dict(settled.values_list("pk", "code_id")),
    }
    if not moved["given"]:
        raise InputFault(
            _("None of the chosen notes has this code."),
            mend=_("Choose notes that were given the code."),
        )
    what = {"name": code.name, "to": kept.name, "count": len(chosen)}
    with history(
        "split", by=by, round=round, codes=[code.pk], why=reason(why), what=what, moved=moved
    ) as touched:
        parent = code.parent or code
        made = new_code(round, kept, parent, after=code)
        touched.codes.add(made.pk)
        Given.objects.filter(pk__in=moved["given"]).update(code=made)
        SettledCode.objects.filter(pk__in=moved["settled"]).update(code=made)
    return made


@transaction.atomic
def move_code(*, by: Person | None, code: Code, parent: Code | None, why: str) -> Code:
    """Put a code under another, or out to stand by itself."""
    code = _fresh(by, code)
    check_parent(code.round, parent)
    if parent is not None and (parent.pk == code.pk or code.children.exists()):
        raise InputFault(
            _("The code has codes under it, so it cannot be put under another."),
            mend=_("Move those codes first. There is one level only."),
        )
    what = {"name": code.name, "to": parent.name if parent else ""}
    with history("move", by=by, round=code.round, codes=[code.pk], why=reason(why), what=what):
        Code.objects.filter(pk=code.pk).update(parent=parent)
    code.refresh_from_db()
    return code


@transaction.atomic
def retire_code(*, by: Person | None, code: Code, why: str) -> Code:
    """Give the code to no more notes; those that have it keep it."""
    return _set_retired(by, code, why, verb="retire")


@transaction.atomic
def restore_code(*, by: Person | None, code: Code, why: str) -> Code:
    """Take a retired code into use again."""
    return _set_retired(by, code, why, verb="restore")


def _set_retired(by: Person | None, code: Code, why: str, *, verb: str) -> Code:
    code = _fresh(by, code)
    what = {"name": code.name}
    with history(verb, by=by, round=code.round, codes=[code.pk], why=reason(why), what=what):
        Code.objects.filter(pk=code.pk).update(is_retired=verb == "retire")
    code.refresh_from_db()
    return code


@transaction.atomic
def order_code(*, by: Person | None, code: Code, step: int) -> None:
    """Move a code ``step`` places among its equals: -1 is up, 1 is down."""
    code = _fresh(by, code)
    equals = list(Code.objects.filter(round=code.round, parent=code.parent_id, merged_into=None))
    at = equals.index(code)
    to = at + step
    if not 0 <= to < len(equals):
        return
    equals.insert(to, equals.pop(at))
    ids = [one.pk for one in equals]
    what = {"name": code.name}
    with history("order", by=by, round=code.round, codes=ids, what=what):
        for order, pk in enumerate(ids, 1):
            Code.objects.filter(pk=pk).update(order=order)


def new_code(round: Round, words: Words, parent: Code | None, after: Code | None = None) -> Code:
    """A row for the code; the shapes take turns when none is given."""
    check_parent(round, parent)
    count = Code.objects.filter(round=round).count()
    if count >= MOST_CODES:
        raise InputFault(
            _("The frame has as many codes as it can hold, %(count)d.") % {"count": MOST_CODES},
            mend=_("Merge codes that mean the same."),
        )
    last = Code.objects.filter(round=round).aggregate(last=Max("order"))["last"] or 0
    shape = words.shape or Shape.values[count % len(Shape.values)]
    order = after.order if after else last + 1
    texts = {**asdict(words), "shape": shape}
    return Code.objects.create(round=round, parent=parent, order=order, **texts)


def check_parent(round: Round, parent: Code | None) -> None:
    if parent is None:
        return
    parent = Code.objects.get(pk=parent.pk)
    live([parent], round)
    if parent.parent_id is not None:
        raise InputFault(
            _("“%(name)s” is itself under another code.") % {"name": parent},
            mend=_("Choose a code of the first level."),
        )


def family_of(code: Code) -> list[int]:
    """The code and every code that has been merged into it."""
    pairs = Code.objects.filter(round=code.round_id).exclude(merged_into=None)
    children: dict[int, list[int]] = {}
    for pk, into in pairs.values_list("pk", "merged_into_id"):
        children.setdefault(into, []).append(pk)
    found = [code.pk]
    for one in found:
        found.extend(children.get(one, []))
    return found


def _fresh(by: Person | None, code: Code) -> Code:
    """The code as it is now, with the round held; it must still be there to be changed."""
    require("coding.edit_frame", by, code.round)
    lock(code.round)
    found = Code.objects.select_related("round", "parent").get(pk=code.pk)
    live([found], found.round)
    return found
