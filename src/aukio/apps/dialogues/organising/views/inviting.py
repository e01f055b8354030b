"""Contacts, letters to organisers with a preview, and the replies."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aukio.apps.dialogues.models import Round
from aukio.apps.dialogues.organising.actions import contacts as contact_actions
from aukio.apps.dialogues.organising.actions import inviting as actions
from aukio.apps.dialogues.organising.forms.cockpit import (
    ContactFilterForm,
    ContactForm,
    ContactsForm,
    InvitationForm,
    as_written,
)
from aukio.apps.dialogues.organising.models import Invitation
from aukio.apps.dialogues.organising.queries import cockpit as queries
from aukio.apps.dialogues.organising.views import _cockpit_tables as tables
from aukio.apps.dialogues.organising.views._letters import usual_letter
from aukio.apps.dialogues.organising.views._round_finding import find_contact, find_invitation
from aukio.apps.dialogues.organising.views._ways import cockpit_crumbs, crumbs, title_of, whole
from aukio.apps.dialogues.views._acting import actor, sent, try_and_tell, try_for_form
from aukio.apps.dialogues.views._finding import find_round
from aukio.shared.accounts.access import allowed

get_or_post = require_http_methods(["GET", "HEAD", "POST"])
ON_A_PAGE = 50


@allowed("organising.run_cockpit", find=find_round)
@require_safe
def contacts(request: HttpRequest, slug: str) -> HttpResponse:
    """Whom we know; to search."""
    round = find_round(slug)
    form = ContactFilterForm(request.GET)
    found = queries.contacts(**form.asked()).filter(is_sample=round.is_sample)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page", 1))
    title = pgettext("page", "Contacts")
    context = {
        "title": title,
        "caption": title_of(round).text,
        "crumbs": cockpit_crumbs(round, (title, "")),
        "round": round,
        "form": form,
        "page": page,
        "rows": tables.contact_table(page.object_list),
        "head": tables.contact_head(),
    }
    return render(request, "organising/contacts.html", context)


def _contacts_step(round: Round) -> tuple[str, str]:
    return pgettext("page", "Contacts"), reverse("organising:contacts", args=[round.slug])


@allowed("organising.run_cockpit", find=find_round)
@get_or_post
def add_contact(request: HttpRequest, slug: str) -> HttpResponse:
    """Add one contact."""
    round = find_round(slug)
    form = ContactForm(sent(request), initial={"kind": "open_call", "language": "fi"})
    if request.method == "POST" and form.is_valid():
        made = try_for_form(
            form,
            "email",
            lambda: contact_actions.add_contact(
                by=actor(request), is_sample=round.is_sample, **form.cleaned_data
            ),
        )
        if made:
            messages.success(request, _("The contact has been added."))
            return redirect("organising:contacts", slug=slug)
    title = _("Add a contact")
    return _page(request, title, form, cockpit_crumbs(round, _contacts_step(round), (title, "")),
                 back=_contacts_step(round)[1])  # fmt: skip


def _page(request: HttpRequest, title: str, form: Any, ways: Any, **context: Any) -> HttpResponse:
    given = {"title": title, "crumbs": ways, "form": form}
    return render(request, "ui/form_page.html", given | context)


@allowed("organising.run_cockpit", find=find_round)
@get_or_post
def import_contacts(request: HttpRequest, slug: str) -> HttpResponse:
    """Add contacts from a table."""
    round = find_round(slug)
    form = ContactsForm(sent(request))
    if request.method == "POST" and form.is_valid():
        done = try_for_form(
            form,
            "text",
            lambda: contact_actions.import_contacts(
                by=actor(request), text=form.cleaned_data["text"]
            ),
        )
        if done:
            told = _("Added: %(added)d. Known before: %(known)d. Want no letters: %(refused)d.")
            messages.success(request, told % vars(done))
            return redirect("organising:contacts", slug=slug)
    title = _("Add contacts from a table")
    return _page(request, title, form, cockpit_crumbs(round, _contacts_step(round), (title, "")),
                 back=_contacts_step(round)[1])  # fmt: skip


@allowed("organising.run_cockpit", find=find_contact)
@get_or_post
def contact(request: HttpRequest, contact: int) -> HttpResponse:
    """Change or delete a contact."""
    found = find_contact(contact)
    start = {
        "organisation_name": found.organisation_name,
        "name": found.name,
        "email": found.email,
        "kind": found.kind,
        "language": found.language,
        "area": found.area_id,
    }
    form = ContactForm(sent(request), initial=start)
    if request.method == "POST" and "remove" in request.POST:
        contact_actions.remove_contact(by=actor(request), contact=found)
        messages.success(request, _("The contact has been deleted."))
        return redirect("dialogues:desks")
    if request.method == "POST" and form.is_valid():
        done = try_for_form(form, "email", lambda: _changed(request, found, form))
        if done:
            messages.success(request, _("The contact has been changed."))
            return redirect("organising:contact", contact=done.pk)
    context = {
        "title": str(found),
        "caption": pgettext("page", "Contacts"),
        "crumbs": crumbs((pgettext("page", "Desk"), reverse("dialogues:desks")), (str(found), "")),
        "form": form,
    }
    return render(request, "organising/contact.html", context)


def _changed(request: HttpRequest, found: Any, form: ContactForm) -> Any:
    """A new address is a new contact: the old one goes."""
    made = contact_actions.add_contact(
        by=actor(request),
        is_sample=found.is_sample,
        organisation=found.organisation,
        **form.cleaned_data,
    )
    if made.pk != found.pk:
        contact_actions.remove_contact(by=actor(request), contact=found)
    return made


@allowed("organising.run_cockpit", find=find_round)
@require_safe
def invitations(request: HttpRequest, slug: str) -> HttpResponse:
    """Letters of the round and their replies."""
    round = find_round(slug)
    title = pgettext("page", "Invitations")
    context = {
        "title": title,
        "caption": title_of(round).text,
        "crumbs": cockpit_crumbs(round, (title, "")),
        "round": round,
        "rows": tables.invitation_table(queries.invitations(round), round),
        "head": tables.invitation_head(),
    }
    return render(request, "organising/invitations.html", context)


def _invitations_step(round: Round) -> tuple[str, str]:
    return pgettext("page", "Invitations"), reverse("organising:invitations", args=[round.slug])


@allowed("organising.run_cockpit", find=find_round)
@get_or_post
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """Write a letter; the usual one is there to begin with."""
    return _write(request, find_round(slug), None)


@allowed("organising.run_cockpit", find=find_invitation)
@get_or_post
def rewrite(request: HttpRequest, invitation: int) -> HttpResponse:
    """Change a letter that has not been sent."""
    found = find_invitation(invitation)
    return _write(request, found.round, found)


def _write(request: HttpRequest, round: Round, letter: Invitation | None) -> HttpResponse:
    form = InvitationForm(sent(request), initial=as_written(letter) if letter else usual_letter())
    if request.method == "POST" and form.is_valid():
        made = try_for_form(
            form,
            None,
            lambda: actions.write_invitation(
                by=actor(request),
                round=round,
                kinds=form.cleaned_data["kinds"],
                subject=form.words("subject"),
                text=form.words("text"),
                invitation=letter,
            ),
        )
        if made:
            messages.success(request, _("The letter has been saved. Look at it before you send."))
            return redirect("organising:invitation", invitation=made.pk)
    title = _("Write a letter")
    lead = _("Filled in for each receiver: {name}, {organisation}, {round}, {days}, {link}.")
    ways = cockpit_crumbs(round, _invitations_step(round), (title, ""))
    keep = f"organising-letter-{round.pk}"
    back = _invitations_step(round)[1]
    return _page(request, title, form, ways, lead=lead, keep=keep, back=back)


@allowed("organising.run_cockpit", find=find_invitation)
@require_safe
def invitation(request: HttpRequest, invitation: int) -> HttpResponse:
    """Before sending: the letter as receivers get it. After: the replies."""
    letter = find_invitation(invitation)
    people = actions.receivers(letter) if letter.sent_at is None else []
    link = unquote(whole(reverse("organising:reply", args=["…"])))
    previews: dict[str, tuple[str, str, str]] = {}
    for one in people:  # one receiver in each language is enough to look at
        previews.setdefault(one.language, (str(one), *actions.written_to(letter, one, link)))
    round = letter.round
    title = actions.heading(letter, round)
    context = {
        "title": title,
        "caption": title_of(round).text,
        "crumbs": cockpit_crumbs(
            round, _invitations_step(round), (actions.heading(letter, round), "")
        ),
        "letter": letter,
        "number": len(people),
        "previews": sorted(previews.items()),
        "rows": tables.invited_table(queries.invited(letter)),
        "head": tables.invited_head(),
    }
    return render(request, "organising/invitation.html", context)


@allowed("organising.run_cockpit", find=find_invitation)
@require_POST
def send(request: HttpRequest, invitation: int) -> HttpResponse:
    """Put the letters in the outbox."""
    letter = find_invitation(invitation)
    try_and_tell(
        request,
        _("The letters are on their way."),
        lambda: actions.send(by=actor(request), invitation=letter),
    )
    return redirect("organising:invitation", invitation=invitation)


@allowed("organising.run_cockpit", find=find_invitation)
@require_POST
def remind(request: HttpRequest, invitation: int) -> HttpResponse:
    """Write once more to those who have not decided."""
    letter = find_invitation(invitation)
    number = actions.remind(by=actor(request), invitation=letter)
    told = ngettext("%(number)d reminder sent.", "%(number)d reminders sent.", number)
    if number:
        messages.success(request, told % {"number": number})
    else:
        messages.info(request, _("Everyone has decided or been reminded once. Nothing was sent."))
    return redirect("organising:invitation", invitation=invitation)
