"""What a check asks of a browser engine; a thin driver for each fulfils it."""

from typing import Any, Protocol

Actions = list[dict[str, Any]]
"""Input sources with their actions, in the form that WebDriver and WebDriver BiDi share."""


class Engine(Protocol):
    """One window of a real browser."""

    def navigate(self, address: str) -> None:
        """Load a page and wait until it is complete."""

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression on the page, as JSON can hold it; a promise is awaited."""

    def perform(self, actions: Actions) -> None:
        """Do what a person does with mouse and keys."""

    def resize(self, width: int, height: int) -> None:
        """Give the window about this size, in CSS pixels."""

    def console(self) -> list[str]:
        """Errors and warnings that the engine has told of since it was last asked, where it tells of any."""


class EngineError(RuntimeError):
    """The engine refused what it was asked for; the message is its own."""
