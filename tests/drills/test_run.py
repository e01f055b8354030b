"""``aukio run`` on an empty data folder: the main job can be seen, and Ctrl-C ends it cleanly."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("", "plan/", "plan/1.1.1/", "dialogues/", "dialogues/arjen-turva-2026/")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Running:
    """``aukio run`` with a data folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.folder = folder
        self.log = folder / "run.log"

    def start(self) -> float:
        """Start, and return after how many seconds the front page answered."""
        environment = {
            **os.environ,
            "AUKIO_DATA_DIR": str(self.folder / "var"),
            "AUKIO_MODE": "development",
            "AUKIO_SAMPLE": "yes",
            "DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "aukio.project.settings",
        }
        begun = time.monotonic()
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "aukio", "run", "--port", str(self.port)],
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        while time.monotonic() - begun < 120:
            assert self.process.poll() is None, self.log.read_text()
            try:
                if self.status("/fi/") == 200:
                    return time.monotonic() - begun
            except OSError:
                time.sleep(0.2)
        raise AssertionError(self.log.read_text())

    def status(self, address: str) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", address)
            return connection.getresponse().status
        finally:
            connection.close()

    def page(self, address: str) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", address)
            return connection.getresponse().read().decode()
        finally:
            connection.close()

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=30)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    house = Running(tmp_path_factory.mktemp("run"))
    house.start()
    yield house
    if house.process.poll() is None:
        house.stop()


@pytest.fixture
def running(house: Running) -> Running:
    """The house, open: whichever test came before may have closed it."""
    if house.process.poll() is not None:
        house.start()
    return house


@pytest.mark.xdist_group("run")
class TestAFirstStart:
    @pytest.mark.parametrize("language", ["fi", "sv", "en"])
    @pytest.mark.parametrize("page", PAGES)
    def test_shows_the_page(self, running: Running, language: str, page: str):
        assert running.status(f"/{language}/{page}") == 200

    @pytest.mark.parametrize(
        ("language", "words"), [("fi", "Siirry"), ("sv", "Gå till sidans"), ("en", "Skip")]
    )
    def test_speaks_the_readers_language(self, running: Running, language: str, words: str):
        assert words in running.page(f"/{language}/")

    def test_offers_sample_people_to_try_the_service_as(self, running: Running):
        page = running.page("/en/account/login/")

        assert "Try as Saara Malli" in page
        assert "Core group of dialogues" in page

    def test_has_a_worker_that_is_alive(self, running: Running):
        environment = {**os.environ, "AUKIO_DATA_DIR": str(running.folder / "var")}
        environment |= {"DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "aukio.project.settings"}
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            doctor = subprocess.run(
                [sys.executable, "-m", "aukio", "doctor"],
                cwd=ROOT,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            if doctor.returncode == 0:
                break
        assert doctor.returncode == 0, doctor.stdout + doctor.stderr


@pytest.mark.xdist_group("run")
def test_ctrl_c_stops_web_and_worker_and_a_second_start_finds_everything_there(running: Running):
    assert running.stop() == 0, running.log.read_text()
    running.log.write_text("")

    running.start()

    log = running.log.read_text()
    assert "Loading" not in log
    assert "Preparing" not in log
    assert running.stop() == 0
    with pytest.raises(OSError):  # noqa: PT011 - any refusal will do
        running.status("/fi/")


def test_a_port_in_use_is_told_and_nothing_is_started(tmp_path: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        refused = subprocess.run(
            [sys.executable, "-m", "aukio", "run", "--port", str(taken.getsockname()[1])],
            cwd=ROOT,
            env={
                **os.environ,
                "AUKIO_DATA_DIR": str(tmp_path / "var"),
                "AUKIO_MODE": "development",
            },
            capture_output=True,
            text=True,
            check=False,
        )

    assert refused.returncode == 2
    assert "is in use" in refused.stderr
    assert not (tmp_path / "var").exists()
