"""Doing what was asked, and telling how it went: what every changing page shares."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, QueryDict

from aukio.apps.dialogues.faults import EditedMeanwhile
from aukio.shared.accounts.models import Person
from aukio.shared.faults import Fault


def actor(request: HttpRequest) -> Person:
    """The person who acts. A visitor who is not signed in never acts."""
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user


def sent(request: HttpRequest) -> QueryDict | None:
    """What the form was sent with, or nothing when the page is only opened."""
    return request.POST if request.method == "POST" else None


def said(fault: Fault) -> str:
    """What is wrong, where, and how to mend it, as one text."""
    return str(fault)


def try_for_form(form: forms.BaseForm, field: str | None, action: Callable[[], Any]) -> Any:
    """The action's result; its fault becomes the form's, and nothing typed is lost.

    ``EditedMeanwhile`` passes through: its page shows both texts.
    """
    try:
        return action()
    except EditedMeanwhile:
        raise
    except Fault as fault:
        form.add_error(field if field in form.fields else None, said(fault))
        return None


def try_and_tell(request: HttpRequest, done: str, action: Callable[[], Any]) -> Any:
    """For a button without a form: the result, with a message of how it went."""
    try:
        result = action()
    except Fault as fault:
        messages.error(request, said(fault))
        return None
    messages.success(request, done)
    return result
