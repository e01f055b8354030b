"""A house of its own for a measurement: empty, with the plan, gone when it ends."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def fresh_house() -> Iterator[None]:
    """The platform on an embedded database in a folder that nobody else uses.

    It reads its settings once in a process: import Aukio's own modules inside the block.
    """
    with tempfile.TemporaryDirectory(prefix="aukio-bench-") as folder:
        os.environ |= {"AUKIO_DATA_DIR": folder, "DATABASE_URL": "", "AUKIO_SAMPLE": ""}
        os.environ["DJANGO_SETTINGS_MODULE"] = "aukio.project.settings"
        import django

        django.setup()
        from aukio.project.setup import prepare

        prepare(tell=lambda _words: None)
        yield
