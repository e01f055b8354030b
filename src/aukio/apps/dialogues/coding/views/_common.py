"""What the wing's pages share: finding things, ways."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods

from aukio.apps.dialogues.coding.models import Code
from aukio.apps.dialogues.models import Note, Round, in_use
from aukio.apps.dialogues.views._finding import number_or_404
from aukio.apps.dialogues.views._ways import crumbs, desk_steps
from aukio.shared.numbers import whole
from aukio.ui.components.ways import Crumb

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def find_code(code: int, **_rest: Any) -> Code:
    """A code of a frame; one that was merged away is not here."""
    rows = Code.objects.select_related("round", "parent").filter(merged_into=None)
    return get_object_or_404(rows, pk=code)


def find_note(note: int, **_rest: Any) -> Note:
    """A note of a record in use that its organiser has handed over."""
    rows = Note.objects.filter(in_use("record__")).select_related("record__dialogue__round")
    return get_object_or_404(rows, pk=note)


def round_of_code(code: int, **_rest: Any) -> Round:
    return find_code(code).round


def ways(round: Round, *steps: tuple[str, str]) -> list[Crumb]:
    """From the round's desk through the coding desk; the last step is the page itself."""
    own = (pgettext("page", "Coding desk"), reverse("coding:desk", args=[round.slug]))
    return crumbs(*desk_steps(round), *([own] if steps else []), *(steps or [(own[0], "")]))


def frame_step(round: Round) -> tuple[str, str]:
    return pgettext("page", "Code frame"), reverse("coding:frame", args=[round.slug])


def ids(values: list[str]) -> list[int]:
    """Ids that were sent; what is no number is not here."""
    return [number_or_404(one) for one in values]


def number_in(request: HttpRequest, name: str) -> int | None:
    """A number asked for in the address, or nothing."""
    return whole(request.GET.get(name, ""))
