"""What can be found by search: calls that are shown, and published proposals."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import pgettext_lazy

from aukio.apps.plan.cocreation.models import Call, Proposal
from aukio.apps.plan.cocreation.queries.calls import shown_calls
from aukio.apps.plan.cocreation.queries.proposals import public_proposals
from aukio.shared.search.registry import Searchable, register


def register_kinds() -> None:
    """Make them known to the search."""
    register(
        Searchable(
            Call,
            "cocreation.call",
            title="title",
            summary="guidance",
            url=lambda call: reverse("cocreation:call", args=[call.slug]),
            public=shown_calls,
            label=pgettext_lazy("search", "Call for proposals"),
            date=lambda call: call.opens,
        )
    )
    register(
        Searchable(
            Proposal,
            "cocreation.proposal",
            title="title",
            summary="change",
            text="problem",
            url=_address,
            public=lambda: public_proposals().select_related("call"),
            label=pgettext_lazy("search", "Proposal for the plan"),
            language=lambda proposal: proposal.language,
            date=lambda proposal: proposal.sent.date(),
        )
    )


def _address(proposal: Any) -> str:
    return reverse("cocreation:proposal", args=[proposal.call.slug, proposal.number])
