/**
 * The design tokens as canvas and WebGL need them, read once per theme.
 */

/** @typedef {import('../network/field/types.js').Rgb} Rgb */

/**
 * @typedef {object} ClassColours
 * @property {string} mark fill of a point
 * @property {string} text edge of a point, and words
 * @property {string} field tint of the plane at full confidence
 */

/**
 * @typedef {object} Colours
 * @property {string} paper
 * @property {string} raised
 * @property {string} ink
 * @property {string} ink2
 * @property {string} ink3
 * @property {string} control
 * @property {string} line
 * @property {string} positive
 * @property {string} negative
 * @property {string} back the voice of every derivative of the cost
 * @property {string} link wash that ties a word to its place in the picture
 * @property {ClassColours[]} classes
 * @property {import('../network/field/types.js').FieldColours} field the same for the heat maps, in numbers
 */

const CLASS_COUNT = 4;
/** On the root: maps show what is decided, without shades. */
export const DISCRETISED = 'data-discretised';
const HEX = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;
const FUNCTION = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/i;

/**
 * A CSS colour (hex, or rgb()) as three numbers from 0 to 255.
 * @param {string} text
 * @returns {Rgb}
 */
export function parseColour(text) {
  const hex = HEX.exec(text.trim());
  if (hex) {
    const digits = hex[1].length === 3 ? hex[1].replace(/./g, '$&$&') : hex[1];
    return /** @type {Rgb} */ ([0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16)));
  }
  const parts = FUNCTION.exec(text.trim());
  if (parts) return /** @type {Rgb} */ (parts.slice(1, 4).map(Number));
  throw new RangeError(`A colour must be #rgb, #rrggbb or rgb(r g b), not "${text}".`);
}

/**
 * The colour a share (0..1) of the way from one to another, as CSS text.
 * @param {string} from
 * @param {string} to
 * @param {number} share
 */
export function mixColours(from, to, share) {
  const [a, b] = [parseColour(from), parseColour(to)];
  return `rgb(${a.map((value, at) => Math.round(value + (b[at] - value) * share)).join(' ')})`;
}

/** @param {Element} [element] in its theme @returns {Colours} */
function readColours(element = document.documentElement) {
  const style = getComputedStyle(element);
  const token = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
  const classes = Array.from({ length: CLASS_COUNT }, (_, index) => ({
    mark: token(`c${index}`),
    text: token(`c${index}-text`),
    field: token(`c${index}-field`),
  }));
  const rgb = (/** @type {string} */ name) => parseColour(token(name));
  return {
    paper: token('paper'),
    raised: token('raised'),
    ink: token('ink'),
    ink2: token('ink-2'),
    ink3: token('ink-3'),
    control: token('ctl'),
    line: token('line-2'),
    positive: token('pos'),
    negative: token('neg'),
    back: token('back'),
    link: token('link-wash'),
    classes,
    field: {
      paper: rgb('paper'),
      raised: rgb('raised'),
      ink: rgb('ink'),
      positive: rgb('pos'),
      negative: rgb('neg'),
      classes: classes.map(({ mark }) => parseColour(mark)),
      fields: classes.map(({ field }) => parseColour(field)),
      discretised: document.documentElement.hasAttribute(DISCRETISED),
    },
  };
}

/** @type {Colours | null} */
let current = null;
let isWatching = false;
/** @type {Set<(colours: Colours) => void>} */
const listeners = new Set();

function reread() {
  current = readColours();
  for (const listener of listeners) listener(current);
}

function watch() {
  if (isWatching) return;
  isWatching = true;
  const changes = new MutationObserver(reread);
  changes.observe(document.documentElement, { attributeFilter: ['data-theme', DISCRETISED] });
}

/** The colours of the theme in force. @returns {Colours} */
export function colours() {
  watch();
  current ??= readColours();
  return current;
}

/** The colours of a theme, whichever is in force. @param {'light' | 'dark'} theme @returns {Colours} */
export function coloursOf(theme) {
  const probe = document.createElement('i');
  probe.hidden = true;
  probe.dataset.theme = theme;
  document.body.append(probe);
  const found = readColours(probe);
  probe.remove();
  return found;
}

/**
 * Calls the listener after every change of theme.
 * @param {(colours: Colours) => void} listener
 * @returns {() => void} unsubscribes
 */
export function onColoursChange(listener) {
  watch(); // reading them now would have the page styled before it is complete
  listeners.add(listener);
  return () => listeners.delete(listener);
}
