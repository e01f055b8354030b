"""What of the plan can be found by search: the current plan, its commitments and measures."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from aukio.apps.plan.models import Commitment, Measure, Plan
from aukio.shared.search.registry import Searchable, register


def register_kinds() -> None:
    """Make them known to the search."""
    register(
        Searchable(
            Plan,
            "plan.plan",
            title="title",
            summary="motto",
            text=introduction,
            url=lambda plan: reverse("plan:plan"),
            public=lambda: Plan.objects.filter(is_current=True),
            label=_("Action plan"),
        )
    )
    register(
        Searchable(
            Commitment,
            "plan.commitment",
            title=numbered_title,
            text=sections,
            url=lambda item: reverse("plan:commitment", args=[item.number]),
            public=commitments,
            label=_("Commitment"),
        )
    )
    register(
        Searchable(
            Measure,
            "plan.measure",
            title=numbered_title,
            text="text",
            url=lambda item: reverse("plan:measure", args=[item.number]),
            public=measures,
            label=_("Measure"),
        )
    )


def commitments() -> QuerySet[Commitment]:
    """Commitments of the current plan."""
    return Commitment.objects.filter(plan__is_current=True).prefetch_related("sections")


def measures() -> QuerySet[Measure]:
    """Measures of the current plan."""
    return Measure.objects.filter(commitment__plan__is_current=True)


def numbered_title(item: Any) -> str:
    return f"{item.number} {item.title}"


def introduction(plan: Plan) -> str:
    """The introduction's words in the active language."""
    words = [str(plan.lead or "")]
    for section in plan.sections():
        words += [str(section["heading"]), *section["paragraphs"]]  # type: ignore[misc]
    return "\n".join(words)


def sections(commitment: Commitment) -> str:
    """What the commitment and its sections promise."""
    parts = [commitment.text or ""]
    parts += [f"{section.title} {section.text or ''}" for section in commitment.sections.all()]
    return "\n".join(parts)
