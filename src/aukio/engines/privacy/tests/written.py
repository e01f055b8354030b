"""Identity codes, addresses and numbers as people write them, and sentences to put them in."""

from __future__ import annotations

from hypothesis import strategies as st

from aukio.engines.privacy import check_character

SENTENCES = [
    "Ilta on pitkä. Sanoin että {} ja sitten lähdin kotiin.",
    "Joku kertoi tunnuksensa: {}.",
    "({}) kirjattiin, ja 12 ihmistä nyökkäsi 05.03.2024 klo 18.30.",
    "{}",
    "Hon sade att det är {}, och vi skrev upp det.",
    "Numret var {}! Ingen ringer längre.",
    "Somebody told us {}; nobody answered.",
    "It cost 1 200 euros – {} – and 3 people paid.",
    "Rivi yksi\n{}\nRivi kolme",
    "”{}”, hän toisti.",
]
sentences = st.sampled_from(SENTENCES)
BLANKS = ["", "", "", " ", "\u00a0", "\n", "\u2009", "\u200b", "\u2060"]
MARKS = {"18": "+", "19": "-YXWVU", "20": "ABCDEF"}
HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2212\u00ad"


@st.composite
def identity_codes(draw: st.DrawFn) -> str:
    """A right code; hyphens of any length, blanks and line ends between, small letters too."""
    day, month = draw(st.integers(1, 28)), draw(st.integers(1, 12))
    year, number = draw(st.integers(0, 99)), draw(st.integers(2, 999))
    digits = f"{day:02}{month:02}{year:02}{number:03}"
    mark = draw(st.sampled_from("".join(MARKS.values())))
    mark = draw(st.sampled_from(HYPHENS)) if mark == "-" else mark
    parts = [digits[:2], digits[2:4], digits[4:6], mark, digits[6:], check_character(digits)]
    gaps = draw(st.lists(st.sampled_from(BLANKS), min_size=5, max_size=5))
    dots = draw(st.booleans()) and not any(gaps[:2])
    gaps[:2] = [".", "."] if dots else gaps[:2]
    written = parts[0] + "".join(gap + part for gap, part in zip(gaps, parts[1:], strict=True))
    return draw(st.sampled_from([written, written.lower(), written.upper()]))


LETTERS = st.text("abcdefghijklmnopqrstuvwxyzåäö", min_size=1, max_size=10)


@st.composite
def emails(draw: st.DrawFn) -> str:
    """An address, plain or hidden from machines."""
    names = draw(
        st.lists(LETTERS | st.from_regex(r"[a-z0-9]{2,8}", fullmatch=True), min_size=1, max_size=3)
    )
    local = draw(st.sampled_from([".", "_", "-", "+"])).join(names)
    hosts = draw(
        st.lists(
            st.from_regex(r"[a-z][a-z0-9-]{0,8}[a-z0-9]", fullmatch=True), min_size=1, max_size=3
        )
    )
    top = draw(st.sampled_from(["fi", "se", "com", "org", "museum", "info"]))
    at = draw(
        st.sampled_from(
            ["@", "@", " @ ", "@ ", "(at)", " (at) ", "[at]", " [at] ", "{at}", "(ät)", " at "]
            + [" ät ", "(a)"[:0] + "(@)", "＠", "\n@", " miukumauku ", " snabel-a "]
        )
    )
    dot = draw(
        st.sampled_from(
            [".", ".", ".", " (dot) ", "[dot]", " dot ", " piste ", "(piste)", " punkt "]
        )
    )
    whole = local + at + dot.join([*hosts, top])
    return draw(st.sampled_from([whole, whole.upper(), whole.title()]))


GAPS = ["", " ", "-", "\u00a0", "\u2009", "\u2011", ".", "\n", "/"]


@st.composite
def phones(draw: st.DrawFn) -> str:
    """A Finnish or Swedish number, from home or abroad, grouped in any way."""
    start, fewest, most = draw(
        st.sampled_from(
            [("40", 6, 8), ("50", 6, 8), ("45", 6, 8), ("9", 6, 8), ("13", 6, 7), ("19", 6, 7)]
            + [("70", 7, 7), ("8", 6, 8), ("500", 5, 6), ("800", 5, 6), ("20", 6, 7)]
        )
    )
    rest = draw(st.text("0123456789", min_size=fewest, max_size=most))
    front = draw(
        st.sampled_from(
            ["0", "0", "0", "+358 ", "+358", "+358-", "00358 ", "+46 ", "+46", "0046", "+358 (0)"]
            + ["(0", "+ 358 ", "+358(0)"]
        )
    )
    head = front + start + (")" if front == "(0" else "")
    gap = draw(st.sampled_from(GAPS))
    size = draw(st.sampled_from([2, 3, 4, 20]))
    groups = [rest[at : at + size] for at in range(0, len(rest), size)]
    return head + draw(st.sampled_from(GAPS)) + gap.join(groups)
