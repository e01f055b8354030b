"""``{% load site %}``: the frame round every page: header, languages, footer."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.utils.translation import get_language

from aukio.shared.i18n.languages import links_to_this_page
from aukio.ui import navigation

register = template.Library()


def _path(request: Any) -> str:
    return str(request.get_full_path()) if request is not None else ""


@register.inclusion_tag("ui/parts/header.html", takes_context=True)
def site_header(context: Context) -> dict[str, Any]:
    """Word mark, languages, search, navigation and the person's own links.

    Without a request (the page for a broken house) nothing is asked of the session.
    """
    request = context.get("request")
    given_path = context.get("path") or _path(request)
    user = getattr(request, "user", None) if request is not None else None
    return {
        "front": f"/{get_language()}/",
        "languages": links_to_this_page(given_path),
        "navigation": navigation.links(request),
        "search": "" if context.get("has_own_search") else navigation.address("search:find"),
        "query": request.GET.get("q", "") if request is not None else "",
        "person": user if user is not None and user.is_authenticated else None,
        "is_whole": user is not None,
        "sign_in": navigation.address("account_login"),
        "sign_out": navigation.address("account_logout"),
        "my_work": navigation.address("my-work"),
    }


@register.inclusion_tag("ui/parts/footer.html")
def site_footer() -> dict[str, Any]:
    return {
        "about": navigation.address("about"),
        "accessibility": navigation.address("accessibility"),
        "feedback": navigation.address("feedback"),
        "api": navigation.address("api:docs", "api-docs"),
        "authority": settings.AUTHORITY,
        "has_sample": settings.SAMPLE_PEOPLE,
    }
