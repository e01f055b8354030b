"""The address map: each room's own `urls.py`, under the reader's language."""

from __future__ import annotations

from pathlib import Path

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

_SOURCE = Path(__file__).resolve().parents[2]


def _room(address: str, app: str) -> list[URLPattern | URLResolver]:
    """The room's addresses, once it has some."""
    has_urls = (_SOURCE / app.replace(".", "/") / "urls.py").is_file()
    return [path(address, include(f"{app}.urls"))] if has_urls else []


urlpatterns: list[URLPattern | URLResolver] = [
    *_room("api/v1/", "aukio.shared.api"),
    *i18n_patterns(
        path("account/", include("allauth.urls")),
        *_room("", "aukio.ui"),
        *_room("", "aukio.shared.accounts"),
        *_room("organisations/", "aukio.shared.organisations"),
        # A wing's addresses go before its room's own, which end with any word a round may have.
        *_room("plan/next/", "aukio.apps.plan.cocreation"),
        *_room("plan/", "aukio.apps.plan"),
        *_room("dialogues/organising/", "aukio.apps.dialogues.organising"),
        *_room("dialogues/recording/", "aukio.apps.dialogues.recording"),
        *_room("dialogues/coding/", "aukio.apps.dialogues.coding"),
        *_room("dialogues/checking/", "aukio.apps.dialogues.checking"),
        *_room("dialogues/impact/", "aukio.apps.dialogues.impact"),
        *_room("dialogues/foresight/", "aukio.apps.dialogues.foresight"),
        *_room("dialogues/open-data/", "aukio.apps.dialogues.open_data"),
        *_room("dialogues/opinions/", "aukio.apps.dialogues.opinions"),
        *_room("dialogues/", "aukio.apps.dialogues"),
        *_room("wording/", "aukio.apps.wording"),
        *_room("search/", "aukio.shared.search"),
        *_room("jobs/", "aukio.shared.jobs"),
        *_room("files/", "aukio.shared.files"),
    ),
]

handler400 = "aukio.ui.views.errors.bad_request"
handler403 = "aukio.ui.views.errors.forbidden"
handler404 = "aukio.ui.views.errors.not_found"
handler500 = "aukio.ui.views.errors.broken"
