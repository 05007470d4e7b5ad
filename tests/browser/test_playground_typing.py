"""What somebody types is theirs until they leave the field."""

import re

from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.playground import Playground

NO_WORKER = "Object.defineProperty(window, 'crossOriginIsolated', { value: false })"
"""The connection stands in the page itself, where a test can reach it."""


def test_what_is_being_typed_outlives_the_answer_to_an_earlier_change(page: Page) -> None:
    """The server's answer comes between two keys: the field keeps what was typed, and it is what is sent."""
    held: list[str | bytes] | None = None
    answers: list[WebSocketRoute] = []

    def through(client: WebSocketRoute) -> None:
        server = client.connect_to_server()
        answers.append(client)
        server.on_message(lambda message: client.send(message) if held is None else held.append(message))

    page.add_init_script(NO_WORKER)
    page.route_web_socket("**/socket", through)
    playground = Playground(page)
    popover = playground.open_setting("0.1")
    held = []
    popover.get_by_role("radio", name=re.compile("^Falls like a cosine")).click()
    field = popover.get_by_role("textbox", name="Learning rate", exact=True)
    field.fill("0.07")
    for message in held:
        answers[-1].send(message)
    held = None
    expect(popover.get_by_role("textbox", name="Steps of the fall")).to_be_visible()
    expect(field).to_have_value("0.07")
    field.press("Tab")
    expect(playground.run_sentence.get_by_role("button", name="0.07")).to_be_visible()
