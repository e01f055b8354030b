"""What the wing's pages share: ways, files, and the text to copy."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override, pgettext
from django.utils.translation import gettext as _

from aukio.apps.dialogues.foresight.files import TYPES
from aukio.apps.dialogues.foresight.queries.slices import Slice
from aukio.apps.dialogues.foresight.ready import ready_text
from aukio.shared.i18n.languages import language_name
from aukio.ui.components.inputs import textarea
from aukio.ui.components.own import Link

FORMS = (("docx", "Word"), ("pdf", "PDF"), ("csv", "CSV"), ("json", "JSON"))
LANGUAGES = ("fi", "sv", "en")


def front_step() -> tuple[str, str]:
    return pgettext("page", "What rounds have spoken of"), reverse("foresight:front")


def choose_step() -> tuple[str, str]:
    return pgettext("page", "Your own area"), reverse("foresight:choose")


def links() -> list[Link]:
    """Where every page of the wing leads on to."""
    return [Link(*choose_step()), Link(*front_step())]


def form_of(request: HttpRequest) -> str:
    """The kind of file that was asked for. Raises ``Http404`` for another."""
    form = request.POST.get("form", "")
    if form not in TYPES:
        raise Http404
    return form


def whole_address(language: str, name: str, *args: object) -> str:
    """The whole address of a page in one language."""
    with override(language):
        return f"{settings.PUBLIC_URL}{reverse(name, args=args)}"


def reader() -> str:
    return (get_language() or "fi")[:2]


def ready_texts(found: Slice, address: tuple[object, ...]) -> list[tuple[str, SafeString]]:
    """The text for local use in each language, the reader's first, in boxes to copy from.

    ``address`` is the name of the page's route and what it takes.
    """
    name, *args = address
    order = [reader(), *(code for code in LANGUAGES if code != reader())]
    return [
        (
            language_name(code),
            _box(code, ready_text(found, code, whole_address(code, str(name), *args))),
        )
        for code in order
    ]


def _box(language: str, text: str) -> SafeString:
    label = _("Text in this language: %(language)s") % {"language": language_name(language)}
    return textarea(
        label,
        name=f"ready_{language}",
        value=text,
        rows=12,
        attributes={"readonly": True, "lang": language, "data-wording": "no"},
    )
