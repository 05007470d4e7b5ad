"""Memory goes back to the system after sessions have ended: not without need, and not for each of a rush."""

import asyncio

from app.serve.accounts import AddressAccount, SessionAccount
from app.serve.lobby import Lobby
from app.serve.memory import give_back, trim_function


def test_what_a_rush_leaves_is_given_back_once() -> None:
    async def scenario() -> list[str]:
        seen: list[str] = []
        rested, wake = asyncio.Event(), asyncio.Event()

        async def sleep(_: float) -> None:
            seen.append("rest")
            rested.set()
            await wake.wait()

        lobby, trimmed = Lobby(10), asyncio.Event()
        loop = asyncio.get_running_loop()

        def trim() -> None:
            seen.append("trim")
            loop.call_soon_threadsafe(trimmed.set)

        task = asyncio.create_task(give_back(lobby, trim, sleep))
        with lobby.admit(SessionAccount(AddressAccount(""))):
            await asyncio.sleep(0)
            seen.append("one")
        await rested.wait()
        for _ in range(5):
            with lobby.admit(SessionAccount(AddressAccount(""))):
                seen.append("more")
        wake.set()
        await trimmed.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return seen

    assert asyncio.run(scenario()) == ["one", "rest", *["more"] * 5, "trim"]


def test_the_system_has_a_way_or_does_without() -> None:
    trim_function()()
