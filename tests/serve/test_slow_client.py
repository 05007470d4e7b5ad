"""A browser that does not read costs the server a bounded amount, and nobody else anything."""

from tests.serve.browser import Browser, Frame, sessions
from tests.serve.conftest import StartServer
from tests.serve.receiver import small_receiver


def test_who_reads_late_gets_the_newest_frame_soon_and_not_a_long_past(start_server: StartServer) -> None:
    port = start_server()
    with Browser(port, sock=small_receiver(port), max_queue=1) as slow, Browser(port) as quick:
        for browser in (slow, quick):
            browser.ask("generate", dataset="xor", count=50, noise=0, test_share=0, seed=1)
        slow.ask("configure", changes={"hidden": [16, 16, 16]})
        slow.ask("train")
        quick.ask("speed", updates_per_second=60)
        quick.ask("train")
        # Two seconds in which the slow one reads nothing, told by the clock of the other one's training.
        quick.frame(lambda frame: frame.step >= 120)
        messages = slow.until(lambda message: isinstance(message, Frame) and message.step > 0)
        slow.send("pause")
        messages += slow.until(lambda message: isinstance(message, dict) and message["type"] == "ack")
    frames = [message for message in messages if isinstance(message, Frame)]
    # At 60 frames a second, 120 were due; what was waiting is a few buffers' worth.
    assert 1 < len(frames) < 60
    steps = [frame.step for frame in frames]
    assert steps == sorted(steps)
    assert frames[-1].kept


def test_who_lets_events_pile_up_is_closed(start_server: StartServer) -> None:
    port = start_server(max_waiting_messages=8, max_commands_per_second=10_000)
    with Browser(port, sock=small_receiver(port), max_queue=1) as slow, Browser(port) as other:
        slow.ask("generate", dataset="xor", count=2000, noise=0, test_share=0, seed=1)
        for _ in range(40):
            slow.send("configure", changes={})
        while sessions(port) == 2:
            other.ask("pause")
        assert slow.close_code() == 1008
        other.ask("pause")
