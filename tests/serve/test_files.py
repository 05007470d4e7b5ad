"""A directory's fingerprint changes with any file, and whoever asks waits for no more than two looks."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from app.serve.files import Files, Freshness


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "a.js").write_text("1")
    (tmp_path / "b.css").write_text("2")
    return tmp_path


def edit(directory: Path) -> None:
    (directory / "js" / "a.js").write_text("10")


def add(directory: Path) -> None:
    (directory / "js" / "c.js").write_text("1")


def remove(directory: Path) -> None:
    (directory / "b.css").unlink()


def rename(directory: Path) -> None:
    (directory / "b.css").rename(directory / "c.css")


@pytest.mark.parametrize("change", [edit, add, remove, rename])
def test_every_change_is_noticed(directory: Path, change: Callable[[Path], None]) -> None:
    files = Files(directory)
    before = files.version
    files.look()
    assert files.version == before
    change(directory)
    files.look()
    assert files.version != before
    assert files.version == Files(directory).version
    assert set(files.paths) == {
        path.relative_to(directory).as_posix() for path in directory.rglob("*") if path.is_file()
    }


def test_a_hundred_who_ask_at_once_have_two_looks_and_all_see_the_change(directory: Path) -> None:
    files = Files(directory)
    looks = 0

    class Counted(Files):
        def look(self) -> None:
            nonlocal looks
            looks += 1
            files.look()

    freshness = Freshness(Counted(directory))
    looks = 0

    async def scenario() -> None:
        early = asyncio.create_task(freshness.ensure())
        await asyncio.sleep(0)
        add(directory)
        late = [asyncio.create_task(freshness.ensure()) for _ in range(100)]
        for done in asyncio.as_completed(late):
            await done
            assert "js/c.js" in files.paths
        await early

    asyncio.run(scenario())
    assert looks == 2


def test_looks_take_a_tenth_of_the_time_however_often_somebody_asks(directory: Path) -> None:
    now, looked_at = 0.0, []

    class Slow(Files):
        def look(self) -> None:
            nonlocal now
            looked_at.append(now)
            now += 0.01

    async def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds

    freshness = Freshness(Slow(directory), clock=lambda: now, sleep=sleep)
    looked_at.clear()

    async def scenario() -> None:
        for _ in range(50):
            await freshness.ensure()

    asyncio.run(scenario())
    assert looked_at[1:] == pytest.approx([looked_at[0] + 0.1 * number for number in range(1, 50)])
