"""The forms a round's data can be fetched in: names in addresses, and what a browser is told."""

from __future__ import annotations

from dataclasses import dataclass

FILE_TYPES = "http://publications.europa.eu/resource/authority/file-type/"


@dataclass(frozen=True)
class Form:
    """``file_type`` is the code of the European Union's list; ``label`` is for people."""

    ending: str
    media_type: str
    file_type: str
    label: str


FORMS: dict[str, Form] = {
    "csv": Form("zip", "application/zip", "ZIP", "CSV (zip)"),
    "json": Form("json", "application/json", "JSON", "JSON"),
    "jsonld": Form("jsonld", "application/ld+json", "JSON_LD", "JSON-LD"),
}
"""The data themselves."""

CATALOGUES: dict[str, Form] = {
    "ttl": Form("ttl", "text/turtle", "RDF_TURTLE", "DCAT-AP (Turtle)"),
    "jsonld": Form("jsonld", "application/ld+json", "JSON_LD", "DCAT-AP (JSON-LD)"),
}
"""What tells of them to portals."""
