"""The application: pages and socket, put together for one set of settings."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import numpy as np
from fastapi import FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware

from app.serve.base_path import BelowBasePath
from app.serve.framing import Framing
from app.serve.headcount import Headcount
from app.serve.lobby import Lobby
from app.serve.memory import give_back, trim_function
from app.serve.metrics import CountsSockets, Numbers
from app.serve.pages import add_pages
from app.serve.policies import Policies
from app.serve.scheduler import Scheduler
from app.serve.settings import Settings
from app.serve.socket import add_socket
from app.serve.tolls import Tolls
from app.serve.turnstile import Turnstile
from app.serve.work_clock import WorkClock

LOOKS = 10
"""At idle sessions, in the time after which they are let go."""

_OWN_NAMES = ("localhost", "127.0.0.1")
"""Under which health checks on the machine itself ask; no other site can have them."""


def create_app(settings: Settings | None = None, headcount: Headcount | None = None) -> FastAPI:
    """An application; without settings it takes the environment's.

    It shares nothing with any other but how many sessions there are, where a headcount is given.
    """
    settings = settings or Settings()
    work_clock = WorkClock()
    scheduler = Scheduler(work_clock=work_clock)
    turnstile = Turnstile(scheduler.accounts)
    lobby = Lobby(settings.max_sessions, settings.max_sessions_per_address, headcount=headcount)

    @contextlib.asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        with work_clock.watching():
            tasks = [
                asyncio.create_task(_give_turns(scheduler), name="scheduler"),
                asyncio.create_task(_end_idle(lobby, settings.idle_seconds), name="idle"),
                asyncio.create_task(give_back(lobby, trim_function()), name="memory"),
                asyncio.ensure_future(render_ahead()),
            ]
            try:
                yield
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)

    server = FastAPI(title="Chainrule", openapi_url=None, lifespan=lifespan, redirect_slashes=False)
    server.state.lobby = lobby
    server.state.turnstile = turnstile
    server.state.numbers = Numbers(scheduler.tally, lambda: lobby.here, lambda: scheduler.crowd)
    if "*" not in settings.allowed_hosts:
        names = [*settings.allowed_hosts, *_OWN_NAMES]
        server.add_middleware(TrustedHostMiddleware, allowed_hosts=names, www_redirect=False)
    server.add_middleware(Policies)
    render_ahead = add_pages(server, lobby, settings)
    add_socket(server, lobby, scheduler, settings)
    if settings.metrics_port:
        server.add_middleware(CountsSockets, tally=scheduler.tally)
    if settings.base_path:
        server.add_middleware(BelowBasePath, base_path=settings.base_path)
    server.add_middleware(Framing, frame_ancestors=settings.frame_ancestors)
    server.add_middleware(Tolls, turnstile=turnstile, work_clock=work_clock)
    return server


async def _end_idle(lobby: Lobby, seconds: float) -> None:
    while True:
        await asyncio.sleep(seconds / LOOKS)
        lobby.end_idle(seconds)


async def _give_turns(scheduler: Scheduler) -> None:
    # Numbers that overflow are the browser's to see, and no news for the log.
    with np.errstate(all="ignore"):
        await scheduler.run()
