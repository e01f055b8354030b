"""Why a brief cannot be published yet; each reason says where and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from aukio.apps.dialogues.faults import Offence
from aukio.apps.dialogues.impact.frozen import Tree, freeze, with_sources
from aukio.apps.dialogues.impact.models import Brief, PointKind
from aukio.apps.dialogues.impact.sheet import Fit, fit
from aukio.apps.dialogues.impact.sources import sources_of
from aukio.shared.i18n.languages import language_name

FINDINGS = 3


def offences_of(
    brief: Brief, content: Tree | None = None, measured: Sequence[Fit] | None = None
) -> list[Offence]:
    """Every reason, or none. ``content`` and ``measured`` spare laying it out once more."""
    content = freeze(brief) if content is None else content
    measured = fits(content) if measured is None else measured
    return [
        *_of_sources(brief),
        *_of_points(brief, content),
        *_of_languages(content),
        *(_of_fit(one) for one in measured if not one.fits),
    ]


def fits(content: Tree) -> list[Fit]:
    """How the brief sits on its sheet, in each language it is whole in."""
    return [fit(content, code) for code in content["languages"]]


def _of_sources(brief: Brief) -> list[Offence]:
    sources = sources_of(brief.round)
    if not sources.version:
        return [
            Offence(
                _("The summary has not been published."),
                pgettext("place", "Summary"),
                _("Publish it first: every claim of the brief leads to a published sentence."),
            )
        ]
    return [
        Offence(
            _("The sentence behind this point is no longer in the published summary."),
            str(point),
            _("Remove the point or choose another sentence."),
            sentence=point.sentence_id,
        )
        for point, source in with_sources(brief, sources)
        if source is None
    ]


def _of_points(brief: Brief, content: Tree) -> list[Offence]:
    found = []
    if len(content["findings"]) != FINDINGS:
        found.append(
            Offence(
                ngettext(
                    "The brief has %(count)d finding.",
                    "The brief has %(count)d findings.",
                    len(content["findings"]),
                )
                % {"count": len(content["findings"])},
                str(PointKind.FINDING.label),
                _("A brief has three findings. Add or remove some."),
            )
        )
    unread = sum(1 for point in brief.points.all() if not point.accepted)
    if unread:
        found.append(
            Offence(
                ngettext(
                    "Nobody has accepted %(count)d point that the machine proposed.",
                    "Nobody has accepted %(count)d points that the machine proposed.",
                    unread,
                )
                % {"count": unread},
                pgettext("place", "Points"),
                _("Read each one, and accept, edit or remove it."),
            )
        )
    if not brief.accepted or brief.due is None or not content["ask"]["text"]:
        found.append(
            Offence(
                _("The brief does not say yet what is asked of the reader, and by when."),
                pgettext("place", "What is asked"),
                _("Write the request and give a date."),
            )
        )
    return found


def _of_languages(content: Tree) -> list[Offence]:
    if content["languages"] or not content["findings"]:
        return []
    return [
        Offence(
            _("The brief is not whole in any language."),
            pgettext("place", "Languages"),
            _("Write every point and the request in at least one and the same language."),
        )
    ]


def _of_fit(one: Fit) -> Offence:
    return Offence(
        _("The brief takes %(pages)d pages.") % {"pages": one.pages},
        language_name(one.language),
        _("Shorten the texts until it fits one page."),
    )
