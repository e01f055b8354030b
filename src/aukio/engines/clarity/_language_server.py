"""Language server: findings as diagnostics, sure suggestions as quick fixes.

Quick rules run while one types, all rules when a file is opened or saved. The profile comes from
the editor's initialization option `profile` (easy, official, web).
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from aukio import __version__
from aukio.engines.clarity._checking import Finding, Level, Profile, Request, check
from aukio.engines.clarity._documents import UnusableDocumentError, read_document

SEVERITY = {
    Level.ERROR: types.DiagnosticSeverity.Error,
    Level.WARNING: types.DiagnosticSeverity.Warning,
    Level.INFO: types.DiagnosticSeverity.Information,
}
SUGGESTION = "suggestion"


def server() -> LanguageServer:
    """A server ready to start; it keeps nothing but the open documents."""
    made = LanguageServer("aukio-wording", __version__)
    profile = [Profile.OFFICIAL]

    @made.feature(types.INITIALIZE)
    def begin(params: types.InitializeParams) -> None:
        options = params.initialization_options
        if isinstance(options, dict) and options.get("profile") in set(Profile):
            profile[0] = Profile(options["profile"])

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        _publish(made, params.text_document.uri, profile[0], deep=True)

    @made.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        _publish(made, params.text_document.uri, profile[0], deep=True)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        _publish(made, params.text_document.uri, profile[0], deep=False)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        made.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=params.text_document.uri, diagnostics=[])
        )

    @made.feature(types.TEXT_DOCUMENT_CODE_ACTION)
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        found = (_fix(uri, diagnostic) for diagnostic in params.context.diagnostics)
        return [action for action in found if action is not None]

    return made


def diagnostics(source: str, ending: str, profile: Profile, *, deep: bool) -> list[Any]:
    """The findings of a text as diagnostics; none for a text without words."""
    try:
        document = read_document(source, ending)
    except UnusableDocumentError:
        return []
    report = check(document, Request(profile=profile, deep=deep))
    return [_diagnostic(source, finding) for finding in report.findings]


def _publish(made: LanguageServer, uri: str, profile: Profile, *, deep: bool) -> None:
    source = made.workspace.get_text_document(uri).source
    ending = PurePosixPath(uri).suffix.lower()
    found = diagnostics(source, ending, profile, deep=deep)
    made.text_document_publish_diagnostics(
        types.PublishDiagnosticsParams(uri=uri, diagnostics=found)
    )


def _diagnostic(source: str, finding: Finding) -> types.Diagnostic:
    return types.Diagnostic(
        range=types.Range(_position(source, finding.start), _position(source, finding.end)),
        message=f"{finding.message}\n{finding.why}",
        severity=SEVERITY[finding.level],
        code=finding.rule,
        source="aukio",
        data={SUGGESTION: finding.suggestion} if finding.suggestion is not None else None,
    )


def _position(source: str, at: int) -> types.Position:
    """Line and UTF-16 units, both from 0, as the protocol counts."""
    line = source.count("\n", 0, at)
    begin = source.rfind("\n", 0, at) + 1
    return types.Position(line, len(source[begin:at].encode("utf-16-le")) // 2)


def _fix(uri: str, diagnostic: types.Diagnostic) -> types.CodeAction | None:
    data = diagnostic.data
    if not isinstance(data, dict) or SUGGESTION not in data:
        return None
    edit = types.TextEdit(diagnostic.range, str(data[SUGGESTION]))
    return types.CodeAction(
        title=f"→ {data[SUGGESTION]}",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic],
        edit=types.WorkspaceEdit(changes={uri: [edit]}),
    )
