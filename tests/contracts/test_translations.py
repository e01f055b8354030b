"""The interface is whole in Finnish, Swedish and English."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from conftest import missing

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "aukio"
PARTS = sorted({path.parent for path in SOURCE.rglob("locale")})
NAMED = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")


def catalog(part: Path, language: str) -> Catalog:
    path = part / "locale" / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as source:
        return read_po(source, locale=language)


def texts(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, tuple | list) else [message.string]


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
class TestEachPart:
    def test_has_every_translation(self, part: Path, language: str):
        missing = [m.id for m in catalog(part, language) if m.id and not all(texts(m))]

        assert not missing

    def test_has_no_guessed_translation(self, part: Path, language: str):
        assert not [m.id for m in catalog(part, language) if m.id and m.fuzzy]

    def test_keeps_every_name_to_be_filled_in(self, part: Path, language: str):
        wrong = []
        for message in catalog(part, language):
            ids = message.id if isinstance(message.id, tuple | list) else [message.id]
            allowed = {name for text in ids for pair in NAMED.findall(text) for name in pair}
            for text in texts(message):
                used = {name for pair in NAMED.findall(text) for name in pair}
                if not used <= allowed:
                    wrong.append(message.id)
        assert not wrong


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_every_word_in_the_code_is_in_the_catalogue(part: Path, tmp_path: Path):
    if not shutil.which("xgettext"):
        missing("gettext", "Type: apt-get install -y gettext")
    copy = tmp_path / part.name
    shutil.copytree(part, copy, ignore=shutil.ignore_patterns("node_modules", "*.mo", "build"))
    before = {message.id for message in catalog(copy, "fi") if message.id}
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "-l", "fi", "--no-obsolete", "-v", "0"],
        cwd=copy,
        env={k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"},
        check=True,
        capture_output=True,
    )

    after = {message.id for message in catalog(copy, "fi") if message.id}

    assert not after - before
