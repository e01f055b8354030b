"""Roles × objects of the whole room: pages, files, feeds, calendars, the interface, search.

Every wing enters its own addresses. It has a ``tests/matrix.py`` with two names::

    ROWS = {                                   # who may open (GET) and send (POST)
        "impact:round": read(*ALL),            # only read
        "impact:brief-ask": form(CORE, EDITOR),    # read and sent at one address
        "impact:brief-publish": button(CORE),  # only sent
        "api:dialogues-share": read(*ALL),     # an operation of the interface
    }

    def furnish(here: Here) -> dict[str, Any]:  # makes what its addresses are about
        asked = question(here.made, owner=here.ministry)
        asked.set_note(here.hide("harakka", CORE))  # "harakka …": for these eyes only
        return {
            "slug": here.round.slug,           # a value for each variable part of an address
            "token": Key(OWNER, codes.issue(…)),  # the holder's; others come with a wrong code
            "impact:file": [{"form": "pdf"}, {"form": "json"}],  # one address: once for each
        }

Nothing else is needed: the tests here find the wing by itself. They fail when an address is
missing from the matrix, when a role is let in or kept out against it, when looking changes
something, when a refused sending changes something, and when a hidden word is found by
somebody it is not for, or by none of those it is for. Refused is: asked to sign in, 403, 404.
"""

from __future__ import annotations

import io
import logging
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, cached_property
from html import unescape
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from django.apps import apps
from django.core.cache import cache as counts
from django.db import connection, transaction
from django.test import Client
from django.urls import resolve, reverse
from django.utils import translation
from pypdf import PdfReader

from aukio.apps.dialogues.tests.pages.conftest import signed_in
from aukio.apps.dialogues.tests.roles import ALL, CORE, ORGANISER, PUBLIC, Here, Key, Row, here
from aukio.shared.api.house import places
from aukio.shared.indicators import registry

pytestmark = pytest.mark.django_db
logging.getLogger("django.request").setLevel(logging.ERROR)  # refusing is what we came for
ROOM = "aukio.apps.dialogues"
ROLES = sorted(ALL)
# A role's tests go to one worker, which asks for every address once for all of them.
by_role = pytest.mark.parametrize(
    "role", [pytest.param(one, marks=pytest.mark.xdist_group(f"matrix {one}")) for one in ROLES]
)
# Slow to make: those that everybody may read are made for these alone.
PAPERS, READERS = ("pdf", "docx", "pptx"), {PUBLIC, ORGANISER, CORE}
INSIDE = ("/fi/dialogues/", "/api/v1/")
HREF = re.compile(r'href="([^"#]+)"')
WRONG, NO_ROLE = "no-such-code", "nobody"


def parts() -> list[str]:
    """The room and its wings, the room first."""
    return sorted(
        one.name for one in apps.get_app_configs() if f"{one.name}.".startswith(f"{ROOM}.")
    )


def matrix_of(part: str) -> ModuleType | None:
    return import_module(f"{part}.tests.matrix") if find_spec(f"{part}.tests.matrix") else None


@cache
def rows() -> dict[str, Row]:
    found: dict[str, Row] = {}
    for part in parts():
        found.update(getattr(matrix_of(part), "ROWS", {}))
    return found


@dataclass(frozen=True)
class Address:
    """A named address; ``keys``: the variable parts of it."""

    name: str
    keys: tuple[str, ...]
    part: str


def entered() -> list[Address]:
    """Addresses that are in the matrix; the first test tells of those that are not."""
    return [one for one in addresses() if one.name in rows()]


@cache
def addresses() -> list[Address]:
    """Everything the room and its wings answer to, the interface too."""
    found = []
    for part in parts():
        if find_spec(f"{part}.urls"):
            module = import_module(f"{part}.urls")
            found += [
                Address(f"{module.app_name}:{one.name}", tuple(one.pattern.converters), part)
                for one in module.urlpatterns
            ]
    for place in places():
        module_name = place.view.operations[0].view_func.__module__
        if f"{module_name}.".startswith(f"{ROOM}."):
            keys = tuple(one[1:-1] for one in place.route.split("/") if one.startswith("<"))
            found.append(Address(f"api:{place.name}", keys, module_name.rpartition(".")[0]))
    return found


