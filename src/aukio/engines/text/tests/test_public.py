"""The engine's face to the house."""

import aukio.engines.text as engine


def test_every_exported_name_exists_and_they_are_sorted():
    assert engine.__all__ == sorted(engine.__all__)
    assert all(hasattr(engine, name) for name in engine.__all__)
