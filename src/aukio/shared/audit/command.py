"""``aukio audit``: proof that the chain of events is whole."""

from __future__ import annotations

import json

import click
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aukio.shared.audit.verification import Report, verify


@click.group(name="audit")
def group() -> None:
    """The chain of audit events."""


@group.command(name="verify")
@click.option("--expect-head", default="", metavar="HASH", help="A hash noted earlier, elsewhere.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def verify_chain(expect_head: str, form: str) -> None:
    """Find any event altered, removed or moved. Exit 0 when there is none, else 1.

    The last line is the hash of the newest event: note it outside this computer and give
    it later with --expect-head.
    """
    report = verify(expected_head=expect_head.strip().lower())
    click.echo(_as_json(report) if form == "json" else _as_text(report))
    raise SystemExit(0 if report.is_whole else 1)


def _as_json(report: Report) -> str:
    findings = [
        {"sequence": f.sequence, "code": f.code, "what": str(f.what)} for f in report.findings
    ]
    answer = {
        "whole": report.is_whole,
        "events": report.events,
        "head": report.head,
        "findings": findings,
    }
    return json.dumps(answer, ensure_ascii=False)


def _as_text(report: Report) -> str:
    lines = [_("Event %(sequence)d: %(what)s.") % vars(f) for f in report.findings]
    lines.append(
        ngettext("%(count)d event read.", "%(count)d events read.", report.events)
        % {"count": report.events}
    )
    lines.append(_("The chain is whole.") if report.is_whole else _("The chain is broken."))
    lines.append(_("Newest hash: %(hash)s") % {"hash": report.head})
    return "\n".join(lines)
