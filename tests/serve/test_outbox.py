"""The outbox: nothing that matters is lost or reordered, and nothing grows."""

import asyncio

from app.serve.outbox import ROOM, Outbox


def never() -> None:
    raise AssertionError("it overflowed")


def taken(outbox: Outbox) -> list[str | bytes]:
    """Everything that waits, in the order in which the sender would get it."""

    async def take() -> list[str | bytes]:
        return [await outbox.get() for _ in range(len(outbox))]

    return asyncio.run(take())


def test_events_and_kept_frames_leave_in_the_order_they_came() -> None:
    outbox = Outbox(8, never)
    for message in ("state", b"kept 1", "ack", b"kept 2"):
        outbox.put(message)
    assert taken(outbox) == ["state", b"kept 1", "ack", b"kept 2"]


def test_the_newest_frame_replaces_the_one_that_waits_and_stays_behind_the_events_before_it() -> None:
    outbox = Outbox(8, never)
    outbox.put_frame(b"old")
    outbox.put("state")
    outbox.put_frame(b"new")
    outbox.put("ack")
    assert taken(outbox) == ["state", b"new", "ack"]


def test_a_kept_frame_with_the_same_bytes_survives_a_replacement() -> None:
    outbox = Outbox(8, never)
    outbox.put(bytes(bytearray(b"same")))
    outbox.put_frame(bytes(bytearray(b"same")))
    outbox.put_frame(b"new")
    assert taken(outbox) == [b"same", b"new"]


def test_a_frame_after_one_that_was_taken_replaces_nothing() -> None:
    outbox = Outbox(8, never)
    outbox.put_frame(b"first")
    assert taken(outbox) == [b"first"]
    outbox.put("event")
    outbox.put_frame(b"second")
    assert taken(outbox) == ["event", b"second"]


def test_a_reader_that_stands_still_makes_it_overflow_once_instead_of_grow() -> None:
    overflows: list[int] = []
    outbox = Outbox(3, lambda: overflows.append(len(outbox)))
    for number in range(3):
        outbox.put(f"event {number}")
    assert overflows == []
    outbox.put("one too many")
    outbox.put("and another")
    assert overflows == [3]


def test_after_an_overflow_nothing_follows_the_gap() -> None:
    outbox = Outbox(2, lambda: None)
    for message in ("first", "second", "lost"):
        outbox.put(message)
    assert taken(outbox) == ["first", "second"]
    outbox.put("later")
    outbox.put_frame(b"later")
    assert len(outbox) == 0


def test_ten_thousand_unread_frames_take_the_room_of_one() -> None:
    outbox = Outbox(3, never)
    for number in range(10_000):
        outbox.put_frame(number.to_bytes(4, "little"))
    assert taken(outbox) == [(9_999).to_bytes(4, "little")]


def test_a_waiting_sender_wakes_up_for_what_comes_later() -> None:
    async def scenario() -> str | bytes:
        outbox = Outbox(3, never)
        sender = asyncio.create_task(outbox.get())
        await asyncio.sleep(0)
        outbox.put("event")
        return await sender

    assert asyncio.run(scenario()) == "event"


def test_more_than_its_room_holds_commands_up_until_enough_was_read() -> None:
    outbox = Outbox(1000, never)

    async def scenario() -> None:
        for _ in range(ROOM // 1000):
            await outbox.room()
            outbox.put("x" * 1000)
        assert not outbox.has_room
        waiting = asyncio.create_task(outbox.room())
        await asyncio.sleep(0)
        assert not waiting.done()
        await outbox.get()
        await waiting
        assert outbox.has_room

    asyncio.run(scenario())


def test_frames_that_were_dropped_take_no_room() -> None:
    outbox = Outbox(8, never)
    for _ in range(3):
        outbox.put_frame(bytes(bytearray(ROOM - 1)))
        assert outbox.has_room
