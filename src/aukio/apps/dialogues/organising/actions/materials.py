"""Changing the material kit for one round: each change is a version with what changed."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.organising.actions._checks import needed
from aukio.apps.dialogues.organising.models import MaterialKind, MaterialVersion
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import LANGUAGES, Person
from aukio.shared.audit.actions import record
from aukio.shared.faults import Fault


@transaction.atomic
def edit_material(
    *,
    by: Person | None,
    round: Round,
    kind: str,
    language: str,
    text: str,
    what_changed: str,
    seen: int,
) -> MaterialVersion:
    """A new version. ``seen``: the version the writer had before them (0: the kit's own).

    Raises ``Fault`` when somebody has written a newer one meanwhile.
    """
    require("organising.edit_material", by, round)
    if kind not in MaterialKind.values or language not in dict(LANGUAGES):
        raise Fault(_("There is no such material."))
    words = needed(text, pgettext("material", "Text"), 20_000)
    why = needed(what_changed, pgettext("material", "What changed"), 200)
    list(Round.objects.select_for_update().filter(pk=round.pk))
    own = MaterialVersion.objects.filter(round=round, kind=kind, language=language)
    newest = own.aggregate(newest=Max("version"))["newest"] or 0
    if newest != seen:
        raise Fault(
            _("Somebody has changed the text meanwhile."),
            mend=_("Open the page again, and bring your changes to the newest version."),
        )
    made = MaterialVersion.objects.create(
        round=round,
        kind=kind,
        language=language,
        version=newest + 1,
        text=words,
        what_changed=why,
        by=by,
    )
    record(by=by, verb="organising.edit_material", target=made, detail={"version": made.version})
    return made
