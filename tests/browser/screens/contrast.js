/**
 * Which texts can't be told from their ground: colours, opacities, and the pixels of the canvases beneath.
 */
(() => {
  const CONTRAST = { text: 4.5, large: 3, faded: 3 };
  /** From this size, in CSS pixels, a text is large. */
  const LARGE = { any: 24, bold: 18.66 };

  /** A text's box with some of what is round it, so that its letters are not the most of it. */
  const widened = ({ left, top, right, bottom }) => ({ left: left - 4, top: top - 4, right: right + 4, bottom: bottom + 4 });
  const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const colours = new Map();
  /** A colour as red, green, blue (0..255) and opacity. */
  window.colourOf = function colourOf(css) {
    if (!colours.has(css)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = css;
      pen.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
      colours.set(css, [red, green, blue, alpha / 255]);
    }
    return colours.get(css);
  };
  const over = ([r, g, b, alpha], ground) => [r, g, b].map((value, at) => value * alpha + ground[at] * (1 - alpha));
  const luminance = (colour) => {
    const [r, g, b] = colour.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };

  /** Pixels of canvases, read once in a measurement: each reading waits for the browser's renderer. */
  function createPixels() {
    const kept = new Map();
    const pixelsOf = (canvas) => {
      if (!kept.has(canvas)) {
        const { width, height } = canvas;
        const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
        copy.drawImage(canvas, 0, 0);
        kept.set(canvas, new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer));
      }
      return kept.get(canvas);
    };
    /** The colour that most pixels of a canvas have in a box of the page. */
    return (canvas, box) => {
      const pixels = pixelsOf(canvas);
      const place = canvas.getBoundingClientRect();
      const scale = canvas.width / place.width;
      const within = (value, most) => Math.min(most - 1, Math.max(0, Math.round(value * scale)));
      const counts = new Map();
      const bottom = within(box.bottom - place.top, canvas.height);
      const right = within(box.right - place.left, canvas.width);
      for (let y = within(box.top - place.top, canvas.height); y <= bottom; y += 1) {
        for (let x = within(box.left - place.left, canvas.width); x <= right; x += 1) {
          const pixel = pixels[y * canvas.width + x];
          counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
        }
      }
      const [[most]] = [...counts].sort((a, b) => b[1] - a[1]);
      return [most & 255, (most >> 8) & 255, (most >> 16) & 255, (most >>> 24) / 255];
    };
  }

  /** What lies under a text: grounds of its ancestors, and canvases beneath it. */
  function groundUnder({ element, box, drawn }, commonColour) {
    const grounds = [];
    for (let at = element; at; at = at.parentElement) {
      const ground = window.colourOf(getComputedStyle(at).backgroundColor);
      if (ground[3] > 0) grounds.push(ground);
      if (ground[3] === 1) break;
      const siblings = at.parentElement ? [...at.parentElement.querySelectorAll('canvas')] : [];
      for (const canvas of siblings.reverse()) {
        if (at !== canvas && at.contains(canvas)) continue;
        if (drawn && canvas.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) continue;
        const place = canvas.getBoundingClientRect();
        if (!canvas.width || !meets(place, box)) continue;
        grounds.push(commonColour(canvas, widened(box)));
      }
      if (siblings.length > 0) break;
    }
    const paper = window.colourOf(getComputedStyle(document.documentElement).backgroundColor);
    return grounds.reverse().reduce((below, ground) => over(ground, below), paper);
  }

  /** Texts that can't be told from their ground. */
  window.findFaint = (texts, where) => {
    const commonColour = createPixels();
    return texts.flatMap((text) => {
      if (text.kind === 'icon' || !text.seen) return [];
      const { element, around, drawn } = text;
      // Figures out of sight take up a scheme when the browser rests, or when they come into sight: this looks at each height.
      if (drawn && (text.seen.top >= innerHeight || text.seen.bottom <= 0)) return [];
      const style = getComputedStyle(element);
      const inSvg = element.closest('svg text');
      const css = drawn ? drawn.colour : inSvg ? style.fill : style.color;
      let ground = groundUnder(text, commonColour);
      const opacity = around.opacity * (drawn?.alpha ?? 1);
      if (drawn?.halo) {
        const [red, green, blue, most] = window.colourOf(drawn.halo.colour);
        ground = over([red, green, blue, most * around.opacity * drawn.halo.alpha], ground);
      }
      const [r, g, b, alpha] = window.colourOf(css);
      const ratio = contrast(over([r, g, b, alpha * opacity], ground), ground);
      const size = drawn?.size ?? parseFloat(style.fontSize);
      const weight = drawn?.weight ?? Number(style.fontWeight);
      const isLarge = size >= LARGE.any || (size >= LARGE.bold && weight >= 600);
      const least = opacity < 1 ? CONTRAST.faded : isLarge ? CONTRAST.large : CONTRAST.text;
      return ratio < least - 0.05 ? [`faint: “${text.name}” has ${ratio.toFixed(2)} of ${least} (${where(text)})`] : [];
    });
  };
})();
