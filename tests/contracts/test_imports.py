"""Imports only go down, and rooms meet only through ``public.py``."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ROOT / "src" / "aukio" / "apps"


def imports_of(path: Path) -> set[str]:
    """Every ``aukio`` module a file imports, ``from a import b`` counted as ``a.b``."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.startswith("aukio.")}


def test_the_storeys_keep_their_order():
    result = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("room", sorted(p.name for p in ROOMS.iterdir() if p.is_dir()))
def test_a_room_enters_another_only_through_its_public_door(room: str):
    trespass = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOMS / room).rglob("*.py")
        if "tests" not in path.parts
        for name in imports_of(path)
        if name.startswith("aukio.apps.")
        and name.split(".")[2] != room
        and name.split(".")[3:4] != ["public"]
    ]

    assert not trespass


def test_no_room_is_empty():
    rooms = [path for path in ROOMS.iterdir() if path.is_dir() and path.name != "__pycache__"]

    assert all((room / "urls.py").exists() for room in rooms)


def test_no_source_file_is_longer_than_five_hundred_lines():
    long = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "src").rglob("*.py")
        if "migrations" not in path.parts
        and len(path.read_text(encoding="utf-8").splitlines()) > 500
    ]

    assert not long