@dataclass(frozen=True)
class Visit:
    """What came of asking: open to the visitor or not, and what it said."""

    is_open: bool
    text: str
    status: int


@dataclass
class House:
    """The room furnished by all its parts."""

    here: Here
    given: dict[str, dict[str, Any]] = field(default_factory=dict)
    seen: dict[str, dict[str, Visit]] = field(default_factory=dict)

    def ways(self, address: Address, role: str) -> list[str]:
        """The address as this role would ask for it: once, or once for each form it has."""
        of_part = self.given[address.part]
        own = of_part.get(address.name, {})
        return [
            reverse(
                address.name,
                kwargs={
                    key: self._value(one.get(key, of_part.get(key)), role, address, key)
                    for key in address.keys
                },
            )
            for one in (own if isinstance(own, list) else [own])
        ]

    def _value(self, value: Any, role: str, address: Address, key: str) -> Any:
        assert value is not None, f"{address.part} furnishes no “{key}” for {address.name}"
        if not isinstance(value, Key):
            return value
        return value.token if value.holder == role else self._other_code(role, value)

    def _other_code(self, role: str, wanted: Key) -> str:
        return next((one.token for one in self._codes if one.holder == role), WRONG)

    @cached_property
    def _codes(self) -> list[Key]:
        """Every code somebody holds: it must open nothing but its own."""
        found: list[Key] = []
        for values in self.given.values():
            for value in values.values():
                inner = value if isinstance(value, list) else [value]
                for one in inner:
                    found += [
                        each
                        for each in (one.values() if isinstance(one, dict) else [one])
                        if isinstance(each, Key)
                    ]
        return found

    def client(self, role: str) -> Client:
        person = self.here.people.get(role)
        client = signed_in(person) if person else Client()
        client.raise_request_exception = False
        return client

    def visits(self, role: str) -> dict[str, Visit]:
        """Every address as this role gets it, asked once for all tests."""
        if role not in self.seen:
            client = self.client(role)
            ways = [way for address in entered() for way in self.ways(address, role)]
            self.seen[role] = {way: look(client, way) for way in ways if not is_spared(way, role)}
        return self.seen[role]


def is_spared(way: str, role: str) -> bool:
    """A paper for everybody: what is in it has been read by enough."""
    path = urlsplit(way).path
    if role in READERS or not path.rstrip("/").endswith(PAPERS):
        return False
    row = rows().get(resolve(path).view_name)
    return row is not None and row.get == ALL


def look(client: Client, way: str) -> Visit:
    """A visit that changes nothing."""
    with no_change(way):
        return visit(client, way)


def visit(client: Client, way: str) -> Visit:
    answer = _not_counted(client.get(way))
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert answer.status_code < 500, (way, answer.status_code)
    return Visit(is_let_in(answer), words_of(content), answer.status_code)


def _not_counted(answer: Any) -> Any:
    """Who comes with many wrong codes has to wait; we only look."""
    if answer.status_code == 404:
        counts.clear()
    return answer


def is_let_in(answer: Any) -> bool:
    """Not refused, and not asked to sign in."""
    asks_to_sign_in = answer.status_code == 302 and "/account/login/" in answer["Location"]
    return not asks_to_sign_in and answer.status_code not in (403, 404, 405)


def words_of(content: bytes) -> str:
    """The words of a page or a file; Word and PDF are unpacked."""
    if content.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            content = b"\n".join(packed.read(one) for one in packed.namelist())
    text = content.decode(errors="replace")
    return unescape(text)


@cache
def tables() -> set[str]:
    """Where the room and its wings keep what is theirs."""
    ours = [one for one in apps.get_app_configs() if one.name in parts()]
    return {model._meta.db_table for one in ours for model in one.get_models(True)}


