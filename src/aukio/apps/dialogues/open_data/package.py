"""The round as tables: CSV files in a zip with their description, or one JSON file.

CSV follows RFC 4180 (comma, CRLF, UTF-8 without a byte-order mark); the description is a
Data Package with Table Schemas (specs.frictionlessdata.io). A cell that a spreadsheet would
run as a formula gets an apostrophe (``exports.plain_cell``); JSON has the exact words.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from aukio.apps.dialogues.exports import plain_cell
from aukio.apps.dialogues.exports.table import named
from aukio.apps.dialogues.open_data.addresses import stable
from aukio.apps.dialogues.open_data.citing import LICENCE, LICENCE_CODE, citation
from aukio.apps.dialogues.open_data.columns import LANGUAGES, TABLES, Column, Table
from aukio.apps.dialogues.open_data.contents import Contents

Tree = dict[str, Any]
READ_ME = "open_data/readme.txt"


def as_zip(found: Contents) -> bytes:
    """Every table as CSV, ``datapackage.json``, and what they are in three languages.

    The same content makes the same bytes: the files carry the day of publication.
    """
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        _put(package, found, "datapackage.json", _json(_package(found)))
        for language in LANGUAGES:
            _put(package, found, f"README.{language}.txt", _read_me(found, language))
        for table in TABLES:
            _put(package, found, f"{table.name}.csv", as_csv(table, found))
    return kept.getvalue()


def as_csv(table: Table, found: Contents) -> bytes:
    """One table; an unknown value is an empty cell."""
    kept = io.StringIO()
    writer = csv.writer(kept)
    writer.writerow(table.header)
    for row in found.tables[table.name]:
        writer.writerow([plain_cell(row[name]) for name in table.header])
    return kept.getvalue().encode("utf-8")


def as_json(found: Contents) -> bytes:
    """The same tables, exact words and numbers as numbers."""
    tree = {
        "round": found.slug,
        "version": found.version,
        "published_at": found.published_at.isoformat(),
        "title": found.title,
        "description": found.description,
        "year": found.year,
        "season": found.season,
        "days": found.days,
        "languages": found.languages,
        "is_sample": found.is_sample,
        "licence": LICENCE,
        "citation": citation(found, "en"),
        "figures": found.figures,
        **found.tables,
    }
    return _json(tree)


def _package(found: Contents) -> Tree:
    with translation.override("en"):
        return {
            "profile": "tabular-data-package",
            "name": f"{found.slug}-v{found.version}".lower().replace("_", "-"),
            "id": stable("open_data:round", found.slug),
            "title": named(found.title, "en"),
            "description": named(found.description, "en"),
            "version": str(found.version),
            "created": found.published_at.isoformat(),
            "homepage": stable("open_data:round", found.slug),
            "licenses": [{"name": LICENCE_CODE, "path": LICENCE}],
            "resources": [_resource(table) for table in TABLES],
        }


def _resource(table: Table) -> Tree:
    refers = [
        {"fields": one.name, "reference": {"resource": one.refers, "fields": "id"}}
        for one in table.columns
        if one.refers
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": str(table.title),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(one) for one in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            **({"foreignKeys": refers} if refers else {}),
        },
    }


def _field(one: Column) -> Tree:
    kind: Tree = {"type": "string", "format": "uri"} if one.type == "uri" else {"type": one.type}
    return {"name": one.name, **kind, "description": str(one.about)}


def _read_me(found: Contents, language: str) -> bytes:
    with translation.override(language):
        words = {"found": found, "tables": TABLES, "licence": LICENCE}
        words |= {"title": named(found.title, language), "citation": citation(found, language)}
        return render_to_string(READ_ME, words).encode("utf-8")


def _put(package: zipfile.ZipFile, found: Contents, name: str, content: bytes) -> None:
    about = zipfile.ZipInfo(name, found.published_at.timetuple()[:6])
    about.compress_type = zipfile.ZIP_DEFLATED
    about.external_attr = 0o644 << 16
    package.writestr(about, content)


def _json(tree: Tree) -> bytes:
    return json.dumps(tree, ensure_ascii=False, indent=1).encode("utf-8")
