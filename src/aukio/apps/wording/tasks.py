"""Long work of the room, done by the worker: where the language models are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from aukio import __version__
from aukio.apps.wording import asking, proposed, sealing, site_reasons
from aukio.apps.wording.actions import figures, proposals
from aukio.apps.wording.models import KeptText, ModelUse, SiteReading
from aukio.apps.wording.queries.glossary import glossary
from aukio.apps.wording.texts import pasted, read
from aukio.engines import clarity
from aukio.engines.clarity import Bounds, Checked, Fetcher, FetchError, Request, SiteReport
from aukio.shared.faults import Fault
from aukio.shared.jobs.progress import Progress
from aukio.shared.jobs.work import job_task

STEPS = 3
BOUNDS = Bounds(seconds=1800.0, delay=1.0)
MOST_FINDINGS = 40
"""Shown of one page; files have them all."""


@job_task
def check(progress: Progress, *, text_id: str, turn: int) -> dict[str, Any]:
    """Check a kept text by all rules. One deleted meanwhile is left alone.

    Neither the job's message nor its result holds a word of the text.
    """
    row = KeptText.objects.filter(pk=text_id, turn=turn).first()
    text = sealing.opened(row) if row else None
    if text is None:
        return {}
    progress(1, STEPS, _("Reading the sentences"))
    document, asked = read(text.given), text.asked
    progress(2, STEPS, _("Looking at words and structures"))
    report = asking.whole(document, asked, glossary(asked.organisation, asked.language))
    changed = KeptText.objects.filter(pk=text_id, turn=turn).update(
        sealed_report=sealing.sealed_report(report), is_deep=True
    )
    if changed:
        figures.count(asked=asked, score=report.score)
    progress(STEPS, STEPS, _("Done"))
    return {}


@job_task
def read_site(progress: Progress, *, reading_id: str) -> dict[str, Any]:
    """Read an organisation's site and check its pages. One deleted meanwhile ends the reading."""
    row = SiteReading.objects.filter(pk=reading_id).first()
    if row is None:
        return {}

    def gone() -> str:
        return "" if SiteReading.objects.filter(pk=reading_id).exists() else "deleted"

    def told(*, read: int, waiting: int, address: str) -> None:
        most = row.most_pages
        progress(read, min(most, read + waiting), _("Read: %(page)s") % {"page": address[:150]})

    try:
        report = clarity.check_site(
            row.address,
            fetcher=_fetcher(),
            bounds=replace(BOUNDS, pages=row.most_pages),
            request=Request(profile=clarity.Profile(row.profile), say_in=row.say_in),
            progress=told,
            stop=gone,
        )
    except FetchError as error:
        raise Fault(
            _("The first page of the site could not be read."),
            where=row.address,
            mend=site_reasons.mend(error.reason),
        ) from error
    _keep_site(row, report)
    return {}


def _fetcher() -> Fetcher:
    local = settings.WORDING_LOCAL_SITES
    named = settings.USER_AGENT
    return Fetcher(agent=named, allow_local=local) if named else Fetcher(allow_local=local)


def _keep_site(row: SiteReading, report: SiteReport) -> None:
    checked = [Checked(one.address, one.document, one.report) for one in report.pages]
    SiteReading.objects.filter(pk=row.pk).update(
        score=report.score if report.pages else None,
        report=_shown_report(report),
        sarif=clarity.as_sarif(checked, clarity.Profile(row.profile), __version__),
        table="\ufeff" + clarity.site_as_csv(report),
    )


def _shown_report(report: SiteReport) -> dict[str, Any]:
    """The machine's form of the report, with the words of each page's costliest places."""
    made = clarity.site_as_json(report)
    for shown, page in zip(made["documents"], report.pages, strict=True):
        shown["worst"] = [
            {
                "rule": one.rule,
                "words": " ".join(page.document.source[one.start : one.end].split())[:200],
                "message": one.message,
                "suggestion": one.suggestion,
            }
            for one in page.worst[:MOST_FINDINGS]
        ]
    return made


@job_task
def propose(progress: Progress, *, text_id: str, turn: int, organisation_id: int) -> dict[str, Any]:
    """Send a kept text to the language model, paragraph by paragraph, and check the answers.

    The text is kept meanwhile, and some minutes after the end whatever it is. Ends when the text
    is gone or changed, or its organisation has forbidden the model. Raises ``Fault`` when the
    model does not answer; then nothing is kept.
    """
    try:
        _propose(progress, text_id=text_id, turn=turn, organisation_id=organisation_id)
    finally:
        proposals.ready(text_id=text_id, turn=turn)
    return {}


def _propose(progress: Progress, *, text_id: str, turn: int, organisation_id: int) -> None:
    row = KeptText.objects.filter(pk=text_id, turn=turn).first()
    text, model = (sealing.opened(row) if row else None), proposed.model()
    if text is None or model is None:
        return
    pieces = proposed.paragraphs(read(text.given).text)
    rows: list[proposed.Paragraph] = []
    for number, piece in enumerate(pieces):
        progress(number, len(pieces), _("The language model is writing"))
        is_allowed = ModelUse.objects.filter(organisation=organisation_id).exists()
        if not is_allowed or not KeptText.objects.filter(pk=text_id, turn=turn).exists():
            return
        rows.append(_proposal(piece, text.asked, model))
    done = proposed.sealed(tuple(rows))
    KeptText.objects.filter(pk=text_id, turn=turn).update(sealed_proposal=done)


def _proposal(piece: str, asked: asking.Asked, model: clarity.LanguageModel) -> proposed.Paragraph:
    if not proposed.is_asked(piece):
        return proposed.Paragraph(piece)
    try:
        answer = clarity.propose(piece, asked.language, model)
    except clarity.LanguageModelError as error:
        raise Fault(
            _("The language model did not give a proposal."),
            mend=_("Your text is as it was. Try again later, or mend the text yourself."),
        ) from error
    before, after = (asking.whole(read(pasted(one)), asked) for one in (piece, answer.text))
    return proposed.Paragraph(
        piece, answer.text, answer.lost, answer.added, before.score, after.score
    )
