"""An organisation's own language model, with a stand-in on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from aukio.engines.clarity import LanguageModel, LanguageModelError, propose

TEXT = "Maksa 25 euroa 5.6.2025 mennessä, jos et asu Oulussa."


@contextmanager
def standing_in(answer: dict[str, Any] | None, seen: list[Any], code: int = 200) -> Iterator[str]:
    """A server that speaks the protocol and always gives the same answer."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            body = json.loads(self.rfile.read(length))
            seen.append((self.path, self.headers.get("Authorization"), body))
            self.send_response(code)
            if code == 302:
                self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *_: Any) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def said(text: str) -> dict[str, Any]:
    return {"choices": [{"message": {"content": text}}]}


def test_a_proposal_that_keeps_the_facts_says_so() -> None:
    seen: list[Any] = []
    with standing_in(
        said("Maksa 25 euroa. Maksa 5.6.2025 mennessä, jos et asu Oulussa."), seen
    ) as at:
        proposal = propose(TEXT, "fi", LanguageModel(at, "oma", key="k"))
    assert proposal.keeps_facts
    assert seen[0][0] == "/v1/chat/completions"
    assert seen[0][1] == "Bearer k"
    assert seen[0][2]["messages"][1]["content"] == TEXT


def test_a_changed_sum_and_a_lost_negation_are_shown() -> None:
    with standing_in(said("Maksa 52 euroa 5.6.2025 mennessä, jos asut Oulussa."), []) as at:
        proposal = propose(TEXT, "fi", LanguageModel(at, "oma"))
    assert proposal.lost == ("25", "et")
    assert proposal.added == ("52",)
    assert not proposal.keeps_facts
    assert "+Maksa 52 euroa" in proposal.difference


@pytest.mark.parametrize(("answer", "code"), [({}, 200), (None, 500), ({}, 302)])
def test_an_answer_out_of_form_is_an_error_and_no_redirect_is_followed(
    answer: dict[str, Any] | None, code: int
) -> None:
    seen: list[Any] = []
    with standing_in(answer, seen, code) as at, pytest.raises(LanguageModelError):
        propose(TEXT, "fi", LanguageModel(at, "oma"))
    assert len(seen) == 1


def test_an_address_that_is_not_http_is_refused() -> None:
    with pytest.raises(LanguageModelError, match="not http"):
        LanguageModel("file:///etc", "oma")
