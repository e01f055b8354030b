"""A measure's light as an image for other sites: shape and words together, readable anywhere."""

from __future__ import annotations

from django.utils.html import escape

from aukio.ui.components.own import light

HEIGHT = 28
EDGE = 8
LETTER = 7.4  # about the width of a letter at 14 px; the text is fitted into its box
PAINT = {
    "line": 'fill="none" stroke="#00347a" stroke-width="1.75"',
    "fill": 'fill="#00347a"',
    "tick": 'fill="none" stroke="#fff" stroke-width="2"',
}


def badge(shape: str, words: str) -> str:
    """An SVG of the shape named ``shape`` with ``words`` beside it, on a ground of its own."""
    room = round(len(words) * LETTER)
    start = EDGE + 16 + 6
    width = start + room + EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{HEIGHT}" '
        f'viewBox="0 0 {width} {HEIGHT}" role="img"><title>{escape(words)}</title>'
        f'<rect x=".5" y=".5" width="{width - 1}" height="{HEIGHT - 1}" rx="4" fill="#fff" '
        f'stroke="#00347a"/><g transform="translate({EDGE} 6)">{_shape(shape)}</g>'
        f'<text x="{start}" y="19" font-family="system-ui, sans-serif" font-size="14" '
        f'fill="#1d1d1d" textLength="{room}" lengthAdjust="spacingAndGlyphs">{escape(words)}'
        "</text></svg>"
    )


def _shape(kind: str) -> str:
    """The drawing of the light, painted in place: another site has none of our styles."""
    drawing = str(light(kind, ""))
    inner = drawing[drawing.index(">", drawing.index("<svg")) + 1 : drawing.index("</svg>")]
    for name, paint in PAINT.items():
        inner = inner.replace(f'class="aukio-light__{name}"', paint)
    return inner
