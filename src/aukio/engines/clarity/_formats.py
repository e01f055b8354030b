"""Reports as text for people, JSON and SARIF 2.1.0 for machines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aukio.engines.clarity._checking import Finding, Level, Profile, Report, rules
from aukio.engines.clarity._documents import Document

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
COUNTED = {
    "fi": "{words} sanaa, {sentences} virkettä, {mean} sanaa virkkeessä; LIX {lix}",
    "sv": "{words} ord, {sentences} meningar, {mean} ord per mening; LIX {lix}",
    "en": "{words} words, {sentences} sentences, {mean} words in a sentence; LIX {lix}",
}
MISLEADS = {
    "fi": " (harhaanjohtava suomessa)",
    "sv": " (missvisande för finska)",
    "en": " (misleads in Finnish)",
}
SHARES = {
    "fi": "{rule}: {count} kpl, {cost} virhepistettä sataa sanaa kohti",
    "sv": "{rule}: {count} st., {cost} felpoäng per hundra ord",
    "en": "{rule}: {count} found, {cost} points lost per hundred words",
}
SARIF_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


@dataclass(frozen=True, slots=True)
class Checked:
    """A document with the path it was read from and its report."""

    path: str
    document: Document
    report: Report


def as_json(checked: Sequence[Checked]) -> dict[str, Any]:
    """The documented shape: documents with path, language, score and findings."""
    return {
        "documents": [
            {
                "path": one.path,
                "language": one.report.language,
                "score": one.report.score,
                "findings": [finding_as_json(finding) for finding in one.report.findings],
            }
            for one in checked
        ]
    }


def as_text(checked: Sequence[Checked], goal: float, say_in: str = "") -> str:
    """One line a finding with its line and column, then the score and what lowers it.

    `say_in`: fi, sv or en; without it each document is told of in its own language.
    """
    return "\n".join(
        line for one in checked for line in _text_lines(one, goal, say_in or one.report.language)
    )


def as_sarif(checked: Sequence[Checked], profile: Profile, version: str) -> dict[str, Any]:
    """SARIF 2.1.0, one run; what was let be appears with its reason as a suppression."""
    language = checked[0].report.language if checked else "en"
    return {
        "$schema": SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "aukio-wording",
                        "version": version,
                        "rules": [_sarif_rule(rule_id, language) for rule_id in rules()],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "properties": {"profile": str(profile)},
                "artifacts": [{"location": {"uri": uri}} for uri in _uris(checked)],
                "results": [result for one in checked for result in _sarif_results(one)],
            }
        ],
    }


def finding_as_json(finding: Finding) -> dict[str, Any]:
    """A finding in the documented shape."""
    return {
        "rule": finding.rule,
        "level": str(finding.level),
        "start": finding.start,
        "end": finding.end,
        "message": finding.message,
        "suggestion": finding.suggestion,
    }


def _text_lines(one: Checked, goal: float, say_in: str) -> list[str]:
    report, source = one.report, one.document.source
    lines = []
    for finding in report.findings:
        row, column = _position(source, finding.start)
        lines.append(f"{one.path}:{row}:{column}: {finding.level}: {finding.message}")
        lines.append(f"    {finding.rule}: {finding.why}")
        if finding.suggestion is not None:
            lines.append(f"    → {finding.suggestion}")
    for let_be in report.suppressed:
        row, column = _position(source, let_be.finding.start)
        lines.append(f"{one.path}:{row}:{column}: ({let_be.finding.rule}) {let_be.reason}")
    mark = "≥" if report.score >= goal else "<"
    lines.append(f"{one.path}: {report.profile} {report.language} {report.score} {mark} {goal}")
    for share in report.shares:
        cost = round(share.cost, 1)
        lines.append("    " + SHARES[say_in].format(rule=share.rule, count=share.count, cost=cost))
    counted = report.figures
    told = COUNTED[say_in].format(
        words=counted.words,
        sentences=counted.sentences,
        mean=counted.words_per_sentence,
        lix=counted.lix,
    )
    lines.append(f"    {told}{MISLEADS[say_in] if counted.lix_misleads else ''}")
    return lines


def _position(source: str, at: int) -> tuple[int, int]:
    """Line and column, both from 1."""
    return source.count("\n", 0, at) + 1, at - source.rfind("\n", 0, at)


def _sarif_rule(rule_id: str, language: str) -> dict[str, Any]:
    rule = rules()[rule_id]
    sources = "; ".join(source[language] for source in rule.sources)
    return {
        "id": rule_id,
        "shortDescription": {"text": rule.why[language]},
        "help": {"text": f"− {rule.bad[language]}\n+ {rule.good[language]}\n{sources}"},
    }


def _sarif_results(one: Checked) -> list[dict[str, Any]]:
    kept = [_sarif_result(one, finding) for finding in one.report.findings]
    let_be = [
        {
            **_sarif_result(one, item.finding),
            "suppressions": [{"kind": "inSource", "justification": item.reason}],
        }
        for item in one.report.suppressed
    ]
    return kept + let_be


def _sarif_result(one: Checked, finding: Finding) -> dict[str, Any]:
    region = _region(one.document.source, finding)
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": SARIF_LEVELS[finding.level],
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(one.path)},
                    "region": region,
                }
            }
        ],
    }
    if finding.suggestion is not None:
        replacement = {"deletedRegion": region, "insertedContent": {"text": finding.suggestion}}
        change = {"artifactLocation": {"uri": _uri(one.path)}, "replacements": [replacement]}
        result["fixes"] = [{"description": {"text": finding.message}, "artifactChanges": [change]}]
    return result


def _region(source: str, finding: Finding) -> dict[str, int]:
    row, column = _position(source, finding.start)
    last_row, last_column = _position(source, finding.end)
    return {
        "startLine": row,
        "startColumn": column,
        "endLine": last_row,
        "endColumn": last_column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
    }


def _uris(checked: Sequence[Checked]) -> list[str]:
    """Each file once, however often it was named."""
    return list(dict.fromkeys(_uri(one.path) for one in checked))


def _uri(path: str) -> str:
    from urllib.parse import quote

    if path.startswith(("http://", "https://")):
        return path  # in its one form already
    return quote(path.replace("\\", "/"))
