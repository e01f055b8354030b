"""A quiet "check wording" under a field where people write. The room itself is known by address."""

from __future__ import annotations

import json

from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from aukio.ui.markup import EMPTY, Text, element, join
from aukio.ui.navigation import address


def check_wording(name: str, id: str, label: Text = "") -> SafeString:
    """The link, and the place of its answer; nothing while the room is not in the house.

    With JavaScript the field's text is looked at and the answer comes under it. Without, the
    link opens the page of checking in a new tab, and what was typed stays.
    """
    where = address("wording:beside")
    if not where:
        return EMPTY
    place = f"{id}-wording"
    hidden = element("span", {"class": "govuk-visually-hidden"}, f": {label}") if label else None
    link = element(
        "a",
        {
            "class": "govuk-link",
            "href": address("wording:check"),
            "target": "_blank",
            "rel": "noopener",
            "hx-post": where,
            "hx-vals": json.dumps({"wording-field": name}),
            "hx-params": f"csrfmiddlewaretoken,wording-field,{name}",
            "hx-target": f"#{place}",
            "hx-swap": "innerHTML",
        },
        pgettext("link", "Check wording"),
        hidden,
    )
    answer = element("div", {"id": place, "role": "status"})
    return join([element("p", {"class": "aukio-wording"}, link), answer])
