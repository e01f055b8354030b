"""Two doors to one sheet: a scribe's private code, and the organiser's own account."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache

from aukio.apps.dialogues.models import Dialogue
from aukio.apps.dialogues.recording.actions import Writer, begin
from aukio.apps.dialogues.recording.models import Sheet
from aukio.apps.dialogues.recording.queries.sheets import sheet_of
from aukio.apps.dialogues.rules import SCRIBE
from aukio.apps.dialogues.views._acting import actor
from aukio.apps.dialogues.views._finding import find_dialogue
from aukio.apps.dialogues.views._ways import crumbs
from aukio.shared.accounts.access import allowed, by_code
from aukio.shared.accounts.codes import find
from aukio.ui.components.ways import Crumb


@dataclass(frozen=True)
class Door:
    """Who came in, and to which dialogue. ``code`` is empty for the organiser."""

    by: Writer
    dialogue: Dialogue
    sheet: Sheet | None
    code: str = ""

    def url(self, name: str, **more: Any) -> str:
        """The address of a page of this sheet, through the same door."""
        if self.code:
            return reverse(f"recording:scribe-{name}", kwargs={"code": self.code, **more})
        return reverse(f"recording:own-{name}", kwargs={"dialogue": self.dialogue.pk, **more})

    def begun(self) -> Sheet:
        """The sheet, made now if nobody has written yet. Only where something is sent."""
        return self.sheet or begin(by=self.by, dialogue=self.dialogue)

    def crumbs(self, title: str = "") -> list[Crumb]:
        """A scribe knows only this record; the organiser has come from own dialogues."""
        steps: list[tuple[str, str]] = [(_("Record"), self.url("sheet"))]
        if not self.code:
            steps.insert(0, (pgettext("page", "Own dialogues"), reverse("dialogues:own")))
        if title:
            steps.append((title, ""))
        if self.code:
            return [Crumb(text, href) for text, href in steps[:-1]] + [Crumb(steps[-1][0])]
        return crumbs(*steps)


View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Doors:
    """The same page for a scribe and for the organiser."""

    scribe: View
    own: View


def both(view: View) -> Doors:
    """``view(request, door, …)``: through a code, or signed in as the organiser."""

    @by_code
    @never_cache
    @wraps(view)
    def scribe(request: HttpRequest, code: str, **rest: Any) -> HttpResponseBase:
        found = find(code, SCRIBE)
        dialogue = found.target if found else None
        if not isinstance(dialogue, Dialogue):
            raise Http404
        answer = view(request, Door(found, dialogue, sheet_of(dialogue), code), **rest)
        answer.headers["Referrer-Policy"] = "same-origin"  # the address is the key
        return answer

    @allowed("recording.write", find=_dialogue)
    @never_cache
    @wraps(view)
    def own(request: HttpRequest, dialogue: int, **rest: Any) -> HttpResponseBase:
        held = find_dialogue(dialogue)
        return view(request, Door(actor(request), held, sheet_of(held)), **rest)

    return Doors(scribe, own)


def _dialogue(dialogue: int, **_rest: Any) -> Dialogue:
    return find_dialogue(dialogue)
