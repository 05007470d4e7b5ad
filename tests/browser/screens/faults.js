/**
 * What is wrong with the picture that the page shows now: texts that overlap or are cut, controls out of reach, contrast too small.
 *
 * Everything is measured from boxes; what may lie over other things is told by structure: what the browser puts into its top layer,
 * and what sticks to the window on a ground of its own. Runs before the page's scripts, after contrast.js and canvas_text.js.
 */
(() => {
  /** This much of a line's height, above and below, is air. */
  const AIR = 0.22;
  /** A ground of this opacity hides what lies beneath. */
  const COVERS = 0.85;
  /** Frames in which every figure has begun to paint itself anew, however slow its pace. */
  const REPAINT = 12;
  /** Frames after which a page that never rests, since something on it moves, is taken to have painted all anew. */
  const MOVING = 40;
  /** Milliseconds that a browser has to spare when no frame waits to be drawn. */
  const REST = 20;
  /** Boxes are rounded: less than this, in CSS pixels, is no overlap and no cut. */
  const SLACK = 1.5;
  const CONTROLS = 'button, a[href], input, select, summary, textarea, [role=button], [role=radio], [role=switch], [role=slider]';
  const HARD = /hidden|clip/;
  const SOFT = /auto|scroll/;

  /** Whether an element is lifted over its neighbours. */
  const isRaised = ({ position, zIndex }) => position === 'absolute' && zIndex !== 'auto';
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
    const outer = { hidden: false, opacity: 1, clips: [], layers: [] };
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
        layers: isFixed || style.position === 'sticky' || isRaised(style) ? [...parent.layers, element] : parent.layers,
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
    return [...document.querySelectorAll(':is(button, a, label, summary) svg:not(svg svg)')].flatMap((element) => {
      const around = surroundings(element);
      if (around.hidden || !element.checkVisibility({ visibilityProperty: true })) return [];
      const control = element.closest('button, a, label, summary');
      return [{ kind: 'icon', name: `icon of ${nameOf(control)}`, element, around, box: boxOf(element.getBoundingClientRect()), whole: element }];
    });
  }

  /** How much of the window's lower end something lies over, where an element is. */
  const coveredAt = (element) => Number.parseFloat(getComputedStyle(element).getPropertyValue('--covered')) || 0;

  /** Words on canvases, from their pixels to the page's. */
  function canvasTexts(surroundings) {
    return [...document.querySelectorAll('canvas')].flatMap((canvas) => {
      if (!canvas.written?.length || !canvas.checkVisibility({ visibilityProperty: true })) return [];
      const around = surroundings(canvas);
      if (around.hidden) return [];
      const place = canvas.getBoundingClientRect();
      // Figures out of sight sleep, and show an older moment.
      if (place.bottom < 0 || place.top > innerHeight - coveredAt(canvas)) return [];
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

  /** Whether one of two texts is meant to lie over the other: a layer that it is in, and the other is not, has a ground of its own there. */
  function isMeantToCover(a, b) {
    return [a, b].some(({ around: { layers } }, at) => {
      const other = at === 0 ? b : a;
      return layers.some((layer) => !layer.contains(other.element) && (layer.matches(':popover-open, dialog:modal') || hasGround(layer)));
    });
  }

  /** Whether an element, or one in it that holds neither text alone, paints a full ground. */
  function hasGround(layer) {
    return window.colourOf(getComputedStyle(layer).backgroundColor)[3] >= COVERS;
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
    const named = element.closest('[id], [class]') ?? element;
    return named.id ? `#${named.id}` : `.${String(named.getAttribute('class') ?? named.localName).split(' ').join('.')}`;
  };

  function controlsOut(surroundings) {
    return [...document.querySelectorAll(CONTROLS)].flatMap((element) => {
      if (!element.checkVisibility({ visibilityProperty: true })) return [];
      const around = surroundings(element);
      if (around.hidden) return [];
      return [...element.getClientRects()].some((rect) => look(boxOf(rect), around).cut) ? [`out: ${nameOf(element)}`] : [];
    });
  }

  /** Whether something stays over the page while that scrolls beneath. */
  const staysOver = (above, element) => {
    for (let at = above; at; at = at.parentElement) if (/sticky|fixed/.test(getComputedStyle(at).position)) return !at.contains(element);
    return false;
  };

  /** Controls that can't be pressed at their middle, since another's target reaches over it, beyond its own box. */
  function controlsCovered(surroundings) {
    const holds = ({ left, right, top, bottom }, [x, y]) => x >= left && x <= right && y >= top && y <= bottom;
    return [...document.querySelectorAll(CONTROLS)].flatMap((element) => {
      const around = surroundings(element);
      return [...element.getClientRects()].flatMap((rect) => {
        const middle = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];
        const { seen } = look(boxOf(rect), around);
        const hit = seen && holds(seen, middle) ? document.elementFromPoint(...middle)?.closest(CONTROLS) : null;
        if (!hit || hit.contains(element) || element.contains(hit) || staysOver(hit, element)) return [];
        return [...hit.getClientRects()].some((box) => holds(box, middle)) ? [] : [`covered: ${nameOf(element)} by ${nameOf(hit)}`];
      });
    });
  }

  const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });

  /** Until no frame waits to be drawn: a page draws as much in a frame as has room in it. @param {number} times @param {number} least frames @param {number} most */
  const rested = async (times, least, most) => {
    let rests = 0;
    for (let frames = 0; rests < times && frames < most; frames += 1) {
      await frame();
      const spare = await new Promise((resolve) => { requestIdleCallback((deadline) => resolve(deadline.timeRemaining()), { timeout: 50 }); });
      if (spare > REST && frames >= least) rests += 1;
    }
  };

  /** Until every figure has painted itself anew: those out of sight wait for the first rest. */
  const repainted = () => rested(2, REPAINT, MOVING);

  /** Waits until what was asked for is drawn: a window's new size is laid out in one frame, taken up by figures in the next, and drawn. */
  window.settled = () => rested(1, 4, REPAINT);

  /** All faults, a line each, of the part of the page that is in sight and what is cut elsewhere. @param {{contrast?: boolean, places?: boolean}} what */
  window.findFaults = ({ places = true, contrast: tones = true } = {}) => {
    const surroundings = createSurroundings();
    const texts = [...documentTexts(surroundings), ...controlMarks(surroundings), ...canvasTexts(surroundings)];
    const faults = [];
    for (const text of texts) {
      const { seen, cut } = look(text.box, text.around);
      text.seen = seen && !isEmpty(seen) ? seen : null;
      if (cut && places) faults.push(`cut: “${text.name}” (${where(text)})`);
    }
    if (places) faults.push(...overlaps(texts), ...controlsOut(surroundings), ...controlsCovered(surroundings));
    if (tones) faults.push(...window.findFaint(texts, where));
    return [...new Set(faults)];
  };

  /** The same in each of the schemes, at each height to which the page scrolls. @param {{schemes: string[], contrast: boolean}} how */
  window.findAllFaults = async ({ schemes, contrast: tones }) => {
    const root = document.documentElement;
    const [before, at] = [root.dataset.theme, scrollY];
    const faults = [];
    for (const scheme of schemes) {
      root.dataset.theme = scheme;
      // Figures take on other colours at their own pace.
      if (scheme !== before) await repainted();
      let top = 0;
      do {
        const from = scrollY;
        scrollTo({ top, behavior: 'instant' });
        await window.settled();
        // Figures that come into sight were asleep, and may have the colours of before.
        if (scrollY !== from && tones) await repainted();
        const found = window.findFaults({ places: scheme === schemes[0], contrast: tones });
        faults.push(...found.map((fault) => (fault.startsWith('faint') ? `${fault} [${scheme}]` : fault)));
        top += innerHeight * 0.8;
      } while (top < root.scrollHeight - innerHeight * 0.2 && getComputedStyle(document.body).overflowY !== 'hidden');
    }
    root.dataset.theme = before;
    scrollTo({ top: at, behavior: 'instant' });
    await window.settled();
    return [...new Set(faults)];
  };
})();
