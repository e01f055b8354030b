"""Easy versions proposed by an organisation's own language model, and then checked.

Off unless the organisation gives an address. The address must speak the OpenAI-compatible
protocol (`POST …/chat/completions`). A proposal is never taken as it is: what it states is
compared with the original, and every difference is shown.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from difflib import unified_diff
from http.client import HTTPException
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from aukio.engines.clarity._rewriting import facts

SECONDS = 60.0
LARGEST_ANSWER = 1_000_000
FAULTS = (URLError, OSError, HTTPException, ValueError, LookupError, TypeError)
ORDERS = {
    "fi": "Kirjoita teksti selkokielellä. Säilytä kaikki luvut, nimet, päivät, ehdot ja kiellot. "
    "Älä lisää mitään. Vastaa vain tekstillä.",
    "sv": "Skriv texten på lättläst svenska. Bevara alla tal, namn, datum, villkor och nekanden. "
    "Lägg inte till något. Svara bara med texten.",
    "en": "Write the text in easy language. Keep every number, name, date, condition and negation. "
    "Add nothing. Answer with the text only.",
}


class LanguageModelError(RuntimeError):
    """The organisation's model did not answer as its protocol says."""


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """Where the organisation's model is; `key` is sent as a bearer token when given."""

    address: str
    model: str
    key: str = ""

    def __post_init__(self) -> None:
        if urlsplit(self.address).scheme not in {"http", "https"}:
            raise LanguageModelError("The address of the language model is not http or https.")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed version; `lost` and `added` are facts that do not agree with the original."""

    text: str
    lost: tuple[str, ...]
    added: tuple[str, ...]
    difference: str

    @property
    def keeps_facts(self) -> bool:
        """Whether no fact was lost or added. A person still has to read it."""
        return not self.lost and not self.added


def propose(text: str, language: str, asked: LanguageModel) -> Proposal:
    """Ask the model for an easy version and compare what it states.

    Raises LanguageModelError when it cannot be reached or answers out of form.
    """
    answer = _answer(text, language, asked)
    before, after = facts(text, language), facts(answer, language)
    lines = unified_diff(text.splitlines(), answer.splitlines(), "before", "after", lineterm="")
    return Proposal(answer, before.lost_in(after), after.lost_in(before), "\n".join(lines))


class _NoRedirect(HTTPRedirectHandler):
    """The text goes to the address given and nowhere else."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def _answer(text: str, language: str, asked: LanguageModel) -> str:
    body = {
        "model": asked.model,
        "temperature": 0,
        "messages": [
            {"role": "system", "content": ORDERS[language]},
            {"role": "user", "content": text},
        ],
    }
    headers = {"Content-Type": "application/json"}
    if asked.key:
        headers["Authorization"] = f"Bearer {asked.key}"
    request = Request(  # noqa: S310 - the scheme is checked in LanguageModel
        asked.address.rstrip("/") + "/chat/completions",
        data=json.dumps(body).encode("utf-8"),
        headers=headers,
    )
    try:
        with build_opener(_NoRedirect).open(request, timeout=SECONDS) as response:
            said = json.loads(_whole(response))
        words = said["choices"][0]["message"]["content"]
    except FAULTS as error:
        raise LanguageModelError(f"The language model did not answer: {error}") from error
    if not isinstance(words, str) or not words.strip():
        raise LanguageModelError("The language model answered without a text.")
    return words.strip()


def _whole(response: Any) -> bytes:
    """The answer, bounded in size and, were it to drip in for ever, in time."""
    end, content = time.monotonic() + SECONDS, b""
    while piece := response.read1(65_536):
        content += piece
        if len(content) > LARGEST_ANSWER:
            raise ValueError("The answer is too long.")
        if time.monotonic() > end:
            raise TimeoutError("The answer took too long.")
    return content