@contextmanager
def no_change(what: object) -> Iterator[None]:
    """Fails when a row of the room or of a wing is written."""
    written = []
    ours = re.compile("|".join(f'"{one}"' for one in sorted(tables())))

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        words = sql.split(None, 3)
        if words[0] in ("INSERT", "UPDATE", "DELETE") and ours.search(sql[:80]):
            written.append(sql[:200])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield
    assert not written, (what, written)


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: Any) -> Iterator[House]:
    """Furnished once; every test leaves it as it was."""
    with django_db_blocker.unblock(), translation.override("fi"), transaction.atomic():
        made = House(here())
        for part in parts():
            module = matrix_of(part)
            made.given[part] = module.furnish(made.here) if module else {}
        yield made
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _in_finnish() -> Iterator[None]:
    with translation.override("fi"):
        yield


def test_every_address_of_the_room_and_its_wings_is_in_the_matrix():
    named = {one.name for one in addresses()}

    assert named - set(rows()) == set(), "add them to ROWS of the wing's tests/matrix.py"
    assert set(rows()) - named == set(), "no such address any more"


@by_role
def test_each_role_opens_what_the_matrix_says_and_no_more(role: str, house: House) -> None:
    matrix, seen = rows(), house.visits(role)

    wrong = [
        (way, seen[way].status)
        for address in entered()
        for way in house.ways(address, role)
        if way in seen and seen[way].is_open is not (role in matrix[address.name].get)
    ]
    assert not wrong


@by_role
def test_a_refused_role_changes_nothing_by_sending(role: str, house: House) -> None:
    matrix, client = rows(), house.client(role)
    for address in entered():
        for way in house.ways(address, role):
            if role not in matrix[address.name].post:
                with no_change((role, way)):
                    answer = _not_counted(client.post(way, {}))
                assert not is_let_in(answer), (role, way)


@by_role
def test_who_may_send_is_not_refused(role: str, house: House) -> None:
    """Sent empty: a form comes back or a button does its work, which is undone."""
    matrix, client = rows(), house.client(role)
    for address in entered():
        if role in matrix[address.name].post:
            way = house.ways(address, role)[0]
            with transaction.atomic():
                answer = client.post(way, {})
                transaction.set_rollback(True)
            by_code = house.ways(address, role) != house.ways(address, NO_ROLE)
            lacks_its_object = answer.status_code == 404 and not by_code
            assert is_let_in(answer) or lacks_its_object, (role, way, answer.status_code)
            assert answer.status_code < 500, (role, way)


@by_role
def test_hidden_words_are_found_by_those_they_are_for_and_nobody_else(
    role: str, house: House
) -> None:
    texts = {way: one.text for way, one in house.visits(role).items()} | everywhere(role, house)
    everything = "\n".join(texts.values())

    found = {one.word for one in house.here.secrets if one.word in everything}
    leaks = [
        (one.word, way)
        for one in house.here.secrets
        if one.word in found and role not in one.may
        for way, text in texts.items()
        if one.word in text
    ]
    assert not leaks
    assert {one.word for one in house.here.secrets if role in one.may} - found == set()


def everywhere(role: str, house: House) -> dict[str, str]:
    """Beyond the room's own addresses: shared pages, figures, and search for each hidden word."""
    client = house.client(role)
    ways = ["/fi/", "/fi/my-work/", "/fi/account/", "/fi/organisations/", "/api/v1/indicators"]
    ways += [f"/api/v1/indicators/{one.code}/records" for one in registry.every()]
    for secret in house.here.secrets:
        asked = urlencode({"q": secret.cue})
        ways += [f"/fi/search/?{asked}", f"/api/v1/search?{asked}"]
    return {way: visit(client, way).text for way in ways} | linked(client, house, role)


def linked(client: Client, house: House, role: str) -> dict[str, str]:
    """What the pages lead to beside the addresses themselves, as filters, parts and files."""
    seen = house.visits(role)
    kinds = {urlsplit(way).path for way in seen}
    found: dict[str, str] = {}
    for visited in list(seen.values()):
        for href in HREF.findall(visited.text if visited.is_open else ""):
            to = urlsplit(unescape(href))
            kind = f"{re.sub(r'[0-9]+', '0', to.path)}?{sorted(dict(parse_qsl(to.query)))}"
            inside = not to.netloc and to.path.startswith(INSIDE) and href not in seen
            if inside and kind not in kinds and not is_spared(to.path, role):
                kinds.add(kind)
                found[href] = visit(client, href).text
    return found
