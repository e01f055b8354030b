"""Asking for one page: bounded in time and size, never of a machine that is not public."""

from __future__ import annotations

import http.client
import socket
import ssl
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from enum import StrEnum
from threading import Timer
from urllib.parse import urlsplit

from aukio.engines.clarity._site._addresses import PORTS, AddressError, normal
from aukio.engines.clarity._site._guard import PrivateAddressError, resolve

AGENT = "Aukio-wording/1 (checks how clear a site's language is)"
MOST_REDIRECTS = 5
PIECE = 65_536
MOVED = {301, 302, 303, 307, 308}


class Reason(StrEnum):
    """Why a page was not read."""

    ADDRESS = "address"
    PRIVATE = "private"
    OTHER_SITE = "other-site"
    ROBOTS = "robots"
    UNREACHABLE = "unreachable"
    SLOW = "slow"
    TOO_LARGE = "too-large"
    STATUS = "status"
    REDIRECTS = "redirects"
    KIND = "kind"
    LANGUAGE = "language"
    NO_WORDS = "no-words"
    DUPLICATE = "duplicate"


class FetchError(Exception):
    """A page that could not be fetched; `str(error)` says why, `reason` is for machines.

    `retry_after`: seconds the server asked to wait, None when it did not.
    """

    def __init__(self, reason: Reason, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.reason = reason
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered; `address` is where it was found after redirects."""

    address: str
    kind: str
    charset: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Fetcher:
    """How pages are asked for: `seconds` for the whole answer, at most `largest` bytes."""

    agent: str = AGENT
    seconds: float = 20.0
    largest: int = 3_000_000
    allow_local: bool = False

    def get(self, address: str, may_follow: Callable[[str], None] = lambda _: None) -> Fetched:
        """Fetch an address; every redirect is checked anew, also by `may_follow`, which raises.

        Raises FetchError.
        """
        for _ in range(MOST_REDIRECTS + 1):
            try:
                address = normal(address)
            except AddressError as error:
                raise FetchError(Reason.ADDRESS, str(error)) from error
            may_follow(address)
            answer = self._ask(address)
            if isinstance(answer, Fetched):
                return answer
            address = answer
        raise FetchError(Reason.REDIRECTS, f"More than {MOST_REDIRECTS} redirects.")

    def _ask(self, address: str) -> Fetched | str:
        """The answer, or the address it points to."""
        connection = self._connection(address)
        ended: list[bool] = []
        watch = Timer(self.seconds, _cut, (connection, ended))
        watch.daemon = True
        try:
            watch.start()
            connection.connect()
            answer = self._exchange(connection, address)
            if ended:  # a cut exchange may look like a short answer
                raise TimeoutError
            return answer
        except (OSError, http.client.HTTPException, zlib.error) as error:
            if ended or isinstance(error, TimeoutError):
                raise FetchError(Reason.SLOW, f"No answer in {self.seconds:g} seconds.") from error
            raise FetchError(Reason.UNREACHABLE, f"The server cannot be read: {error}.") from error
        finally:
            watch.cancel()
            connection.close()

    def _connection(self, address: str) -> http.client.HTTPConnection:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
        try:
            place = resolve(host, port, allow_local=self.allow_local)
        except PrivateAddressError as error:
            raise FetchError(Reason.PRIVATE, str(error)) from error
        except (OSError, UnicodeError) as error:
            raise FetchError(Reason.UNREACHABLE, f"{host} is not known: {error}.") from error
        kind = _Secure if parts.scheme == "https" else _Plain
        return kind(host, port, place, self.seconds)

    def _exchange(self, connection: http.client.HTTPConnection, address: str) -> Fetched | str:
        parts = urlsplit(address)
        headers = {"User-Agent": self.agent, "Accept": "text/html, */*;q=0.5", "Host": parts.netloc}
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", target, headers={**headers, "Accept-Encoding": "gzip"})
        with connection.getresponse() as answer:
            return self._answer(answer, address)

    def _answer(self, answer: http.client.HTTPResponse, address: str) -> Fetched | str:
        if answer.status in MOVED and (place := answer.headers.get("Location")):
            return _next(place, address)
        if answer.status != 200:
            wait = _seconds(answer.headers)
            raise FetchError(Reason.STATUS, f"The server answered {answer.status}.", wait)
        kind = answer.headers.get_content_type()
        charset = answer.headers.get_content_charset("")
        return Fetched(address, kind, charset, self._content(answer))

    def _content(self, answer: http.client.HTTPResponse) -> bytes:
        packed = answer.headers.get("Content-Encoding", "").lower()
        if packed not in {"", "identity", "gzip"}:
            raise FetchError(Reason.KIND, f"The answer is packed as {packed}.")
        unpacker = zlib.decompressobj(wbits=31) if packed == "gzip" else None
        parts: list[bytes] = []
        size = 0
        while piece := answer.read1(PIECE):
            if unpacker is not None:
                piece = unpacker.decompress(piece, self.largest + 1)
            size += len(piece)
            if size > self.largest:
                raise FetchError(Reason.TOO_LARGE, f"Larger than {self.largest:,} bytes.")
            parts.append(piece)
        if answer.length:
            raise http.client.IncompleteRead(b"", answer.length)
        return b"".join(parts)


class _Plain(http.client.HTTPConnection):
    """Connects to the address that was checked, whatever the name leads to now."""

    def __init__(self, host: str, port: int, place: str, seconds: float) -> None:
        super().__init__(host, port, timeout=seconds)
        self._place = place

    def connect(self) -> None:
        self.sock = socket.create_connection((self._place, self.port), self.timeout)


class _Secure(_Plain):
    def connect(self) -> None:
        super().connect()
        context = ssl.create_default_context()
        self.sock = context.wrap_socket(self.sock, server_hostname=self.host)


def _cut(connection: http.client.HTTPConnection, ended: list[bool]) -> None:
    """End an exchange that drips on past its time."""
    ended.append(True)
    if connection.sock is not None:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # it has just ended by itself


def _next(place: str, address: str) -> str:
    try:
        return normal(place, address)
    except AddressError as error:
        raise FetchError(Reason.ADDRESS, str(error)) from error


def _seconds(headers: Message) -> float | None:
    """`Retry-After` when it is a number of seconds."""
    said = str(headers.get("Retry-After", ""))
    return float(said) if said.isdecimal() else None
