"""A file may hold a picture as letters, a dump or a prank: looking through it ends soon."""

import time

import pytest

from aukio.engines.privacy import Kind, find

SECONDS = 5  # of the processor; each sign read over again from every other took 7 to 700


@pytest.mark.parametrize("piece", ["Å", "iVBORw0KGgo", "Anna-", "a{.}", "a_at_", "x.", "+", "FI"])
def test_a_long_run_of_signs_is_looked_through_soon(piece):
    text = piece * (16_000 // len(piece))

    began = time.process_time()
    find(text)

    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("before", ["x" * 500, "https://example.fi/?to=" * 20, "-" * 300])
def test_an_address_at_the_end_of_a_long_run_is_found(before):
    text = f"{before}anna@example.fi"

    (found,) = [one for one in find(text) if one.kind is Kind.EMAIL and one.end == len(text)]

    assert text[found.start : found.end].endswith("anna@example.fi")
