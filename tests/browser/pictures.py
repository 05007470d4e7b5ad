"""Pictures of the plane, taken when it is drawn to its end, and where two of them differ."""

from playwright.sync_api import Page

PATIENCE = 20
"""Seconds after which a plane that is not drawn to its end, or looks otherwise, is a failure."""

_LAYERS = """() => Object.fromEntries([...document.querySelectorAll('#plane canvas')].map(
  (canvas) => [canvas.className, canvas.toDataURL()]))"""

_DRAWN = f"""async () => {{
  const layers = {_LAYERS};
  const end = performance.now() + {1000 * PATIENCE};
  for (let before = ''; performance.now() < end;) {{
    await new Promise((next) => {{ requestAnimationFrame(next); }});
    const now = document.querySelector('#plane[data-drawn]') ? layers() : null;
    if (now && JSON.stringify(now) === before) return now;
    before = JSON.stringify(now);
  }}
  return null;
}}"""

_DIFFERENCE = f"""async (wanted) => {{
  const layers = {_LAYERS};
  const pixels = async (url) => {{
    const bytes = Uint8Array.from(atob(url.split(',')[1]), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], {{ type: 'image/png' }}));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  }};
  const difference = async (one, other) => {{
    if (!one || !other) return one ? 'there is none now' : 'there was none';
    const [a, b] = [await pixels(one), await pixels(other)];
    if (a.width !== b.width || a.height !== b.height) return `${{a.width}} × ${{a.height}}, now ${{b.width}} × ${{b.height}}`;
    const others = [...Array(a.width * a.height).keys()].filter(
      (at) => [0, 1, 2, 3].some((channel) => a.data[4 * at + channel] !== b.data[4 * at + channel]));
    const [across, down] = [others.map((at) => at % a.width), others.map((at) => Math.floor(at / a.width))];
    const range = (places) => places.reduce(([least, most], at) => [Math.min(least, at), Math.max(most, at)], [Infinity, -Infinity]);
    return `${{others.length}} pixels, x ${{range(across).join('–')}}, y ${{range(down).join('–')}}`;
  }};
  const end = performance.now() + {1000 * PATIENCE};
  for (;;) {{
    await new Promise((next) => {{ requestAnimationFrame(next); }});
    const isDrawn = document.querySelector('#plane[data-drawn]') !== null;
    const now = layers();
    const names = [...new Set([...Object.keys(wanted), ...Object.keys(now)])].filter((name) => now[name] !== wanted[name]);
    if (isDrawn && names.length === 0) return [];
    if (performance.now() < end) continue;
    const found = await Promise.all(names.map(async (name) => `${{name}}: ${{await difference(wanted[name], now[name])}}`));
    return isDrawn ? found : ['it is not drawn to its end', ...found];
  }}
}}"""  # noqa: E501


def drawn(page: Page) -> dict[str, str]:
    """The plane's layers as they stay."""
    layers: dict[str, str] | None = page.evaluate(_DRAWN)
    assert layers is not None, "the plane was never drawn to its end"
    return layers


def expect_drawn(page: Page, before: dict[str, str]) -> None:
    """Waits until the plane looks as it did; else tells which of its layers differs where."""
    found: list[str] = page.evaluate(_DIFFERENCE, before)
    assert not found, f"the plane does not look as it did: {'; '.join(found)}"
