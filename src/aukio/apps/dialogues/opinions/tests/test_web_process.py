"""What answers pages starts without arrays: they come with the first file read or written."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
import django
django.setup()
import aukio.project.wsgi
from django.urls import get_resolver
get_resolver().reverse_dict  # every room's pages, as a process has them once it answers
assert "aukio.apps.dialogues.opinions.urls" in sys.modules
print([name for name in ("numpy", "scipy", "pandas") if name in sys.modules])
"""


def test_the_web_process_starts_without_numpy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.splitlines()[-1] == "[]"
