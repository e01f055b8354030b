"""The house every room's operations move into.

A room's `api.py` holds ``router = Router(tags=["plan"])`` and ``api_prefix = "plan"``; it is
found by itself and served under ``/api/v1/plan…``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from ninja import NinjaAPI, Router
from ninja.operation import Operation, PathView
from ninja.renderers import JSONRenderer

from aukio.shared.api import problems
from aukio.shared.api.access import rule_of

ROOT = "/api/v1/"


class ReadableJson(JSONRenderer):
    """Letters as they are: a person may look at the answer too."""

    json_dumps_params = {"ensure_ascii": False}


api = NinjaAPI(
    title="Aukio",
    version="1",
    description=(
        "Everything on the public pages, for machines. Reading needs no key. Lists come a page "
        "at a time; follow `next`. Errors are problem documents (RFC 9457). Answers carry an "
        "ETag: send it back in If-None-Match and an unchanged answer comes without a body."
    ),
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
    renderer=ReadableJson(),
)
problems.install(api)


@dataclass(frozen=True)
class Place:
    """An address of the interface and what may be done there.

    Its name is that of the room and of its first function: ``api:areas-area``.
    """

    route: str
    name: str
    view: PathView


@dataclass(frozen=True)
class Call:
    """One operation: for the test that every one declares its rule."""

    method: str
    route: str
    rule: str | None
    operation: Operation


@cache
def open_house() -> NinjaAPI:
    """The interface with the routers of all installed rooms, once."""
    for config in apps.get_app_configs():
        if config.name.startswith("aukio.") and find_spec(f"{config.name}.api"):
            module = import_module(f"{config.name}.api")
            router = getattr(module, "router", None)
            if isinstance(router, Router):
                api.add_router(f"/{module.api_prefix.strip('/')}", router)
    return api


def places() -> Iterator[Place]:
    """Every address, as Django writes routes (``areas/<kind>``)."""
    for bound in open_house()._get_bound_routers():
        for path, view in bound.path_operations.items():
            route = "/".join(part.strip("/") for part in (bound.prefix, path) if part.strip("/"))
            name = f"{route.split('/')[0]}-{view.operations[0].view_func.__name__}"
            yield Place(route.replace("{", "<").replace("}", ">"), name.replace("_", "-"), view)


def operations() -> list[Call]:
    """Every operation with its rule; none where a room forgot to declare one."""
    return [
        Call(method, f"{ROOT}{place.route}", rule_of(operation.view_func), operation)
        for place in places()
        for operation in place.view.operations
        for method in operation.methods
    ]
