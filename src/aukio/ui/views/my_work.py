"""Tasks waiting for the person who is signed in, across rooms."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aukio.shared.accounts.access import signed_in
from aukio.ui.my_work import desks_for, tasks_for


@signed_in
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    context = {
        "title": _("My work"),
        "tasks": tasks_for(request.user),
        "desks": desks_for(request.user),
        "today": timezone.localdate(),
        "front": reverse("front"),
    }
    return render(request, "ui/my_work.html", context)
