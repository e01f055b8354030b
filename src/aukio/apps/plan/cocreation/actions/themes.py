"""What people decide about themes. Each decision can be undone; nothing merges by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from aukio.apps.plan.cocreation.actions._checks import LANGUAGES, within
from aukio.apps.plan.cocreation.actions._history import history
from aukio.apps.plan.cocreation.models import (
    Call,
    Origin,
    Placement,
    Proposal,
    State,
    Theme,
)
from aukio.shared.accounts.access import require
from aukio.shared.accounts.models import Person
from aukio.shared.faults import Fault

TITLE = 160


@transaction.atomic
def create_theme(*, by: Person | None, call: Call, title: Mapping[str, str]) -> Theme:
    """Add a theme of people's own, with no proposals yet."""
    require("cocreation.edit_themes", by, call)
    texts = _titles(title)
    with history("create_theme", by=by, call=call) as touched:
        last = call.themes.aggregate(last=Max("order"))["last"] or 0
        theme = Theme(call=call, order=last + 1, accepted=True, **texts)
        theme.save()
        touched.themes.add(theme.pk)
    return theme


@transaction.atomic
def rename_theme(*, by: Person | None, theme: Theme, title: Mapping[str, str]) -> Theme:
    """Give the theme a title of people's own, which also accepts it."""
    require("cocreation.edit_themes", by, theme.call)
    _live([theme], theme.call)
    texts = _titles(title)
    with history("rename_theme", by=by, call=theme.call, themes=[theme.pk]):
        for name, text in texts.items():
            setattr(theme, name, text)
        theme.accepted = True
        theme.save()
    return theme


@transaction.atomic
def accept_theme(*, by: Person | None, theme: Theme) -> Theme:
    """Keep the theme and its proposals as the machine proposed them, under its own words."""
    require("cocreation.edit_themes", by, theme.call)
    _live([theme], theme.call)
    with history("accept_theme", by=by, call=theme.call, themes=[theme.pk]):
        _accept(theme)
    return theme


@transaction.atomic
def move_proposals(*, by: Person | None, proposals: Iterable[Proposal], to: Theme) -> Theme:
    """Place proposals in a theme, from wherever they are; the theme is then accepted."""
    require("cocreation.edit_themes", by, to.call)
    _live([to], to.call)
    ids = [one.pk for one in proposals]
    there = to.call.proposals.filter(pk__in=ids, state=State.PUBLISHED)
    if not ids or there.count() != len(ids):
        raise Fault(
            _("Some of these proposals are not published, or are of another call."),
            where=pgettext("field", "proposals"),
            mend=_("Choose the proposals again."),
        )
    with history("move_proposals", by=by, call=to.call, themes=[to.pk], places=ids):
        for pk in ids:
            Placement.objects.update_or_create(
                proposal_id=pk, defaults={"theme": to, "origin": Origin.PERSON, "by": by}
            )
        _accept(to)
    return to


@transaction.atomic
def merge_themes(*, by: Person | None, themes: Sequence[Theme], into: Theme) -> Theme:
    """Move every proposal of ``themes`` to ``into``, and close them."""
    require("cocreation.edit_themes", by, into.call)
    others = [theme for theme in themes if theme.pk != into.pk]
    if not others:
        raise Fault(_("There is only one theme to merge."), mend=_("Choose at least two themes."))
    _live([*others, into], into.call)
    ids = [theme.pk for theme in others]
    places = list(Placement.objects.filter(theme__in=ids).values_list("proposal_id", flat=True))
    with history("merge_themes", by=by, call=into.call, themes=[*ids, into.pk], places=places):
        Placement.objects.filter(theme__in=ids).update(theme=into, origin=Origin.PERSON, by=by)
        Theme.objects.filter(pk__in=ids).update(merged_into=into, accepted=True)
        _accept(into)
    return into


def _titles(title: Mapping[str, str]) -> dict[str, str]:
    where = pgettext("field", "title")
    texts = {
        f"title_{code}": within(title.get(code, ""), most=TITLE, where=where) for code in LANGUAGES
    }
    if not any(texts.values()):
        raise Fault(
            _("A theme has a title in at least one language."),
            where=where,
            mend=_("Write the title."),
        )
    return texts


def _accept(theme: Theme) -> None:
    """A machine's theme takes the machine's words for its title until people give others."""
    now = Theme.objects.get(pk=theme.pk)
    if not any(getattr(now, f"title_{code}") for code in LANGUAGES):
        for code, words in now.label.items():
            if code in LANGUAGES:
                setattr(now, f"title_{code}", words[:TITLE])
    now.accepted = True
    now.save()
    theme.refresh_from_db()


def _live(themes: Sequence[Theme], call: Call) -> None:
    ids = {theme.pk for theme in themes}
    if call.themes.filter(pk__in=ids, merged_into=None).count() != len(ids):
        raise Fault(
            _("One of the themes has been merged or removed meanwhile."),
            mend=_("Look at the themes as they are now."),
        )
