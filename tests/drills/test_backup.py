"""A backup brings everything back, and a damaged one replaces nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


class House:
    """An Aukio with a data folder and a database of its own."""

    def __init__(self, folder: Path, database_url: str = "") -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "AUKIO_DATA_DIR": str(folder / "var"),
            "DATABASE_URL": database_url,
            "DJANGO_SETTINGS_MODULE": "aukio.project.settings",
            "AUKIO_SAMPLE": "",
        }

    def type(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "aukio", *words],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def python(self, code: str) -> str:
        done = self.type("django", "shell", "-v", "0", "-c", code)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def add(self, name: str) -> None:
        self.python(
            "from aukio.shared.files.actions import keep;"
            f"keep(by=None, name={name!r}, content=b'sanat')"
        )

    def files(self) -> str:
        return self.python(
            "from aukio.shared.files.models import StoredFile;"
            "print([(f.name, f.content.read()) for f in StoredFile.objects.order_by('pk')])"
        )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an Aukio just set up: building one takes long, copying it does not."""
    folder = tmp_path_factory.mktemp("house")
    (folder / "var").mkdir()
    assert House(folder).type("django", "migrate", "-v", "0").returncode == 0
    return folder


@pytest.fixture
def house(built: Path, tmp_path: Path) -> House:
    shutil.copytree(built / "var", tmp_path / "var")
    return House(tmp_path)


@pytest.mark.xdist_group("backup")
def test_everything_comes_back(house: House, tmp_path: Path):
    house.add("ennen.txt")
    made = house.type("backup", str(tmp_path / "copy.tar.gz"))
    house.add("jälkeen.txt")

    restored = house.type("restore", str(tmp_path / "copy.tar.gz"), "--yes")

    assert made.returncode == 0, made.stderr
    assert restored.returncode == 0, restored.stderr
    assert house.files() == "[('ennen.txt', b'sanat')]"


@pytest.mark.xdist_group("backup")
def test_a_damaged_backup_replaces_nothing(house: House, tmp_path: Path):
    house.add("ennen.txt")
    copy = tmp_path / "copy.tar.gz"
    house.type("backup", str(copy))
    copy.write_bytes(copy.read_bytes()[:-2000])

    refused = house.type("restore", str(copy), "--yes")

    assert refused.returncode == 2
    assert "not a whole Aukio backup" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert house.files() == "[('ennen.txt', b'sanat')]"


@pytest.mark.xdist_group("backup")
def test_a_backup_that_someone_has_changed_is_refused(house: House, tmp_path: Path):
    house.add("ennen.txt")
    copy, home = tmp_path / "copy.tar.gz", tmp_path / "inside"
    house.type("backup", str(copy))
    with tarfile.open(copy) as tar:
        tar.extractall(home, filter="data")
    (home / "aukio.sqlite3").write_bytes(b"another database")
    with tarfile.open(copy, "w:gz") as tar:
        for path in home.iterdir():
            tar.add(path, path.name)

    assert "damaged" in house.type("restore", str(copy), "--yes").stderr


@pytest.mark.xdist_group("backup")
def test_a_place_that_cannot_be_written_is_told(house: House, tmp_path: Path):
    refused = house.type("backup", str(tmp_path / "not-there" / "copy.tar.gz"))

    assert refused.returncode == 2
    assert "could not be written" in refused.stderr


@pytest.mark.postgres
def test_everything_comes_back_on_postgresql(postgres_url: str, tmp_path: Path):
    import psycopg

    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS aukio_backup")
        connection.execute("CREATE DATABASE aukio_backup")
    (tmp_path / "var").mkdir()
    house = House(tmp_path, postgres_url.replace("/postgres", "/aukio_backup"))
    assert house.type("django", "migrate", "-v", "0").returncode == 0
    house.add("ennen.txt")
    assert house.type("backup", str(tmp_path / "copy.tar.gz")).returncode == 0
    house.add("jälkeen.txt")

    restored = house.type("restore", str(tmp_path / "copy.tar.gz"), "--yes")

    assert restored.returncode == 0, restored.stderr
    assert house.files() == "[('ennen.txt', b'sanat')]"
