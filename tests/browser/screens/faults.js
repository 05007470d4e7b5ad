/**
 * What is wrong with the picture that the page shows now: texts that overlap or are cut, controls out of reach, contrast too small.
 *
 * Everything is measured from boxes; what may lie over other things is told by structure: what the browser puts into its top layer,
 * and what sticks to the window on a ground of its own. Runs before the page's scripts and leaves `window.findFaults`.
 */
(() => {
  /** This much of a line's height, above and below, is air. */
  const AIR = 0.22;
  /** Boxes are rounded: less than this, in CSS pixels, is no overlap and no cut. */
  const SLACK = 1.5;
  const CONTROLS = 'button, a[href], input, select, summary, textarea, [role=button], [role=radio], [role=switch], [role=slider]';
  const HARD = /hidden|clip/;
  const SOFT = /auto|scroll/;
  const CONTRAST = { text: 4.5, large: 3, faded: 3 };
  const LARGE = { any: 24, bold: 18.66 };

  const boxOf = ({ left, top, right, bottom }) => ({ left, top, right, bottom });
  const isEmpty = ({ left, top, right, bottom }) => right - left < 0.5 || bottom - top < 0.5;
  const common = (a, b) => ({
    left: Math.max(a.left, b.left), right: Math.min(a.right, b.right), top: Math.max(a.top, b.top), bottom: Math.min(a.bottom, b.bottom),
  });
  const overlap = (a, b) => {
    const both = common(a, b);
    return both.right - both.left > SLACK && both.bottom - both.top > SLACK;
  };

  /** What the ancestors of an element do to it; kept for one measurement. */
  function createSurroundings() {
    const known = new Map();
    const root = document.documentElement;
    const bodyStyle = getComputedStyle(document.body);
    const outer = { hidden: false, opacity: 1, clips: [], layer: null };
    const page = boxOf({ left: 0, top: -Infinity, right: root.clientWidth, bottom: Infinity });
    if (HARD.test(bodyStyle.overflowY)) Object.assign(page, { top: 0, bottom: innerHeight });
    const within = { box: page, x: 'hard', y: 'hard' };
    const ofWindow = { box: { left: 0, top: 0, right: root.clientWidth, bottom: innerHeight }, x: 'hard', y: 'hard' };

    return function surroundings(element) {
      if (!element || element === root) return { ...outer, clips: [within] };
      const before = known.get(element);
      if (before) return before;
      const style = getComputedStyle(element);
      const parent = surroundings(element.parentElement);
      const isOnTop = element.matches(':popover-open, dialog:modal');
      const isFixed = style.position === 'fixed' || isOnTop;
      const frame = element.offsetParent && style.position === 'absolute' ? surroundings(element.offsetParent) : parent;
      const clips = isFixed ? [ofWindow] : [...frame.clips];
      const box = element.getBoundingClientRect();
      const tiny = box.width <= 1.5 && box.height <= 1.5 && HARD.test(style.overflowX);
      const made = {
        hidden: parent.hidden || tiny || style.clip !== 'auto' || /inset\(50%\)/.test(style.clipPath) || style.visibility !== 'visible',
        opacity: (isOnTop ? 1 : parent.opacity) * Number(style.opacity),
        clips,
        layer: isFixed || style.position === 'sticky' ? element : parent.layer,
      };
      if (element !== document.body && !(element instanceof SVGElement) && style.display !== 'inline') {
        const kind = (overflow) => (HARD.test(overflow) ? 'hard' : SOFT.test(overflow) ? 'soft' : null);
        const [x, y] = [kind(style.overflowX), kind(style.overflowY)];
        if (x || y) made.clips = [{ box: boxOf(box), x, y }, ...clips];
      }
      known.set(element, made);
      return made;
    };
  }

  /** What of a box can be seen, and whether something that does not scroll cuts it. */
  function look(box, { clips }) {
    let seen = { ...box };
    let cut = false;
    for (const { box: edge, x, y } of clips) {
      const next = { ...seen };
      if (x) [next.left, next.right] = [Math.max(seen.left, edge.left), Math.min(seen.right, edge.right)];
      if (y) [next.top, next.bottom] = [Math.max(seen.top, edge.top), Math.min(seen.bottom, edge.bottom)];
      const loses = (axis, from, to) => axis === 'hard' && (next[from] - seen[from] > SLACK || seen[to] - next[to] > SLACK);
      if (loses(x, 'left', 'right') || loses(y, 'top', 'bottom')) cut = true;
      if (isEmpty(next) && !cut) return { seen: null, cut: false };
      seen = next;
    }
    return { seen, cut };
  }

  const inAir = ({ left, top, right, bottom }) => {
    const air = (bottom - top) * AIR;
    return { left: left + 0.5, right: right - 0.5, top: top + air, bottom: bottom - air };
  };

  /** What belongs together, so that its parts may touch: a formula, a word of a drawing. */
  const whole = (element) => element.closest('.katex') ?? element.closest('svg text') ?? null;

  /** Words of the document, a line at a time. */
  function documentTexts(surroundings) {
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if (!node.data.trim() || !element || element.closest('script, style, noscript, option, .katex-mathml')) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const around = surroundings(element);
      if (around.hidden || around.opacity < 0.02) continue;
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width < 0.5) continue;
        texts.push({ kind: 'text', name: node.data.trim().slice(0, 50), element, around, box: inAir(rect), whole: whole(element) });
      }
    }
    return texts;
  }

  /** What a person has typed or picked, and pictures that stand for words on controls. */
  function controlMarks(surroundings) {
    return [...document.querySelectorAll(':is(button, a, label, summary) svg')].flatMap((element) => {
      const around = surroundings(element);
      if (around.hidden || !element.checkVisibility({ visibilityProperty: true })) return [];
      const control = element.closest('button, a, label, summary');
      return [{ kind: 'icon', name: `icon of ${nameOf(control)}`, element, around, box: boxOf(element.getBoundingClientRect()), whole: element }];
    });
  }

  /** Words on canvases, from their pixels to the page's. */
  function canvasTexts(surroundings) {
    return [...document.querySelectorAll('canvas')].flatMap((canvas) => {
      if (!canvas.written?.length || !canvas.checkVisibility({ visibilityProperty: true })) return [];
      const around = surroundings(canvas);
      if (around.hidden) return [];
      const place = canvas.getBoundingClientRect();
      const scale = place.width / canvas.width;
      const edge = { box: boxOf(place), x: 'hard', y: 'hard' };
      return canvas.written.map((text) => ({
        kind: 'drawn', name: text.text, element: canvas, whole: null, drawn: text,
        around: { ...around, clips: [edge, ...around.clips] },
        box: {
          left: place.left + text.left * scale, right: place.left + text.right * scale,
          top: place.top + text.top * scale, bottom: place.top + text.bottom * scale,
        },
      }));
    });
  }

  function nameOf(element) {
    const words = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40);
    return `${element.id ? `#${element.id}` : `${element.localName}.${element.getAttribute('class') ?? ''}`} “${words}”`;
  }

  /** Whether one of two layers is meant to lie over the other: it has a ground of its own there. */
  function isMeantToCover(a, b) {
    if (a.around.layer === b.around.layer) return false;
    return [a, b].some(({ around: { layer } }, at) => {
      const other = at === 0 ? b : a;
      if (!layer || layer.contains(other.element)) return false;
      return layer.matches(':popover-open, dialog:modal') || hasGround(layer, other.element);
    });
  }

  /** Whether an element, or one in it that holds neither text alone, paints a full ground. */
  function hasGround(layer) {
    return colourOf(getComputedStyle(layer).backgroundColor)[3] === 1;
  }

  function overlaps(texts) {
    const found = [];
    const sorted = texts.filter(({ seen }) => seen).sort((a, b) => a.seen.left - b.seen.left);
    sorted.forEach((a, at) => {
      for (let next = at + 1; next < sorted.length && sorted[next].seen.left < a.seen.right; next += 1) {
        const b = sorted[next];
        if (a.whole !== null && a.whole === b.whole) continue;
        if (a.kind === 'icon' && b.element.contains(a.element)) continue;
        if (overlap(a.seen, b.seen) && !isMeantToCover(a, b)) found.push(`overlap: “${a.name}” and “${b.name}” (${where(a)}, ${where(b)})`);
      }
    });
    return found;
  }

  const where = ({ element, box }) => `${nearestName(element)} at ${Math.round(box.left)},${Math.round(box.top)}`;
  const nearestName = (element) => {
    const named = element.closest('[id], [class]');
    return named.id ? `#${named.id}` : `.${String(named.getAttribute('class')).split(' ').join('.')}`;
  };

  function controlsOut(surroundings) {
    return [...document.querySelectorAll(CONTROLS)].flatMap((element) => {
      if (!element.checkVisibility({ visibilityProperty: true })) return [];
      const around = surroundings(element);
      if (around.hidden) return [];
      return [...element.getClientRects()].some((rect) => look(boxOf(rect), around).cut) ? [`out: ${nameOf(element)}`] : [];
    });
  }

  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const colours = new Map();
  /** A colour as red, green, blue (0..255) and opacity. */
  function colourOf(css) {
    if (!colours.has(css)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = css;
      pen.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
      colours.set(css, [red, green, blue, alpha / 255]);
    }
    return colours.get(css);
  }
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
      const ground = colourOf(getComputedStyle(at).backgroundColor);
      if (ground[3] > 0) grounds.push(ground);
      if (ground[3] === 1) break;
      const siblings = at.parentElement ? [...at.parentElement.querySelectorAll('canvas')] : [];
      for (const canvas of siblings.reverse()) {
        if (at !== canvas && at.contains(canvas)) continue;
        if (drawn && canvas.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) continue;
        const place = canvas.getBoundingClientRect();
        if (!canvas.width || isEmpty(common(place, box))) continue;
        grounds.push(commonColour(canvas, box));
      }
      if (siblings.length > 0) break;
    }
    const paper = colourOf(getComputedStyle(document.documentElement).backgroundColor);
    return grounds.reverse().reduce((below, ground) => over(ground, below), paper);
  }

  /** Texts that can't be told from their ground. */
  function faint(texts) {
    const commonColour = createPixels();
    return texts.flatMap((text) => {
      if (text.kind === 'icon' || !text.seen) return [];
      const { element, around, drawn } = text;
      const style = getComputedStyle(element);
      const inSvg = element.closest('svg text');
      const css = drawn ? drawn.colour : inSvg ? style.fill : style.color;
      let ground = groundUnder(text, commonColour);
      const opacity = around.opacity * (drawn?.alpha ?? 1);
      if (drawn?.halo) ground = over([...colourOf(drawn.halo).slice(0, 3), colourOf(drawn.halo)[3] * opacity], ground);
      const [r, g, b, alpha] = colourOf(css);
      const ratio = contrast(over([r, g, b, alpha * opacity], ground), ground);
      const size = drawn?.size ?? parseFloat(style.fontSize);
      const weight = drawn?.weight ?? Number(style.fontWeight);
      const isLarge = size >= LARGE.any || (size >= LARGE.bold && weight >= 600);
      const least = opacity < 1 ? CONTRAST.faded : isLarge ? CONTRAST.large : CONTRAST.text;
      return ratio < least - 0.05 ? [`faint: “${text.name}” has ${ratio.toFixed(2)} of ${least} (${where(text)})`] : [];
    });
  }

  const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });

  /** Waits until what was asked for is drawn. */
  window.settled = async () => {
    await frame();
    await frame();
  };

  /** All faults, a line each. @param {{contrast?: boolean, places?: boolean}} what */
  window.findFaults = ({ places = true, contrast: tones = true } = {}) => {
    const surroundings = createSurroundings();
    const texts = [...documentTexts(surroundings), ...controlMarks(surroundings), ...canvasTexts(surroundings)];
    const faults = [];
    for (const text of texts) {
      const { seen, cut } = look(text.box, text.around);
      text.seen = seen && !isEmpty(seen) ? seen : null;
      if (cut && places) faults.push(`cut: “${text.name}” (${where(text)})`);
    }
    if (places) faults.push(...overlaps(texts), ...controlsOut(surroundings));
    if (tones) faults.push(...faint(texts));
    return [...new Set(faults)];
  };
})();
