"""Organisations' glossaries: members read, editors write."""

from __future__ import annotations

import yaml
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aukio.apps.wording import proposed
from aukio.apps.wording.actions import glossary as actions
from aukio.apps.wording.forms import TermForm, term_values
from aukio.apps.wording.models import GlossaryTerm, ModelUse
from aukio.apps.wording.queries.glossary import organisations_of, terms_of
from aukio.apps.wording.rules import is_editor
from aukio.apps.wording.views._page import actor, attached, crumbs
from aukio.shared.accounts.access import allowed, signed_in
from aukio.shared.faults import Fault
from aukio.shared.organisations.models import Organisation
from aukio.ui.components.ways import Crumb
from aukio.ui.markup import Text


def find_organisation(organisation: int) -> Organisation:
    return get_object_or_404(Organisation, pk=organisation)


def find_term(term: int) -> GlossaryTerm:
    return get_object_or_404(GlossaryTerm.objects.select_related("organisation"), pk=term)


def find_owner(term: int) -> Organisation:
    """The organisation whose term it is: the one that rules are asked about."""
    return find_term(term).organisation


@signed_in
@require_safe
def glossaries(request: HttpRequest) -> HttpResponse:
    """The organisations the person acts for; one is gone to at once."""
    found = organisations_of(request.user)
    if len(found) == 1:
        return redirect("wording:glossary", organisation=found[0].pk)
    context = {
        "title": _("Glossaries"),
        "crumbs": crumbs((_("Glossaries"), "")),
        "organisations": found,
    }
    return render(request, "wording/glossaries.html", context)


@allowed("wording.use_glossary", find=find_organisation)
@require_safe
def glossary(request: HttpRequest, organisation: int) -> HttpResponse:
    """The words of one organisation."""
    owner = find_organisation(organisation)
    words = request.GET.get("q", "").strip()[:100]
    every = terms_of(owner)
    terms = every.filter(preferred__icontains=words) if words else every
    context = {
        "title": _("Glossary"),
        "caption": str(owner),
        "crumbs": _way((str(owner), "")),
        "organisation": owner,
        "terms": list(terms),
        "words": words,
        "may_edit": is_editor(request.user, owner),
        "model_host": proposed.host(),
        "has_model": ModelUse.objects.filter(organisation=owner).exists(),
    }
    return render(request, "wording/glossary.html", context)


@allowed("wording.edit_glossary", find=find_organisation)
@require_http_methods(["GET", "HEAD", "POST"])
def new_term(request: HttpRequest, organisation: int) -> HttpResponse:
    """Add a term."""
    owner = find_organisation(organisation)
    form = TermForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.add_term(by=actor(request), organisation=owner, term=form.wanted())
            messages.success(request, _("The term has been added."))
            return redirect("wording:glossary", organisation=owner.pk)
        except Fault as fault:
            form.add_error(None, str(fault))
    return _form_page(request, owner, form, _("Add a term"))


@allowed("wording.edit_glossary", find=find_owner)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_term(request: HttpRequest, term: int) -> HttpResponse:
    """Change a term."""
    found = find_term(term)
    form = TermForm(request.POST if request.method == "POST" else None, initial=term_values(found))
    if form.is_valid():
        try:
            actions.change_term(by=actor(request), term=found, to=form.wanted())
            messages.success(request, _("The term has been saved."))
            return redirect("wording:glossary", organisation=found.organisation_id)
        except Fault as fault:
            form.add_error(None, str(fault))
    return _form_page(request, found.organisation, form, _("Change the term"))


@allowed("wording.edit_glossary", find=find_owner)
@require_POST
def remove_term(request: HttpRequest, term: int) -> HttpResponse:
    """Take a term out."""
    found = find_term(term)
    owner = found.organisation_id
    actions.remove_term(by=actor(request), term=found)
    messages.success(request, _("The term has been removed."))
    return redirect("wording:glossary", organisation=owner)


@allowed("wording.use_glossary", find=find_organisation)
@require_safe
def download(request: HttpRequest, organisation: int) -> HttpResponse:
    """The glossary as the file that `aukio wording check --glossary` reads."""
    found: dict[str, list[dict[str, object]]] = {}
    for term in terms_of(find_organisation(organisation)):
        entry: dict[str, object] = {"preferred": term.preferred, "forbidden": term.forbidden}
        if term.explanation:
            entry["explanation"] = term.explanation
        found.setdefault(term.language, []).append(entry)
    content = yaml.safe_dump(found, allow_unicode=True, sort_keys=False)
    return attached("glossary.yaml", "application/yaml; charset=utf-8", content)


def _way(*steps: tuple[Text, str]) -> list[Crumb]:
    return crumbs((pgettext("page", "Glossaries"), reverse("wording:glossaries")), *steps)


def _form_page(
    request: HttpRequest, owner: Organisation, form: TermForm, title: str
) -> HttpResponse:
    back = reverse("wording:glossary", args=[owner.pk])
    context = {
        "title": title,
        "caption": str(owner),
        "crumbs": _way((str(owner), back), (title, "")),
        "form": form,
        "back": back,
    }
    return render(request, "ui/form_page.html", context)
