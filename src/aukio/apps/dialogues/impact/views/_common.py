"""What the wing's pages share: finding things, ways, limits."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.views.decorators.http import require_http_methods

from aukio.apps.dialogues.impact.models import Point, Question
from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.views._ways import crumbs, desk_steps, round_step
from aukio.ui.components.ways import Crumb

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def find_question(question: int, **_rest: Any) -> Question:
    rows = Question.objects.select_related("round", "theme__round", "owner")
    return get_object_or_404(rows, pk=question)


def find_point(point: int, **_rest: Any) -> Point:
    rows = Point.objects.select_related("brief__round", "sentence__theme")
    return get_object_or_404(rows, pk=point)


def language() -> str:
    """The page's language."""
    return (get_language() or "fi")[:2]


def happened() -> tuple[str, str]:
    """The step to the page over all rounds."""
    return pgettext("page", "What happened with what we said"), reverse("impact:all")


def public_crumbs(round: Round | None, here: str) -> list[Crumb]:
    """Through the round, where there is one, and the page over it."""
    if round is None:
        return crumbs((here, ""))
    return crumbs(round_step(round), (here, ""))


def desk_crumbs(round: Round, *steps: tuple[str, str]) -> list[Crumb]:
    """From the round's desk to the wing's desk and on."""
    own = (pgettext("page", "Brief and answers"), reverse("impact:desk", args=[round.slug]))
    return crumbs(*desk_steps(round), *([own] if steps else []), *(steps or [(own[0], "")]))


def is_by_owner(request: HttpRequest) -> bool:
    """The brief was opened from an owner's letter."""
    return "owner" in request.GET
