"""Every file and page of a round's data, as an outsider fetches them."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import Any

from django.test import Client
from django.urls import reverse

FORMS = ("csv", "json", "jsonld")


def fetch(client: Client, slug: str, form: str, version: int | None = None) -> bytes:
    address = (
        reverse("open_data:newest", args=[slug, form])
        if version is None
        else reverse("open_data:version", args=[slug, version, form])
    )
    answer = client.get(address)
    assert answer.status_code == 200
    return bytes(answer.content)


def unpacked(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def table(client: Client, slug: str, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(unpacked(fetch(client, slug, "csv"))[f"{name}.csv"])))


def tree(client: Client, slug: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(fetch(client, slug, "json"))
    return found


def everything(client: Client, slug: str, versions: int = 1) -> str:
    """All that can be fetched of a round, as one text."""
    texts = []
    for version in (None, *range(1, versions + 1)):
        texts += unpacked(fetch(client, slug, "csv", version)).values()
        texts += [fetch(client, slug, form, version).decode() for form in ("json", "jsonld")]
    for address in (
        reverse("open_data:round", args=[slug]),
        reverse("open_data:record", args=[slug, "ttl"]),
        reverse("open_data:record", args=[slug, "jsonld"]),
        reverse("open_data:catalogue", args=["ttl"]),
        reverse("open_data:catalogue", args=["jsonld"]),
        reverse("open_data:all"),
    ):
        texts.append(client.get(address).content.decode())
    return "\n".join(texts)
