"""Long work of the room, done by the worker: where the language models are."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from aukio.apps.wording import asking, sealing
from aukio.apps.wording.actions import figures
from aukio.apps.wording.models import KeptText
from aukio.apps.wording.queries.glossary import glossary
from aukio.apps.wording.texts import read
from aukio.shared.jobs.progress import Progress
from aukio.shared.jobs.work import job_task

STEPS = 3


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
