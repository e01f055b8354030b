"""A call with one proposal of every kind, and every address of the wing."""

from __future__ import annotations

from dataclasses import dataclass

from aukio.apps.plan.cocreation import actions
from aukio.apps.plan.cocreation.models import Call, Proposal, Theme
from aukio.apps.plan.cocreation.tests import factories

UNPUBLISHED = "Words nobody has checked"
REFUSED = "Words that break the law"
WITHDRAWN = "Words that were taken back"


@dataclass(frozen=True)
class Scene:
    """``code`` opens ``open_one``, a proposal of the open call."""

    call: Call
    published: Proposal
    waiting: Proposal
    refused: Proposal
    theme: Theme
    open_call: Call
    open_one: Proposal
    code: str
    draft: Call


def scene(*, is_published: bool = False) -> Scene:
    """``is_published``: whether the outcome of ``call`` is public."""
    call = factories.call()
    published = factories.published(call, email=factories.SECRET, title="Evening meetings")
    refused = factories.sent(call, title=REFUSED, email=factories.SECRET).proposal
    actions.refuse_proposal(
        by=None, proposal=refused, revision=1, ground="law", reason="It breaks the law."
    )
    gone = factories.sent(call, title=WITHDRAWN, email=factories.SECRET).proposal
    actions.withdraw_proposal(by=None, proposal=gone)
    theme = actions.create_theme(by=None, call=call, title=factories.texts("Time"))
    actions.move_proposals(by=None, proposals=[published], to=theme)
    factories.respond(published)
    if is_published:
        factories.outcome(call)
    waiting = _waiting(call)
    opened = factories.call()
    sent = factories.sent(opened, email=factories.SECRET, title="My own", name="Maija")
    draft = factories.call(shown=False)
    return Scene(call, published, waiting, refused, theme, opened, sent.proposal, sent.code, draft)


def _waiting(call: Call) -> Proposal:
    """A proposal nobody has checked, put beside those of a call that may have closed."""
    last = call.proposals.count()
    return Proposal.objects.create(
        call=call, number=last + 1, title=UNPUBLISHED, change=UNPUBLISHED, language="en"
    )


def team_addresses(one: Scene) -> list[str]:
    """Pages only the team opens."""
    desk = f"/en/plan/next/{one.call.slug}/desk/"
    return [
        "/en/plan/next/desk/",
        "/en/plan/next/desk/new/",
        desk,
        f"{desk}edit/",
        f"{desk}check/",
        f"{desk}check/{one.waiting.number}/",
        f"{desk}themes/",
        f"{desk}themes/new/",
        f"{desk}themes/history/",
        f"{desk}themes/{one.theme.pk}/",
        f"{desk}respond/",
        f"{desk}respond/write/?p={one.published.pk}",
        f"{desk}publish/",
    ]


def posts(one: Scene) -> list[str]:
    """What only the team does, by POST alone."""
    desk = f"/en/plan/next/{one.call.slug}/desk/"
    return [
        f"{desk}show/",
        f"{desk}themes/propose/",
        f"{desk}themes/undo/",
        f"{desk}themes/move/",
        f"{desk}themes/merge/",
        f"{desk}themes/{one.theme.pk}/accept/",
    ]


def public_addresses(one: Scene) -> list[str]:
    """What anyone opens, of a call whose outcome is public."""
    call = f"/en/plan/next/{one.call.slug}/"
    api = f"/api/v1/cocreation/calls/{one.call.slug}"
    return [
        "/en/plan/next/",
        "/en/plan/next/feed.atom",
        call,
        f"{call}proposals/",
        f"{call}proposals/?q=words",
        f"{call}proposals/{one.published.number}/",
        f"{call}proposals.csv",
        f"{call}proposals.json",
        f"{call}proposals.docx",
        f"{call}feed.atom",
        f"/en/plan/next/{one.open_call.slug}/propose/",
        "/api/v1/cocreation/calls",
        api,
        f"{api}/proposals",
        f"{api}/proposals/{one.published.number}",
        f"{api}/responses",
        "/en/search/?q=words",
        "/en/search/?q=proposer",
        "/api/v1/search?q=words",
        "/en/",
    ]


def own_addresses(code: str) -> list[str]:
    own = f"/en/plan/next/p/{code}/"
    return [own, f"{own}correct/", f"{own}withdraw/"]
