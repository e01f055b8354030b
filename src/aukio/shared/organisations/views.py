"""An organisation's members, for those who look after them."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aukio.shared.accounts.access import allowed, signed_in
from aukio.shared.accounts.models import Person
from aukio.shared.faults import Fault
from aukio.shared.organisations import actions, queries
from aukio.shared.organisations.forms import MemberForm
from aukio.shared.organisations.models import Membership, Organisation


def find(pk: int, **_rest: Any) -> Organisation:
    """The organisation in the address."""
    return get_object_or_404(Organisation, pk=pk)


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The organisations the reader looks after."""
    found = queries.looked_after_by(request.user)
    return render(request, "organisations/index.html", {"organisations": found})


@allowed("organisations.manage_members", find=find)
@require_http_methods(["GET", "HEAD", "POST"])
def members(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody who acts for the organisation; a form that adds one."""
    organisation = find(pk)
    roles = queries.roles_to_give(request.user, organisation)
    form = MemberForm(request.POST if request.method == "POST" else None, roles=roles)
    if request.method == "POST" and form.is_valid():
        membership = actions.invite_member(
            by=cast(Person, request.user),
            organisation=organisation,
            email=form.cleaned_data["email"],
            name=form.cleaned_data["name"],
            language=get_language() or "fi",
            role=form.chosen_role,
        )
        messages.success(request, _("%(person)s has been added.") % {"person": membership.person})
        return redirect("organisations:member-list", pk=organisation.pk)
    context = {
        "organisation": organisation,
        "members": queries.members(organisation),
        "form": form,
    }
    return render(request, "organisations/members.html", context)


@allowed("organisations.manage_members", find=find)
@require_POST
def remove(request: HttpRequest, pk: int, membership: int) -> HttpResponse:
    """Take one role away."""
    held = get_object_or_404(Membership, pk=membership, organisation_id=pk)
    try:
        actions.remove_member(by=cast(Person, request.user), membership=held)
    except Fault as fault:
        messages.error(request, str(fault))
    else:
        messages.success(request, _("The role has been taken away."))
    if queries.looked_after_by(request.user).filter(pk=pk).exists():
        return redirect("organisations:member-list", pk=pk)
    return redirect("organisations:organisation-list")
