import asyncio

import pytest

from practice_site.front_door.bodies import (
    ALWAYS_HELD,
    ORDINARY,
    UPLOAD,
    Body,
    Left,
    Memory,
    Pace,
    Refused,
)

AT_ONCE = Pace(grace=0, bytes_a_second=1, total=0)


class Sender:
    """Sends ``parts``, and then nothing more: an end, or silence."""

    def __init__(self, *parts, ends=True):
        self.parts, self.ends = list(parts), ends

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.parts:
            return self.parts.pop(0)
        if self.ends:
            raise StopAsyncIteration
        return await asyncio.Event().wait()


def read(sender, length, most=100, pace=ORDINARY, share=None):
    async def run():
        body = Body(sender, length)
        return await body.read(most, pace, share), body

    return asyncio.run(run())


@pytest.mark.parametrize("length", [6, None])
def test_a_body_is_read_to_its_end(length):
    is_whole, body = read(Sender(b"abc", b"def"), length)
    assert (is_whole, body.held.getvalue(), body.is_over) == (True, b"abcdef", True)


def test_no_body_is_whole_at_once():
    assert read(Sender(ends=False), 0)[0]


@pytest.mark.parametrize("length", [None, 1000])
def test_no_more_is_read_than_may_be_held(length):
    sender = Sender(*[b"x" * 50] * 10)
    is_whole, body = read(sender, length)
    assert (is_whole, body.size, len(sender.parts)) == (False, 150, 7)


@pytest.mark.parametrize("parts", [[], [b"abc"]])
def test_whoever_says_nothing_any_more_is_not_waited_for(parts):
    with pytest.raises(Refused) as refused:
        read(Sender(*parts, ends=False), 10, pace=AT_ONCE)
    assert refused.value.status == 408


def test_a_body_that_was_cut_off_is_none():
    with pytest.raises(Left):
        read(Sender(b"abc"), 10)


@pytest.mark.parametrize("pace", [ORDINARY, UPLOAD])
def test_waiting_begins_with_seconds_grows_with_what_came_and_ends(pace):
    waits = [pace.seconds(size) for size in (0, 1, 10_000, 100_000, 10**7, 10**9)]
    assert waits == sorted(waits)
    assert waits[0] <= 15
    assert waits[-1] == waits[-2] <= 300


def test_a_network_and_all_of_them_hold_so_much_and_no_more():
    memory = Memory(most_of_all=100, most_of_one=60)
    with memory.share("one") as first, memory.share("one") as second, memory.share("two") as third:
        first.take(ALWAYS_HELD + 60)
        first.take(ALWAYS_HELD + 60)
        with pytest.raises(Refused) as refused:
            second.take(ALWAYS_HELD + 1)
        assert refused.value.status == 429
        third.take(ALWAYS_HELD + 40)
        with pytest.raises(Refused) as refused, memory.share("three") as fourth:
            fourth.take(ALWAYS_HELD + 1)
        assert refused.value.status == 503
    assert (memory.total, dict(memory.held)) == (0, {})


def test_every_body_may_begin_however_full_it_is():
    memory = Memory(most_of_all=0, most_of_one=0)
    with memory.share("one") as share:
        share.take(ALWAYS_HELD)


def test_what_is_held_is_counted_while_it_is_read():
    memory = Memory(most_of_all=10, most_of_one=10)
    with pytest.raises(Refused), memory.share("one") as share:
        read(Sender(b"x" * ALWAYS_HELD, b"x" * 11), None, most=10**6, share=share)
    assert memory.total == 0
