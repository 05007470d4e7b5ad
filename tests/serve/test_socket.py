"""Who gets in, and what ends a connection."""

import pytest

from tests.serve.browser import Browser, points, sessions
from tests.serve.conftest import StartServer


def test_an_own_page_and_what_is_no_browser_get_in(port: int) -> None:
    with Browser(port, origin=f"http://127.0.0.1:{port}") as page, Browser(port) as program:
        assert page.event("welcome")
        assert program.event("welcome")


@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1:1", "null"])
def test_another_sites_page_is_turned_away_by_a_code_that_it_can_read(port: int, origin: str) -> None:
    with Browser(port, origin=origin) as foreign:
        assert foreign.close_code() == 4403
        assert "CHAINRULE_ALLOWED_ORIGINS" in str(foreign.connection.close_reason)
    assert sessions(port) == 0


def test_a_site_that_the_settings_name_gets_in(start_server: StartServer) -> None:
    port = start_server(allowed_origins="https://school.example")
    with Browser(port, origin="https://school.example") as page:
        assert page.event("welcome")


def test_a_full_server_says_try_again_later_and_has_room_when_one_leaves(start_server: StartServer) -> None:
    port = start_server(max_sessions=2)
    with Browser(port) as first:
        first.event("welcome")
        with Browser(port) as second:
            second.event("welcome")
            assert sessions(port) == 2
            with Browser(port) as third:
                assert third.close_code() == 1013
        first.ask("pause")
        with Browser(port) as fourth:
            assert fourth.event("welcome")


def test_a_message_that_is_too_large_closes_only_its_own_connection(start_server: StartServer) -> None:
    port = start_server(max_message_bytes=4096)
    with Browser(port) as large, Browser(port) as small:
        large.connection.send("x" * 5000)
        assert large.close_code() == 1009
        small.ask("add_points", points=points((0, 0, 0)))


def test_too_many_commands_close_the_connection(start_server: StartServer) -> None:
    port = start_server(max_commands_per_second=10)
    with Browser(port) as browser:
        for _ in range(21):
            browser.send("pause")
        assert browser.close_code() == 1008


def test_a_burst_of_two_seconds_commands_is_fine(start_server: StartServer) -> None:
    port = start_server(max_commands_per_second=10)
    with Browser(port) as browser:
        ids = [browser.send("pause") for _ in range(20)]
        assert browser.answer_to(ids[-1]).last["type"] == "ack"


def test_commands_are_answered_in_their_order(trained: Browser) -> None:
    trained.ask("train")
    ids = []
    for number in range(50):
        ids.append(trained.send("add_points", points=points((0, 0, number % 2), first_id=1000 + number)))
        ids.append(trained.send("remove_points", ids=[5000]))
    answer = trained.answer_to(ids[-1])
    answers = [event for event in [*answer.events, answer.last] if event["type"] in {"ack", "error"}]
    assert [event["id"] for event in answers] == ids
    assert [event["type"] for event in answers] == ["ack", "error"] * 50
    revisions = [event["revision"] for event in answers if event["type"] == "ack"]
    assert revisions == list(range(revisions[0], revisions[0] + 50))


def test_a_session_ends_with_its_connection(start_server: StartServer) -> None:
    port = start_server()
    with Browser(port) as browser:
        browser.ask("generate", dataset="xor", count=50, noise=0, test_share=0, seed=1)
        browser.ask("train")
        assert sessions(port) == 1
    with Browser(port) as other:
        other.ask("pause")
        while sessions(port) != 1:
            other.ask("pause")


def test_a_connection_that_breaks_off_harms_nobody(start_server: StartServer) -> None:
    port = start_server()
    with Browser(port) as other:
        other.event("welcome")
        with Browser(port) as browser:
            browser.ask("generate", dataset="xor", count=50, noise=0, test_share=0, seed=1)
            browser.ask("train")
            browser.connection.socket.close()
        while sessions(port) != 1:
            other.ask("pause")
