"""What the pages tell, to take along: CSV, JSON, Word and a feed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from aukio.apps.plan.cocreation import exports
from aukio.apps.plan.cocreation.models import Call, Proposal, Response
from aukio.apps.plan.cocreation.queries.calls import find_call, shown_calls
from aukio.apps.plan.cocreation.queries.proposals import public_proposals, public_responses
from aukio.apps.plan.cocreation.views._frame import reading
from aukio.shared.accounts.access import public

NEWEST = 50
Entry = Call | Proposal | Response


@public
@require_safe
def download(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The published proposals with their public responses."""
    call = find_call(request.user, slug)
    if form not in exports.FORMS:
        raise Http404
    response = HttpResponse(
        exports.export(call, form), content_type=exports.FORMS[form].content_type
    )
    name = f"{slug}-{reading()}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response


class CallFeed(Feed[Any, Any]):
    """Calls that open, proposals as they are published, and responses, the newest first."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, slug: str = "") -> Call | None:
        return find_call(None, slug) if slug else None

    def title(self, obj: Call | None) -> str:
        return str(obj) if obj else pgettext("page", "The next plan")

    def link(self, obj: Call | None) -> str:
        path = reverse("cocreation:call", args=[obj.slug]) if obj else reverse("cocreation:calls")
        return f"{settings.PUBLIC_URL}{path}"

    def items(self, obj: Call | None) -> list[Entry]:
        mine = {"call": obj} if obj else {}
        of = {f"proposal__{name}": value for name, value in mine.items()}
        proposals = public_proposals().filter(**mine).select_related("call")
        responses = public_responses().filter(**of).select_related("proposal__call")
        calls: Iterable[Call] = [obj] if obj else shown_calls()[:NEWEST]
        found: list[Entry] = [
            *calls,
            *proposals.order_by("-checked", "-pk")[:NEWEST],
            *responses.order_by("-at", "-pk")[:NEWEST],
        ]
        return sorted(found, key=self.item_updateddate, reverse=True)[:NEWEST]

    def item_title(self, item: Entry) -> str:
        if isinstance(item, Response):
            words = {"title": item.proposal.title, "decision": item.get_decision_display()}
            return _("Response to “%(title)s”: %(decision)s") % words
        return str(item.title)

    def item_description(self, item: Entry) -> str:
        if isinstance(item, Response):
            return item.reason
        return str(item.guidance if isinstance(item, Call) else item.change)

    def item_link(self, item: Entry) -> str:
        if isinstance(item, Call):
            path = reverse("cocreation:call", args=[item.slug])
        else:
            one = item.proposal if isinstance(item, Response) else item
            path = reverse("cocreation:proposal", args=[one.call.slug, one.number])
        anchor = f"#response-{item.sequence}" if isinstance(item, Response) else ""
        return f"{settings.PUBLIC_URL}{path}{anchor}"

    def item_updateddate(self, item: Entry) -> Any:
        if isinstance(item, Response):
            # It came to be read when the outcome was published, or later when it was given.
            published = item.proposal.call.outcome_published
            return max(item.at, published) if published else item.at
        if isinstance(item, Proposal):
            return item.checked or item.sent
        return _at_day(item)


def _at_day(call: Call) -> Any:
    return timezone.make_aware(datetime.combine(call.opens, time(0)))


@public
@require_safe
def feed(request: HttpRequest, slug: str = "") -> HttpResponse:
    """The feed; readers ask for it again and again."""
    return CallFeed()(request, slug=slug) if slug else CallFeed()(request)
