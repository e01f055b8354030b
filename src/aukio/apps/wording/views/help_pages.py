"""Reading about it: every rule, what the score means, and tools for one's own browser."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aukio.apps.wording.models import Profile
from aukio.apps.wording.rule_names import name_of
from aukio.apps.wording.views._page import crumbs
from aukio.engines import clarity
from aukio.engines.clarity import Level
from aukio.shared.accounts.access import public

LONGEST_SELECTION = 50_000
BOOKMARKLET = (
    "(()=>{const s=String(getSelection())||document.body.innerText;"
    "open('%(address)s#text='+encodeURIComponent(s.slice(0,%(most)d)))})()"
)
READ_ONLY = {"readonly": True}
SNIPPET = """<form method="post" action="%(address)s" target="_blank">
  <input type="hidden" name="profile" value="web">
  <textarea name="text" hidden>%(words)s</textarea>
  <button>%(button)s</button>
</form>"""


@dataclass(frozen=True, slots=True)
class RuleShown:
    """A rule in the reader's language; `levels` names the profiles that have it."""

    id: str
    name: str
    why: str
    sources: tuple[str, ...]
    bad: str
    good: str
    levels: tuple[tuple[str, str], ...]

    def has(self, words: str) -> bool:
        everything = " ".join((self.id, self.name, self.why, self.bad, self.good, *self.sources))
        return words.casefold() in everything.casefold()


@public
@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule with its reason, source and example; searched and filtered."""
    words = request.GET.get("q", "").strip()[:100]
    profile = request.GET.get("profile", "")
    every = [_shown(rule) for rule in clarity.rules().values()]
    fitting = [
        one
        for one in every
        if one.has(words) and (not profile or any(code == profile for code, _l in one.levels))
    ]
    context = {
        "title": _("Rules"),
        "crumbs": crumbs((_("Rules"), "")),
        "rules": sorted(fitting, key=lambda one: one.name.casefold()),
        "count": len(fitting),
        "all": len(every),
        "words": words,
        "profile": profile,
        "profiles": [("", pgettext("filter", "Any")), *Profile.choices],
    }
    return render(request, "wording/rules.html", context)


@public
@require_safe
def score(request: HttpRequest) -> HttpResponse:
    """What the score means, and what it does not."""
    goals = [
        (label, round(clarity.GOALS[clarity.Profile(code)])) for code, label in Profile.choices
    ]
    context = {
        "title": _("What the score means"),
        "crumbs": crumbs((_("What the score means"), "")),
        "goals": goals,
    }
    return render(request, "wording/score.html", context)


@public
@require_safe
def tools(request: HttpRequest) -> HttpResponse:
    """A bookmark and a form that bring a text here from another site."""
    here = request.build_absolute_uri(reverse("wording:check"))
    there = request.build_absolute_uri(reverse("wording:receive"))
    program = BOOKMARKLET % {"address": f"{here}?profile=web", "most": LONGEST_SELECTION}
    words = {
        "address": there,
        "words": pgettext("example", "The text of the page"),
        "button": pgettext("button", "Check the wording"),
    }
    context = {
        "title": _("Check a text on another site"),
        "crumbs": crumbs((_("Check a text on another site"), "")),
        "bookmarklet": "javascript:" + quote(program, safe="!#$&'()*+,/:;=?@[]~{}>|"),
        "snippet": SNIPPET % words,
        "readonly": READ_ONLY,
    }
    return render(request, "wording/tools.html", context)


def _shown(rule: clarity.Rule) -> RuleShown:
    language = get_language() or "fi"
    profiles = dict(Profile.choices)
    return RuleShown(
        id=rule.id,
        name=name_of(rule.id),
        why=rule.why[language],
        sources=tuple(source[language] for source in rule.sources),
        bad=rule.bad[language],
        good=rule.good[language],
        levels=tuple(
            (str(profile), str(profiles[str(profile)]))
            for profile, level in rule.levels.items()
            if level is not Level.OFF
        ),
    )
