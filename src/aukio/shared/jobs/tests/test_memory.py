"""The worker gives memory back after each task; other C libraries are left as they are."""

import resource
import sys
from pathlib import Path

import pytest
from django_tasks.signals import task_finished

from aukio.shared.jobs import memory


@pytest.fixture
def listening():
    memory.keep_small()
    yield
    task_finished.disconnect(dispatch_uid="jobs.memory")


def test_a_finished_task_gives_memory_back(monkeypatch, listening):
    released = []
    monkeypatch.setattr(memory.text, "release", lambda: released.append(True))
    task_finished.send(sender=None, task_result=_Result())
    assert released == [True]


def test_to_start_twice_gives_back_once(monkeypatch, listening):
    memory.keep_small()
    released = []
    monkeypatch.setattr(memory.text, "release", lambda: released.append(True))
    task_finished.send(sender=None, task_result=_Result())
    assert released == [True]


def test_another_c_library_is_left_as_it_is(monkeypatch, listening):
    monkeypatch.setattr(memory.ctypes, "CDLL", lambda _name: object())
    memory.give_back()
    monkeypatch.setattr(sys, "platform", "darwin")
    memory.give_back()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_what_was_freed_is_no_longer_resident():
    def resident() -> int:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * resource.getpagesize() >> 20

    pieces = [bytes(4_000) for _ in range(25_000)]  # 100 MB in pieces too small for mmap
    last = bytes(4_000)
    full = resident()
    del pieces
    memory.give_back()
    assert resident() < full - 50
    assert len(last) == 4_000


class _Result:
    id, status = "1", "SUCCESSFUL"

    class task:  # noqa: N801 - as the library names it
        module_path = "nothing"
