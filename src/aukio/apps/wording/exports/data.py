"""Findings for machines: the shapes of `aukio wording check`."""

from __future__ import annotations

import json
from typing import Any

from aukio import __version__
from aukio.apps.wording.exports.content import Checked
from aukio.engines import clarity


def as_json(checked: Checked) -> bytes:
    """``{"documents": [{"path", "language", "score", "findings"}]}``."""
    return _written(clarity.as_json([_named(checked)]))


def as_sarif(checked: Checked) -> bytes:
    """SARIF 2.1.0; places are code points of the text as it was given."""
    return _written(clarity.as_sarif([_named(checked)], checked.report.profile, __version__))


def _named(checked: Checked) -> clarity.Checked:
    name = checked.given.name or f"text{checked.given.ending}"
    return clarity.Checked(name, checked.document, checked.report)


def _written(found: dict[str, Any]) -> bytes:
    return json.dumps(found, ensure_ascii=False, indent=2).encode()
