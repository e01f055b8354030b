"""A real web server on the loopback address, with the pages a test gives it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class Answer:
    """One answer; `wait` seconds pass before it, or before each piece when `drip` is set."""

    body: bytes | str = ""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    wait: float = 0.0
    drip: bool = False

    @property
    def content(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else self.body.encode("utf-8")


@dataclass
class Site:
    """Where the server is, and what it was asked for."""

    address: str
    pages: dict[str, Answer | str]
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)


def page(words: str, *, lang: str = "fi", links: str = "", head: str = "") -> str:
    """A page with a menu, a main part and a footer."""
    return (
        f'<!doctype html><html lang="{lang}"><head><title>Sivu</title>{head}</head><body>'
        f"<header>Esimerkkikunta</header><nav><a href='/'>Etusivu</a>{links}</nav>"
        f"<main><h1>Tuen hakeminen</h1><p>{words}</p></main>"
        f"<footer>Mikäli tarvitset apua, soita.</footer></body></html>"
    )


@contextmanager
def serving(pages: dict[str, Answer | str]) -> Iterator[Site]:
    """Serve the pages at a free port; what is not given is 404, robots.txt too."""
    site = Site("", pages)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.agents.add(self.headers["User-Agent"])
            found = pages.get(self.path, Answer("", 404))
            self._send(Answer(found) if isinstance(found, str) else found)

        def _send(self, answer: Answer) -> None:
            if not answer.drip:
                time.sleep(answer.wait)
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.kind)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            size = 1 if answer.drip else 65_536
            try:
                for at in range(0, len(answer.content), size):
                    self.wfile.write(answer.content[at : at + size])
                    time.sleep(answer.wait if answer.drip else 0)
            except OSError:
                return  # the visitor has gone

        def log_message(self, *_: object) -> None:
            """Nothing is written of what is asked."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
