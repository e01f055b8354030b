"""An organiser's own dialogues: what has come in, and what is still to be sent."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from aukio.apps.dialogues.queries.pages.own import own_dialogues, rounds_to_join
from aukio.apps.dialogues.views._facts import own_table, own_table_head
from aukio.apps.dialogues.views._ways import crumbs
from aukio.shared.accounts.access import signed_in


@signed_in
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """Own dialogues; a person who organises none is told how to begin."""
    rows = own_dialogues(request.user)
    context = {
        "title": pgettext("page", "Own dialogues"),
        "lead": _("The dialogues of the organisations you organise for."),
        "crumbs": crumbs((pgettext("page", "Own dialogues"), "")),
        "table": own_table(rows),
        "head": own_table_head(),
        "has_sample": any(row.dialogue.is_sample for row in rows),
        "rounds": rounds_to_join(),
    }
    return render(request, "dialogues/own.html", context)
