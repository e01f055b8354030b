"""The language server as an editor meets it: a process of its own, spoken to over pipes."""

from __future__ import annotations

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

pytest.importorskip("pygls")

from lsprotocol import types
from pygls.lsp.client import LanguageClient

ADDRESS = "file:///kirje.md"
SERVE = "from aukio.engines.clarity.command import group; group(['serve'])"


async def talk(first: str, then: str) -> dict[str, Any]:
    """Open a text, change it, and ask for the fixes of what was found."""
    client = LanguageClient("editor", "1")
    heard: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def published(params: types.PublishDiagnosticsParams) -> None:
        heard.put_nowait(params)

    await client.start_io(sys.executable, "-c", SERVE)
    start = types.InitializeParams(
        capabilities=types.ClientCapabilities(), initialization_options={"profile": "easy"}
    )
    made = await client.initialize_async(start)
    client.initialized(types.InitializedParams())
    text = types.TextDocumentItem(ADDRESS, "markdown", 1, first)
    client.text_document_did_open(types.DidOpenTextDocumentParams(text))
    opened = await asyncio.wait_for(heard.get(), 120)
    fixes = await client.text_document_code_action_async(
        types.CodeActionParams(
            types.TextDocumentIdentifier(ADDRESS),
            opened.diagnostics[0].range,
            types.CodeActionContext(diagnostics=opened.diagnostics),
        )
    )
    whole = types.TextDocumentContentChangeWholeDocument(then)
    named = types.VersionedTextDocumentIdentifier(2, ADDRESS)
    client.text_document_did_change(types.DidChangeTextDocumentParams(named, [whole]))
    changed = await asyncio.wait_for(heard.get(), 60)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()
    return {"made": made, "opened": opened, "fixes": fixes, "changed": changed}


def test_an_editor_gets_findings_fixes_and_news_of_changes() -> None:
    # In a thread of its own: another test may have left an event loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        heard = thread.submit(
            lambda: asyncio.run(talk("Mikäli tulet, soita.\n", "Jos tulet, soita.\n"))
        ).result()
    assert heard["made"].server_info.name == "aukio-wording"
    assert [one.code for one in heard["opened"].diagnostics] == ["officialese"]
    assert heard["opened"].diagnostics[0].severity == types.DiagnosticSeverity.Error
    assert [one.title for one in heard["fixes"]] == ["→ Jos"]
    assert not heard["changed"].diagnostics
