/**
 * Plane, network and curve as pictures: drawn once as SVG, which becomes a PNG of any size.
 */
import { createField } from '../../network/field.js';
import { createJudge } from '../../figures/plane/judge.js';
import { tableOf } from '../../state/selectors.js';
import { coloursOf } from '../../ui/colours.js';
import { inputName, namingOf } from '../../ui/naming.js';
import { networkNow } from '../network/network_now.js';
import { pointsDrawn } from '../plane/looks.js';
import { curveOf } from '../own/formula_curve.js';
import { curveSvg, SIZE as CURVE } from './curve_svg.js';
import { baseName } from './made.js';
import { networkSvg, placesOf, SIZE as NETWORK } from './network_svg.js';
import { planeSvg, SIDE } from './plane_svg.js';

/** @typedef {import('../page.js').Page} Page */
/** @typedef {import('./types.js').Wish} Wish */
/** @typedef {import('./types.js').Thing} Thing */
/** @typedef {import('../../network/field/types.js').Field} Field */

/** Pixels of a map within a picture, for each of the picture's own. */
const FINENESS = 2;

/** Apart from the page's, which goes on drawing. @type {Field | null} */
let field = null;

/**
 * What is painted on a canvas, as an address.
 * @param {number} side
 * @param {(field: Field, context: CanvasRenderingContext2D) => void} paint
 */
function painted(side, paint) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.round(side * FINENESS);
  const context = canvas.getContext('2d');
  if (!context || !field) return null;
  context.scale(canvas.width / side, canvas.height / side);
  paint(field, context);
  return canvas.toDataURL();
}

/** @param {Page} page */
function subjectOf(page) {
  const subject = networkNow(page);
  if (!subject) throw new Error('There is no network yet to draw.');
  field ??= createField({ document, prefer: 'typed_arrays' });
  field.update(subject.architecture, subject.parameters);
  return subject;
}

/** @param {Page} page @param {Wish} wish */
function plane(page, { theme }) {
  const colours = coloursOf(theme);
  const { experiment, diverged } = page.state;
  const points = pointsDrawn(page).value;
  const subject = subjectOf(page);
  const judge = createJudge();
  // Without points, or where the numbers broke, the page shows no regions and judges nothing.
  const isPainted = page.state.points.length > 0 && !diverged;
  if (isPainted) judge.advance(/** @type {any} */ ({ ...subject, points, task: experiment?.task }), Infinity);
  const own = tableOf(page.state);
  return planeSvg({
    edge: own?.formula === undefined ? [] : curveOf(own.formula), points, naming: namingOf(own), wrong: judge.wrong, task: experiment?.task ?? 'classification', colours,
    architecture: subject.architecture, reach: page.view.plane.reach,
    field: isPainted ? painted(SIDE, (by, context) => by.paintPlane(context, SIDE, SIDE, colours.field, { range: 1 })) : null,
  });
}

/** What people call inputs and functions. @param {Page['state']} state @returns {import('./network_svg.js').Titles} */
function titlesOf(state) {
  const { options, experiment } = state;
  if (!options || !experiment) return { features: [], activation: '', output: '' };
  const { features, activation, output, task } = experiment;
  const own = tableOf(state);
  const naming = namingOf(own);
  return {
    features: features.map((name) => inputName(naming, name) ?? options.features[name].title),
    classes: own && own.classes.length > 0 && task === 'classification' ? [...naming.classes] : [],
    activation: options.activation[activation].title, output: options.output[output].title,
  };
}

/** @param {Page} page @param {Wish} wish */
function network(page, { theme }) {
  const colours = coloursOf(theme);
  const subject = subjectOf(page);
  const titles = titlesOf(page.state);
  const { tile: side } = placesOf(subject.architecture, titles);
  return networkSvg({
    ...subject, colours, titles,
    map: (layer, neuron) => painted(side, (by, context) => by.paintTiles(
      context, [{ layer, neuron, x: 0, y: 0, width: side, height: side, radius: layer === 1 ? side / 2 : side * 0.17 }], colours.field, { range: 1 })),
  });
}

/** @param {Page} page @param {Wish} wish */
const curve = ({ state: { history, frame, diverged }, view }, { theme }) => curveSvg({
  history, now: frame && !diverged ? { step: frame.step, train: frame.train_cost, test: frame.test_cost } : null,
  logarithmic: view.loss.logarithmic, colours: coloursOf(theme),
});

/** @param {string} svg */
const addressOf = (svg) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** @param {string} svg @param {{width: number, height: number}} size @param {number} scale @returns {Promise<Blob>} */
async function png(svg, { width, height }, scale) {
  const image = new Image(width * scale, height * scale);
  image.src = addressOf(svg);
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * scale, height * scale];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('This browser could not make the picture. Take it as SVG.'))));
  });
}

/**
 * @param {string} key
 * @param {{width: number, height: number}} size
 * @param {(page: Page, wish: Wish) => string} draw
 * @returns {Thing}
 */
const thing = (key, size, draw) => ({
  key,
  title: key,
  async make(page, wish) {
    const svg = draw(page, wish);
    const isPng = wish.format === 'png';
    const { width, height } = size;
    return {
      name: `${baseName(page)}-${key}.${wish.format}`, shown: 'picture', picture: addressOf(svg),
      type: isPng ? 'image/png' : 'image/svg+xml', content: isPng ? await png(svg, size, wish.scale) : svg,
      words: isPng ? `${width * wish.scale} × ${height * wish.scale} pixels.` : 'Lines and words stay sharp at any size; maps are pictures within it.',
    };
  },
});

export const PICTURES = [thing('plane', { width: SIDE, height: SIDE }, plane), thing('network', NETWORK, network), thing('curve', CURVE, curve)];
