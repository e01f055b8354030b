"""Recurring small work goes on even when one turn fails."""

from __future__ import annotations

import threading

from aukio.shared.jobs.chores import Chore, Keeper, registered


def test_a_chore_that_fails_is_tried_again_at_its_next_turn(caplog):
    turns = threading.Semaphore(0)

    def fail() -> None:
        turns.release()
        raise ValueError("once")

    keeper = Keeper([Chore("failing", 0.01, fail)])
    keeper.start()
    try:
        assert turns.acquire(timeout=5)
        assert turns.acquire(timeout=5)
    finally:
        keeper.stop()
    assert "Chore failing failed" in caplog.text


def test_a_stopped_keeper_does_nothing_more():
    done: list[int] = []
    keeper = Keeper([Chore("counting", 0.01, lambda: done.append(1))])
    keeper.start()
    keeper.stop()
    after = len(done)

    assert threading.Event().wait(0.05) is False
    assert len(done) == after


def test_mail_and_expired_files_are_among_the_chores():
    assert {"mail", "mail-forget", "files-expired"} <= {chore.name for chore in registered()}
