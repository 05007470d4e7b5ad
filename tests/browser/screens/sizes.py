"""The windows in which people have the page: laptops of schools, desktops, projectors, tablets and phones."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Window:
    """A window's inside, in CSS pixels."""

    width: int
    height: int
    zoom: float = 1
    """How many pixels of the screen one CSS pixel has: 2 is the browser's zoom of 200 %."""

    def __str__(self) -> str:
        return f"{self.width} × {self.height}" + (f" at {self.zoom:.0%}" if self.zoom != 1 else "")


DESKTOP = Window(1440, 900)
DESKTOPS = [
    Window(1280, 720),
    Window(1366, 657),
    Window(1366, 768),
    Window(1440, 700),
    DESKTOP,
    Window(1536, 730),
    Window(1920, 1080),
    Window(2560, 1440),
    Window(1024, 768),
    Window(960, 540),
    Window(720, 450, zoom=2),
]
"""With a mouse, and with scrollbars that take room."""

PHONE = Window(390, 844)
TOUCH = [Window(820, 1180), Window(1024, 768), PHONE, Window(360, 740)]
"""With fingers; scrollbars lie over the page."""
