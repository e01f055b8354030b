"""QR codes: the address of a page, to print and to point a phone at."""

from __future__ import annotations

import io

import segno

# 15 % may be torn or stained and the code still opens (ISO/IEC 18004, level M).
LEVEL = "m"
QUIET = 4  # modules of empty edge, as the standard asks


def svg(address: str) -> bytes:
    out = io.BytesIO()
    segno.make(address, error=LEVEL, micro=False).save(
        out, kind="svg", scale=8, border=QUIET, xmldecl=True, svgns=True, light="#fff"
    )
    return out.getvalue()


def png(address: str) -> bytes:
    out = io.BytesIO()
    segno.make(address, error=LEVEL, micro=False).save(
        out, kind="png", scale=12, border=QUIET, light="#fff"
    )
    return out.getvalue()
