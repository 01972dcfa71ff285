import asyncio
import sqlite3
import threading
from urllib.parse import urlsplit

import pytest

from practice_site.environment import database_from_url
from practice_site.front_door.django_threads import THREADS
from practice_site.front_door.threads import Threads


def run(coroutine):
    return asyncio.run(coroutine)


def test_answers_and_errors_come_back_to_who_asked():
    threads = Threads(1, "test")

    async def asked():
        assert await threads.ask(divmod, 7, 2) == (3, 1)
        with pytest.raises(ZeroDivisionError):
            await threads.ask(divmod, 7, 0)
        return await threads.ask(max, 1, 2)

    assert run(asked()) == 2


def test_no_more_run_at_once_than_there_are_and_the_others_wait():
    threads, lock, together = Threads(2, "test"), threading.Barrier(2), set()

    def meet():
        lock.wait()
        together.add(threading.current_thread().name)

    async def asked():
        await asyncio.gather(*[threads.ask(meet) for _number in range(6)])

    run(asked())
    assert together == {"test 0", "test 1"}


def test_who_does_not_wait_any_more_disturbs_nobody():
    threads, go = Threads(1, "test"), threading.Event()

    async def asked():
        threads.ask(go.wait).cancel()
        go.set()
        return await threads.ask(max, 1, 2)

    assert run(asked()) == 2


def test_what_threads_hold_of_a_database_file_is_little():
    """They answer by turns, so each of them has held the same parts of it sooner or later."""
    options = database_from_url(urlsplit("sqlite:///x"))["OPTIONS"]
    connection = sqlite3.connect(":memory:")
    connection.executescript(options["init_command"])
    (size,) = connection.execute("PRAGMA cache_size").fetchone()
    connection.close()
    assert size < 0, "a number of pages, however large they are"
    # One more looks whether anybody has written.
    assert (THREADS + 1) * -size <= 3 * 1024
