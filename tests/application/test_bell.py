"""Whoever waits for something to move hears of it, however close it was."""

import time
from threading import Thread

from application.shared.bell import Bell


def test_a_ring_before_the_waiting_began_is_heard() -> None:
    bell = Bell()
    since = bell.rung
    bell.ring()

    began = time.monotonic()
    bell.wait(30, since)

    assert time.monotonic() - began < 10


def test_a_ring_while_waiting_is_heard() -> None:
    bell = Bell()
    ringer = Thread(target=bell.ring)

    began = time.monotonic()
    ringer.start()
    bell.wait(30, 0)
    ringer.join()

    assert time.monotonic() - began < 10


def test_where_nothing_rings_the_wait_ends_by_itself() -> None:
    bell = Bell()

    bell.wait(0.01, bell.rung)

    assert bell.rung == 0
