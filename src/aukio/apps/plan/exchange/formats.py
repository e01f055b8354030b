"""The formats there are, besides Aukio's own (``actions.load_plan``)."""

from __future__ import annotations

from aukio.apps.plan.exchange import canada, ogp, usnap
from aukio.apps.plan.exchange.documents import Format

FORMATS = {
    one.code: one
    for one in (
        Format("usnap", (".md",), usnap.read),
        Format("canada", (".yaml", ".yml"), canada.read),
        Format("ogp", (".csv",), ogp.read),
    )
}
