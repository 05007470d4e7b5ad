"""The windows in which people have the page: laptops of schools, desktops, projectors, tablets and phones."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Window:
    """A window's inside, in CSS pixels."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width} × {self.height}"


ZOOMED = Window(720, 450)
"""What a zoom of 200 % leaves of 1440 × 900."""

DESKTOPS = [
    Window(1440, 900),
    Window(1280, 720),
    Window(1366, 657),
    Window(1366, 768),
    Window(1440, 700),
    Window(1536, 730),
    Window(1920, 1080),
    Window(2560, 1440),
    Window(1024, 768),
    Window(960, 540),
    ZOOMED,
]
"""With a mouse, and with scrollbars that take room; the first is where states are reached."""

TOUCH = [Window(390, 844), Window(820, 1180), Window(1024, 768), Window(360, 740)]
"""With fingers; scrollbars lie over the page."""
